// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "common/catalog/session_store.h"

#include <QWidget>
#include <vector>

class QPushButton;
class QRadioButton;

namespace mockingbird::recorder {

class PersonPicker;

/// Somebody who comes while it is recorded: who, and whether they ask or observe. Folded up until it is
/// wanted. GUI thread.
class JoinPanel : public QWidget {
    Q_OBJECT

public:
    explicit JoinPanel(QWidget* parent = nullptr);

    void setPeople(const std::vector<catalog::Person>& people); ///< those who are not there yet
    void fold();
    [[nodiscard]] bool unfolded() const;
    [[nodiscard]] catalog::Seat seat() const;

signals:
    void foldedChanged(bool unfolded);
    void picked(mockingbird::catalog::PersonId person);
    void named(const QString& name); ///< somebody the catalog doesn't know

private:
    QPushButton* m_open;
    QWidget* m_form;
    PersonPicker* m_person;
    QRadioButton* m_observes;
};

} // namespace mockingbird::recorder

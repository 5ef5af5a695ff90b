// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QPushButton;

namespace mockingbird::recorder {

/// Names one person: one of the catalog's, chosen or typed, or somebody new, typed. GUI thread.
class PersonPicker : public QWidget {
    Q_OBJECT

public:
    /// `label` is its accessible name and what stands in the empty field, such as "Somebody else ...".
    explicit PersonPicker(const QString& label, QWidget* parent = nullptr);

    /// Those who can be chosen. What is being typed stays.
    void setPeople(const std::vector<catalog::Person>& people);
    void setText(const QString& text);
    [[nodiscard]] QString text() const;

signals:
    void picked(mockingbird::catalog::PersonId person);
    void named(const QString& name); ///< nobody of the catalog is called so

private:
    void add();
    void showAction();

    std::vector<catalog::Person> m_people;
    QComboBox* m_field;
    QPushButton* m_add;
};

} // namespace mockingbird::recorder

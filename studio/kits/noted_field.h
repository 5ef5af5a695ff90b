// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace mockingbird::studio {

/// A field with what is wrong with it below, in words; screen readers are told both.
class NotedField : public QWidget {
    Q_OBJECT

public:
    explicit NotedField(QWidget* field, QWidget* parent = nullptr);

    void setNote(const QString& note); ///< empty hides it
    [[nodiscard]] QString note() const;

private:
    QWidget* m_field;
    QLabel* m_note;
};

} // namespace mockingbird::studio

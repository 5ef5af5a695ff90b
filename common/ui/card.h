// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace mockingbird::ui {

/// A surface with rounded corners that holds what belongs together; the style sheet draws it.
class Card : public QFrame {
    Q_OBJECT

public:
    /// With a heading where `heading` isn't empty.
    explicit Card(const QString& heading = {}, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

private:
    QVBoxLayout* m_body;
};

} // namespace mockingbird::ui

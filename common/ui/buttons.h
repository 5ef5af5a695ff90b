// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPushButton;
class QToolButton;
class QWidget;

namespace mockingbird::ui {

/// The page's one filled button. Its icon is drawn in the colour read on the accent.
[[nodiscard]] QPushButton* primaryButton(const QString& text, const char* iconName = nullptr,
                                         QWidget* parent = nullptr);
/// An outlined button.
[[nodiscard]] QPushButton* button(const QString& text, const char* iconName = nullptr,
                                  QWidget* parent = nullptr);
/// Text alone, in the accent: for what is there but not asked for.
[[nodiscard]] QPushButton* quietButton(const QString& text, const char* iconName = nullptr,
                                       QWidget* parent = nullptr);
/// Filled red: Record and Stop alone.
[[nodiscard]] QPushButton* recordButton(const QString& text, const char* iconName = nullptr,
                                        QWidget* parent = nullptr);
/// A square button of one icon; `name` is its accessible name and its tool tip.
[[nodiscard]] QToolButton* iconButton(const QString& name, const char* iconName, QWidget* parent = nullptr);

} // namespace mockingbird::ui

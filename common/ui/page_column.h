// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace mockingbird::ui {

/// Of a page that is read from top to bottom, in pixels before scaling.
inline constexpr int kColumnWidth = 860;

/// `content` in an area without a frame that scrolls it; to what has the focus too, so it takes none itself.
[[nodiscard]] QScrollArea* scrolled(QWidget* content, QWidget* parent = nullptr);

/// A scrolling column in the middle of `page`, at most `width` pixels wide before scaling.
[[nodiscard]] QVBoxLayout* pageColumn(QWidget* page, int width);

} // namespace mockingbird::ui

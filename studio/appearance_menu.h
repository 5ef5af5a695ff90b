// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mockingbird::ui {
class Appearance;
}

namespace mockingbird::studio {

class App;

/// Light or dark, the size of text and who one is, in a menu above `from`. GUI thread.
void showAppearanceMenu(App& app, ui::Appearance& appearance, QWidget* from);

} // namespace mockingbird::studio

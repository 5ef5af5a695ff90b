// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mockingbird::ui {
class Appearance;
}

namespace mockingbird::studio {

class App;
class SigningIn;

/// Light or dark, the size of text, who one is and how one signs in, in a menu above `from`. GUI thread.
void showAppearanceMenu(App& app, ui::Appearance& appearance, SigningIn& signingIn, QWidget* from);

} // namespace mockingbird::studio

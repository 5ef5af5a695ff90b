// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mockingbird::catalog {
class Catalog;
}
namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class Dialogs;

/// Asks for a file and writes the acting person's calendar to it; the banner tells what became of it.
void saveCalendar(catalog::Catalog& catalog, Dialogs& dialogs, ui::Banner& banner, QWidget* from);

} // namespace mockingbird::studio

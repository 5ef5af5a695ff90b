// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace mockingbird::studio {

/// What a person left outside the pages: what they copied, whom and what the pages remembered for the next
/// time, the names in the file dialogs' history. How things look and which devices record stays.
void forgetPerson();

/// Closes whatever dialog or menu is open above the window; whether none is left. One that runs a loop of its
/// own has to return first: ask again later.
[[nodiscard]] bool closeDialogs(QWidget& window);

} // namespace mockingbird::studio

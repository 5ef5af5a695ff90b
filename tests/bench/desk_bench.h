// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace mockingbird::bench {

/// Each takes the words after its name and answers the program's exit status.
int benchNotes(const QStringList& words);
int benchTimeline(const QStringList& words);

} // namespace mockingbird::bench

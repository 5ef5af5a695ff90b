// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mockingbird::studio {

class CommandSet;

// Each lies in the file of its name and adds its command, or the few that belong together, to the set.
void addDevicesCommand(CommandSet& commands);
void addRecordCommand(CommandSet& commands);
void addImportCommand(CommandSet& commands);
void addSessionsCommands(CommandSet& commands); ///< `sessions`, `show`
void addPeopleCommand(CommandSet& commands);
void addKitsCommand(CommandSet& commands);
void addSearchCommand(CommandSet& commands);
void addNoteCommand(CommandSet& commands);
void addScoreCommands(CommandSet& commands); ///< `score`, `seal`
void addFrameCommand(CommandSet& commands);
void addWaveformCommand(CommandSet& commands);
void addReportCommand(CommandSet& commands);
void addCompareCommand(CommandSet& commands);
void addUpkeepCommands(CommandSet& commands); ///< `recover`, `verify`
void addSampleCommand(CommandSet& commands);
void addDemoCommand(CommandSet& commands);

} // namespace mockingbird::studio

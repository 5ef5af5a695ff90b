// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mockingbird::studio {

class Command;
class Command;
class CommandSet;

// Each lies in the file of its name and adds its command, or the few that belong together, to the set.
void addDevicesCommand(CommandSet& commands);
void addRecordCommand(CommandSet& commands);
void addImportCommand(CommandSet& commands);
void addSessionsCommand(CommandSet& commands);
void addShowCommand(CommandSet& commands);
void addPeopleCommand(CommandSet& commands);
void addFieldCommands(const Command& people);      ///< `people fields`
void addPeopleFileCommands(const Command& people); ///< `people import`, `imports`, `undo`, `export`
void addCohortsCommand(CommandSet& commands);
void addPairsCommand(CommandSet& commands);
void addKitsCommand(CommandSet& commands);
void addKitExchangeCommands(const Command& kits); ///< `kits export`, `kits import`
void addSearchCommand(CommandSet& commands);
void addNoteCommand(CommandSet& commands);
void addReplyCommands(CommandSet& commands); ///< `reply`, `understood`
void addScoreCommand(CommandSet& commands);
void addReviewCommands(CommandSet& commands); ///< `summary`, `commitments`, `seal`, `open`
void addAgreeCommand(CommandSet& commands);
void addAgreementCommands(CommandSet& commands); ///< `agreement`, `tendency`
void addCalibrateCommand(CommandSet& commands);
void addMaterialsCommand(CommandSet& commands);
void addGoalCommand(CommandSet& commands);
void addAppointmentCommands(CommandSet& commands); ///< `appointments` and what can be done with one
void addChecklistCommand(CommandSet& commands);
void addPracticeCommand(CommandSet& commands);
void addStoriesCommand(CommandSet& commands);
void addConfidenceCommand(CommandSet& commands);
void addOutcomesCommand(CommandSet& commands);
void addKeptCommand(CommandSet& commands);
void addCalendarCommand(CommandSet& commands);
void addCaptionsCommand(CommandSet& commands);
void addFrameCommand(CommandSet& commands);
void addWaveformCommand(CommandSet& commands);
void addReportCommand(CommandSet& commands);
void addCompareCommand(CommandSet& commands);
void addSignInCommands(CommandSet& commands);
void addUpkeepCommands(CommandSet& commands); ///< `recover`, `verify`
void addSampleCommand(CommandSet& commands);
void addDemoCommand(CommandSet& commands);

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/recovered_text.h"

#include <gtest/gtest.h>

namespace mockingbird::studio {

namespace {

recorder::SessionProgress progress() {
    recorder::SessionProgress made;
    made.session.mentee = catalog::PersonId::make();
    made.session.menteeName = "Maya Okafor";
    made.kit.questions.resize(6);
    made.question = 3;
    return made;
}

catalog::Recording recording(catalog::RecordingState state) {
    catalog::Recording made;
    made.state = state;
    made.duration = MediaTime::fromSeconds(24 * 60 + 10);
    return made;
}

} // namespace

TEST(RecoveredText, SaysHowMuchIsThereWhereItBreaksOffAndWhatMayBeMissing) {
    const auto session = progress();
    EXPECT_EQ(recoveredText(recording(catalog::RecordingState::Salvaged), session, session.session.mentee),
              "Recovered: 24:10 of your interview. It breaks off in question 4 of 6. The last second before "
              "the interruption may be missing.");
}

TEST(RecoveredText, NamesWhoseInterviewItIsToSomebodyElse) {
    EXPECT_TRUE(recoveredText(recording(catalog::RecordingState::Salvaged), progress(), {})
                    .contains("24:10 of Maya Okafor's interview"));
}

TEST(RecoveredText, SaysThatNothingWasKept) {
    EXPECT_TRUE(recoveredText(recording(catalog::RecordingState::Lost), progress(), {})
                    .contains("before anything of it was kept"));
}

} // namespace mockingbird::studio

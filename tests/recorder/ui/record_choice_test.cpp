// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/record_choice.h"

#include <QSettings>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

TEST(RecordChoice, RemembersWhoWhatAndHowWithTheSourcesOfEachMode) {
    QSettings().clear();
    EXPECT_TRUE(rememberedChoice().mentee.isNull());
    RecordChoice choice;
    choice.mentee = catalog::PersonId::make();
    choice.kit = catalog::KitId::make();
    choice.mode = catalog::SessionMode::Virtual;
    choice.panel = {catalog::PersonId::make(), catalog::PersonId::make()};
    choice.observers = {catalog::PersonId::make()};
    choice.sources = {{{SourceKind::Screen, "800x600+10+20"}, true, "A part of the screen (800 × 600)"},
                      {{SourceKind::System, {}}, false, "System sound"}};
    remember(choice);
    const RecordChoice again = rememberedChoice();
    EXPECT_EQ(again.mentee, choice.mentee);
    EXPECT_EQ(again.kit, choice.kit);
    EXPECT_EQ(again.mode, choice.mode);
    EXPECT_EQ(again.panel, choice.panel);
    EXPECT_EQ(again.observers, choice.observers);
    EXPECT_EQ(again.sources, choice.sources);
    EXPECT_TRUE(rememberedSources(catalog::SessionMode::Solo).empty());

    RecordChoice alone = choice;
    alone.mode = catalog::SessionMode::Solo;
    alone.panel.clear();
    alone.observers.clear();
    alone.sources = {{{SourceKind::Camera, "front"}, true, "Front camera"}};
    remember(alone);
    EXPECT_EQ(rememberedChoice().panel, choice.panel); // for the next time with others
    EXPECT_EQ(rememberedChoice().sources, alone.sources);
    EXPECT_EQ(rememberedSources(catalog::SessionMode::Virtual), choice.sources);
    QSettings().clear();
}

} // namespace mockingbird::recorder

// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/trouble_text.h"

#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

SourceStats source(SourceKind kind, const std::string& name, std::vector<Trouble> troubles) {
    SourceStats made;
    made.source = {kind, {}};
    made.name = name;
    made.troubles = std::move(troubles);
    return made;
}

catalog::Incident incident(catalog::IncidentKind kind, double at, std::optional<double> until) {
    catalog::Incident made;
    made.kind = kind;
    made.sourceName = "Desk microphone";
    made.at = MediaTime::fromSeconds(at);
    if (until)
        made.until = MediaTime::fromSeconds(*until);
    return made;
}

} // namespace

TEST(TroubleText, SaysNothingWhileAllIsWell) {
    RecorderStats stats;
    stats.sources = {source(SourceKind::Camera, "Camera", {})};
    EXPECT_EQ(troubleNews(stats), TroubleNews{});
}

TEST(TroubleText, NamesTheSourceAndThatTheRecordingGoesOn) {
    RecorderStats stats;
    stats.sources = {source(SourceKind::Microphone, "Microphone", {Trouble::Silent})};
    const TroubleNews news = troubleNews(stats);
    EXPECT_EQ(news.tone, ui::Tone::Warning);
    EXPECT_EQ(news.title, "Microphone silent");
    EXPECT_EQ(news.sentence, "Nothing is heard from Microphone. Is it switched on, and the right one? "
                             "The recording goes on.");
}

TEST(TroubleText, SilentSystemSoundIsToldMildlyAndNotInTheTitle) {
    RecorderStats stats;
    stats.sources = {source(SourceKind::System, "System sound", {Trouble::Silent})};
    const TroubleNews news = troubleNews(stats);
    EXPECT_EQ(news.tone, ui::Tone::Neutral);
    EXPECT_TRUE(news.title.isEmpty());
    EXPECT_FALSE(news.sentence.isEmpty());
}

TEST(TroubleText, TheGravestComesFirstAndASourceIsToldOnce) {
    RecorderStats stats;
    stats.sources = {source(SourceKind::System, "System sound", {Trouble::Silent}),
                     source(SourceKind::Camera, "Camera", {Trouble::Frozen}),
                     source(SourceKind::Microphone, "Microphone", {Trouble::Silent, Trouble::Lost})};
    const TroubleNews news = troubleNews(stats);
    EXPECT_EQ(news.title, "Microphone gone");
    EXPECT_TRUE(news.sentence.startsWith("Microphone is gone.")) << news.sentence.toStdString();
    EXPECT_FALSE(news.sentence.contains("Nothing is heard from Microphone"));
    EXPECT_TRUE(news.sentence.contains("1 more")) << news.sentence.toStdString();
}

TEST(TroubleText, TellsAfterwardsFromWhenToWhen) {
    const auto length = MediaTime::fromSeconds(120);
    EXPECT_EQ(incidentSentence(incident(catalog::IncidentKind::Gap, 70, 85), length),
              "Desk microphone was unplugged from 1:10 to 1:25.");
    EXPECT_EQ(incidentSentence(incident(catalog::IncidentKind::Silent, 70, std::nullopt), length),
              "Desk microphone was silent from 1:10 to the end.");
}

} // namespace mockingbird::recorder

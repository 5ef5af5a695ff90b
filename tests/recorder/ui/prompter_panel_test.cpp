// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/prompter_panel.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mockingbird::recorder {
namespace {

PrompterPanel::Start startWith(catalog::TimesUp timesUp) {
    PrompterPanel::Start start;
    start.kit.profile.answerSeconds = 60;
    start.kit.profile.timesUp = timesUp;
    start.kit.questions = {{{}, "Why us?", "", {}, "", 0}, {{}, "A hard day?", "", {}, "", 30}};
    return start;
}

TEST(PrompterPanel, RingsOnceWhenTheTimeToAnswerIsUp) {
    PrompterPanel panel;
    QSignalSpy bell(&panel, &PrompterPanel::bellDue);
    panel.start(startWith(catalog::TimesUp::Bell));
    panel.next();
    panel.showTime(MediaTime::fromSeconds(59));
    EXPECT_EQ(bell.size(), 0);
    panel.showTime(MediaTime::fromSeconds(60));
    panel.showTime(MediaTime::fromSeconds(61));
    EXPECT_EQ(bell.size(), 1);
    panel.next(); // has 30 seconds of its own
    panel.showTime(MediaTime::fromSeconds(90));
    EXPECT_EQ(bell.size(), 1);
    panel.showTime(MediaTime::fromSeconds(92));
    EXPECT_EQ(bell.size(), 2);
}

TEST(PrompterPanel, ASilentPanelRingsNoBell) {
    PrompterPanel panel;
    QSignalSpy bell(&panel, &PrompterPanel::bellDue);
    panel.start(startWith(catalog::TimesUp::Silent));
    panel.next();
    panel.showTime(MediaTime::fromSeconds(300));
    EXPECT_EQ(bell.size(), 0);
}

} // namespace
} // namespace mockingbird::recorder

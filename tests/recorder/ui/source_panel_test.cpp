// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/source_panel.h"

#include "common/ui/banner.h"
#include "recorder/ui/region_overlay.h"
#include "recorder/ui/region_picker.h"
#include "tests/gui/wait_for.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::recorder {

namespace {

using catalog::SessionMode;

const Device kFront{{SourceKind::Camera, "front"}, true, "Front camera", true};
const Device kSide{{SourceKind::Camera, "side"}, true, "Side camera", false};
const Device kTop{{SourceKind::Camera, "top"}, true, "Document camera", false};
const Device kDesk{{SourceKind::Microphone, "desk"}, false, "Desk microphone", true};
const Device kSystem{{SourceKind::System, {}}, false, "System sound", true};
const Device kScreen{{SourceKind::Screen, {}}, true, "Screen (800x800)", true};
const Device kCall{{SourceKind::Window, "42"}, true, "The call", false};
const std::vector<Device> kAll{kScreen, kCall, kFront, kSide, kTop, kDesk, kSystem};

class SourcePanelTest : public testing::Test {
protected:
    [[nodiscard]] QCheckBox* box(const char* name) const {
        return m_panel.findChild<QCheckBox*>(QLatin1String(name));
    }
    [[nodiscard]] QStringList chosen() const {
        QStringList names;
        for (const ChosenSource& one : m_panel.chosen())
            names << QString::fromStdString(one.source.toString());
        return names;
    }
    [[nodiscard]] QPushButton* more() const {
        return m_panel.findChild<QPushButton*>(QStringLiteral("moreSources"));
    }

    SourcePanel m_panel;
};

} // namespace

TEST_F(SourcePanelTest, SuggestsWhatTheModeUsuallyTakes) {
    m_panel.setDevices(kAll);
    m_panel.setChosen({}, SessionMode::InPerson);
    EXPECT_EQ(chosen(), (QStringList{QStringLiteral("camera:front"), QStringLiteral("mic:desk")}));
    m_panel.setChosen({}, SessionMode::Virtual);
    EXPECT_EQ(chosen(),
              (QStringList{QStringLiteral("screen"), QStringLiteral("system"), QStringLiteral("mic:desk")}));
    m_panel.setChosen({}, SessionMode::Solo);
    EXPECT_EQ(chosen(), (QStringList{QStringLiteral("camera:front"), QStringLiteral("mic:desk")}));
}

TEST_F(SourcePanelTest, OffersTheRestUnderMoreAndKeepsWhatIsTickedInSight) {
    m_panel.setDevices(kAll);
    m_panel.setChosen({}, SessionMode::InPerson);
    EXPECT_NE(box("video camera:side"), nullptr);
    EXPECT_EQ(box("video screen"), nullptr);
    EXPECT_EQ(box("audio system"), nullptr);
    EXPECT_EQ(box("aWindow"), nullptr);
    more()->click();
    ASSERT_NE(box("video screen"), nullptr);
    EXPECT_NE(box("aWindow"), nullptr);
    EXPECT_NE(box("video test"), nullptr);
    box("audio system")->click();
    const QStringList before = chosen();
    more()->click();
    EXPECT_EQ(box("video screen"), nullptr);
    EXPECT_NE(box("audio system"), nullptr); // nothing is recorded out of sight
    EXPECT_EQ(chosen(), before);
    m_panel.setChosen({}, SessionMode::Virtual);
    EXPECT_NE(box("video screen"), nullptr);
    EXPECT_NE(box("aWindow"), nullptr);
    EXPECT_NE(box("video camera:front"), nullptr); // the own one, if wanted
}

TEST_F(SourcePanelTest, RecordsTwoCamerasAtMost) {
    m_panel.setDevices(kAll);
    m_panel.setChosen({}, SessionMode::InPerson);
    EXPECT_TRUE(box("video camera:top")->isEnabled());
    box("video camera:side")->click();
    EXPECT_FALSE(box("video camera:top")->isEnabled());
    EXPECT_TRUE(box("video camera:front")->isEnabled());
    box("video camera:front")->click();
    EXPECT_TRUE(box("video camera:top")->isEnabled());
}

TEST_F(SourcePanelTest, KeepsWhatIsGoneChosenAndNamesItUntilItIsBackOrUnticked) {
    m_panel.setDevices(kAll);
    m_panel.setChosen({}, SessionMode::InPerson);
    const QStringList all = chosen();
    const auto* banner = m_panel.findChild<ui::Banner*>();
    EXPECT_TRUE(banner->isHidden());
    QSignalSpy changed(&m_panel, &SourcePanel::changed);
    m_panel.setDevices({kSide, kDesk}); // another camera is no camera of ours
    EXPECT_EQ(chosen(), all);
    EXPECT_EQ(changed.size(), 0); // what records it waits for it
    EXPECT_FALSE(banner->isHidden());
    EXPECT_TRUE(banner->text().startsWith(QStringLiteral("Not there now: Front camera.")));
    EXPECT_EQ(box("video camera:front")->text(), QStringLiteral("Front camera (not there now)"));
    EXPECT_FALSE(box("video camera:side")->isChecked());

    m_panel.setDevices(kAll);
    EXPECT_EQ(chosen(), all);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_TRUE(banner->isHidden());
    m_panel.setDevices({kSide, kDesk});
    box("video camera:front")->click();
    EXPECT_EQ(chosen(), QStringList{QStringLiteral("mic:desk")});
    EXPECT_TRUE(banner->isHidden());
}

TEST_F(SourcePanelTest, PicksAPartOfTheScreenWithItsOwnWindowOutOfSight) {
    m_panel.setDevices(kAll);
    m_panel.setChosen({}, SessionMode::Virtual);
    m_panel.show();
    auto* pick = m_panel.findChild<QPushButton*>(QStringLiteral("pickRegion"));
    ASSERT_NE(pick, nullptr);
    QSignalSpy changed(&m_panel, &SourcePanel::changed);
    pick->click();
    EXPECT_FALSE(m_panel.isVisible());
    auto* picker = m_panel.findChild<RegionPicker*>();
    ASSERT_TRUE(test::waitFor([&] { return picker->picking(); }));
    RegionOverlay* overlay = picker->overlays().front();
    QTest::mousePress(overlay, Qt::LeftButton, {}, {100, 400});
    QTest::mouseMove(overlay, {500, 700});
    QTest::mouseRelease(overlay, Qt::LeftButton, {}, {500, 700});
    QTest::keyClick(overlay, Qt::Key_Return);
    EXPECT_TRUE(m_panel.isVisible());
    EXPECT_EQ(changed.size(), 1);
    EXPECT_TRUE(chosen().contains(QStringLiteral("screen:400x300+100+400")));

    // Remembered for the next time, and shown although no device is called so.
    const auto sources = m_panel.chosen();
    SourcePanel next;
    next.setChosen(sources, SessionMode::Virtual);
    next.setDevices(kAll);
    EXPECT_EQ(next.chosen(), sources);
    // Escape leaves all as it was.
    m_panel.pickRegion();
    ASSERT_TRUE(test::waitFor([&] { return picker->picking(); }));
    QTest::keyClick(picker->overlays().front(), Qt::Key_Escape);
    EXPECT_TRUE(m_panel.isVisible());
    EXPECT_EQ(m_panel.chosen(), sources);
}

TEST_F(SourcePanelTest, LetsTheDesktopAskWhichWindow) {
    m_panel.setDevices({{{SourceKind::Screen, {}}, true, "A screen", true},
                        {{SourceKind::Window, {}}, true, "A window", false}});
    m_panel.setChosen({{{SourceKind::Window, {}}, true, "A window"}}, SessionMode::Virtual);
    EXPECT_EQ(chosen(), QStringList{QStringLiteral("window")});
    EXPECT_EQ(box("aWindow"), nullptr);
    box("video window")->click();
    EXPECT_TRUE(chosen().isEmpty());
}

TEST_F(SourcePanelTest, TakesAWindowByItsName) {
    m_panel.setDevices(kAll);
    m_panel.setChosen({{kCall.source, true, kCall.name}}, SessionMode::Virtual);
    EXPECT_EQ(chosen(), QStringList{QStringLiteral("window:42")});
    EXPECT_TRUE(box("aWindow")->isChecked());
    box("aWindow")->click();
    EXPECT_TRUE(chosen().isEmpty());
}

} // namespace mockingbird::recorder

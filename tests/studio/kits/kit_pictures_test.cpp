// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the kits and their editor in both themes and with large text. With MOCKINGBIRD_SCREENSHOTS=DIR the
// pictures are kept there.
#include "common/ui/theme.h"
#include "studio/kits/kit_editor_view.h"
#include "studio/kits/kit_view.h"
#include "studio/kits/kits_panel.h"
#include "tests/studio/kits/kit_fixture.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

namespace mockingbird::studio::test {

namespace {

class KitPictures : public KitTest {
protected:
    void TearDown() override { ui::applyTheme(*qApp, ui::Scheme::Light, 1.0); }

    static void keep(QWidget& panel, const QString& name) {
        QCoreApplication::processEvents();
        const QImage picture = panel.grab().toImage();
        EXPECT_FALSE(picture.isNull());
        const QString folder = qEnvironmentVariable("MOCKINGBIRD_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        ASSERT_TRUE(QDir().mkpath(folder));
        ASSERT_TRUE(picture.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }
};

} // namespace

TEST_F(KitPictures, KitsAndTheirEditorDrawInBothThemes) {
    catalog::Kit next = m_kit;
    next.questions[0].text = "Why would you like to work at this library, and why now?";
    next.rubric.criteria[0].levels[2].anchor = "Names two things we do and what drew them to each";
    ASSERT_TRUE(m_catalog->kits().publish(next).ok());
    for (int i = 0; i < 12; ++i)
        ASSERT_TRUE(m_catalog->kits().publish(smallKit("Kit number " + std::to_string(i))).ok());
    for (const auto& [scheme, scale, name] :
         {std::tuple{ui::Scheme::Light, 1.0, "light"}, std::tuple{ui::Scheme::Dark, 1.0, "dark"},
          std::tuple{ui::Scheme::Light, 2.0, "light_200"}}) {
        ui::applyTheme(*qApp, scheme, scale);
        KitsPanel panel(*m_catalog);
        panel.resize(1040, 640);
        panel.show();
        panel.refresh();
        panel.showKit(m_kit.id);
        const auto look = [&](const char* what) {
            keep(panel, QStringLiteral("kits_%1_%2").arg(QLatin1String(what), QLatin1String(name)));
        };
        look("panel");
        panel.findChild<KitView*>()->showVersions();
        look("versions");
        panel.writeNew();
        look("new");
        panel.editor().turnTo(1);
        look("new_questions");
        panel.showKit(m_kit.id);
        panel.writeNextVersion();
        look("profile");
        panel.editor().turnTo(1);
        look("questions");
        panel.editor().turnTo(2);
        look("criteria");
        panel.editor().model().edit(KitDraftModel::Keep::Now, [](catalog::Kit& kit) {
            kit.rubric.criteria[1].name.clear();
            kit.rubric.criteria[0].levels[1].anchor.clear();
        });
        panel.editor().publish();
        look("not_yet");
        panel.editor().turnTo(3);
        look("changes");
        panel.editor().model().undo();
    }
}

} // namespace mockingbird::studio::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/page_stack.h"

#include "common/ui/page.h"
#include "tests/gui/wait_for.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <gtest/gtest.h>

namespace mockingbird::test {

namespace {

using studio::PageKind;
using studio::PageStack;

/// Has a tab that goes once it has read for whom it is, as Prepare has.
class TabPage : public ui::Page {
public:
    TabPage() : m_tabs(new QTabWidget(this)) {
        for (const char* name : {"My preparation", "Kits", "Materials"})
            m_tabs->addTab(new QWidget, QLatin1String(name));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_tabs);
        m_tabs->setDocumentMode(true);
    }
    [[nodiscard]] QString title() const override { return QStringLiteral("Tabs"); }
    void refresh() override {
        m_tabs->setCurrentIndex(1);
        m_tabs->setTabVisible(0, false);
        m_tabs->setTabVisible(2,
                              true); // which it is: Qt forgets then that the others moved, until a new layout
        ++m_refreshed;
    }
    [[nodiscard]] int refreshed() const { return m_refreshed; }
    [[nodiscard]] const QTabBar& tabs() const { return *m_tabs->tabBar(); }

private:
    QTabWidget* m_tabs;
    int m_refreshed = 0;
};

} // namespace

TEST(PageStack, ReadsWhatNobodyHasAskedForAndLaysItOutAsItIsSeen) {
    PageStack stack([](PageKind) { return new TabPage; });
    stack.resize(800, 600);
    stack.offer({PageKind::Home, PageKind::Prepare, PageKind::Library});
    ASSERT_NE(stack.page(PageKind::Home), nullptr);
    stack.bring(PageKind::Home);
    stack.show();
    EXPECT_EQ(stack.made(PageKind::Prepare), nullptr) << "not before the window is there";
    const auto read = [&](PageKind kind) {
        const auto* page = static_cast<const TabPage*>(stack.made(kind));
        return page != nullptr && page->refreshed() == 1;
    };
    ASSERT_TRUE(waitFor([&] { return read(PageKind::Prepare) && read(PageKind::Library); }));
    EXPECT_FALSE(read(PageKind::Home)) << "the window reads what it shows";
    stack.bring(PageKind::Prepare);
    const auto* page = static_cast<const TabPage*>(stack.made(PageKind::Prepare));
    EXPECT_TRUE(page->isVisible());
    EXPECT_EQ(page->tabs().tabRect(1).left(), 0) << "no gap where the tab was";
    EXPECT_EQ(page->height(), 600);
}

TEST(PageStack, MakesNothingThatIsNotOffered) {
    PageStack stack([](PageKind) { return new TabPage; });
    stack.offer({PageKind::Home});
    EXPECT_EQ(stack.page(PageKind::People), nullptr);
    ASSERT_NE(stack.page(PageKind::Home), nullptr);
    stack.offer({PageKind::People});
    EXPECT_EQ(stack.made(PageKind::Home), nullptr) << "gone with what was offered before";
    EXPECT_FALSE(stack.shows(PageKind::Home));
}

} // namespace mockingbird::test

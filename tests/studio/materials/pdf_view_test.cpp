// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/pdf_view.h"

#include "tests/gui/wait_for.h"
#include "tests/studio/materials/made_pdf.h"
#include "tests/support/temporary_folder.h"

#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfSearchModel>
#include <QScrollBar>
#include <QTest>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

using mockingbird::test::waitFor;

namespace {

class PdfViewTest : public ::testing::Test {
protected:
    PdfViewTest() {
        const QString file = QString::fromStdString((m_folder / "made.pdf").string());
        mockingbird::test::makePdf(file, {"One word", "Two words", "Three wordings", "Four"});
        m_document.load(file);
        m_view.resize(500, 400);
        m_view.setDocument(&m_document);
        m_view.show();
    }
    ~PdfViewTest() override { m_view.setDocument(nullptr); }

    mockingbird::test::TemporaryFolder m_folder;
    QPdfDocument m_document;
    PdfView m_view;
};

} // namespace

TEST_F(PdfViewTest, KnowsWhereQtPutsThePages) {
    // Qt's own navigator says which page is in the middle; ours is told by the same layout.
    for (const int page : {2, 0, 3, 1}) {
        m_view.setPlace({page, 0.2});
        EXPECT_EQ(m_view.place().page, page);
        EXPECT_NEAR(m_view.place().share, 0.2, 0.01);
        EXPECT_EQ(m_view.pageNavigator()->currentPage(), page);
    }
    const QRect last = m_view.pageRect(3);
    EXPECT_EQ(m_view.verticalScrollBar()->maximum() + m_view.viewport()->height(),
              last.bottom() + 1 + m_view.pageSpacing() + m_view.documentMargins().bottom());
}

TEST_F(PdfViewTest, KeepsItsPlaceWhileItIsMadeLarger) {
    m_view.setPlace({2, 0.5});
    m_view.zoomBy(1.5);
    EXPECT_EQ(m_view.place().page, 2);
    EXPECT_NEAR(m_view.place().share, 0.5, 0.02);
    m_view.fitWidth();
    EXPECT_EQ(m_view.place().page, 2);
}

TEST_F(PdfViewTest, IsReadByKeyboardToItsEnd) {
    EXPECT_LT(m_view.percent(), 50);
    QTest::keyClick(&m_view, Qt::Key_Space);
    EXPECT_GT(m_view.verticalScrollBar()->value(), 0);
    QTest::keyClick(&m_view, Qt::Key_End);
    EXPECT_EQ(m_view.percent(), 100);
    QTest::keyClick(&m_view, Qt::Key_Home);
    EXPECT_EQ(m_view.place().page, 0);
}

TEST_F(PdfViewTest, MarksTheWordsFound) {
    const QImage before = m_view.grab().toImage();
    QPdfSearchModel search;
    search.setDocument(&m_document);
    m_view.setSearchModel(&search);
    search.setSearchString(QStringLiteral("word"));
    ASSERT_TRUE(waitFor([&] { return search.rowCount({}) == 3; }));
    m_view.setCurrentResult(0);
    ASSERT_TRUE(waitFor([&] { return m_view.grab().toImage() != before; }));
    EXPECT_EQ(search.resultAtIndex(1).page(), 1);
}

} // namespace mockingbird::studio::test

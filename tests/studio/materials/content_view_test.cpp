// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/content_view.h"

#include "studio/materials/image_content_view.h"
#include "tests/gui/wait_for.h"
#include "tests/studio/materials/made_pdf.h"
#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

using catalog::MaterialKind;
using mockingbird::test::waitFor;

namespace {

class ContentViewTest : public ::testing::Test {
protected:
    std::unique_ptr<ContentView> shown(MaterialKind kind, const std::filesystem::path& file,
                                       const std::string& text = {}, const std::string& url = {}) {
        std::unique_ptr<ContentView> view(makeContentView(kind));
        view->resize(600, 500);
        view->setVisible(true);
        ContentView::Source source;
        source.material.title = "A guide";
        source.material.kind = kind;
        source.material.url = url;
        source.file = file;
        source.text = text;
        const auto done = view->show(source);
        m_error = done.ok() ? std::optional<Error>() : done.error();
        return view;
    }
    mockingbird::test::TemporaryFolder m_folder;
    std::optional<Error> m_error;
};

} // namespace

TEST_F(ContentViewTest, APdfGoesToAPageAndFindsWords) {
    const auto file = m_folder / "a.pdf";
    mockingbird::test::makePdf(QString::fromStdString(file.string()), {"One", "Two panel", "Three panel"});
    const auto view = shown(MaterialKind::Pdf, file);
    ASSERT_FALSE(m_error);
    EXPECT_EQ(view->extent(), QStringLiteral("3 pages"));
    QSignalSpy moved(view.get(), &ContentView::moved);
    auto* page = view->findChild<QSpinBox*>(QStringLiteral("pdfPage"));
    page->setValue(3);
    EXPECT_EQ(view->place().page, 3);
    EXPECT_GT(moved.size(), 0);
    EXPECT_EQ(view->placeName(view->place()), QStringLiteral("Page 3"));
    view->find(QStringLiteral("panel"));
    ASSERT_TRUE(waitFor([&] { return view->place().page == 2; })) << "the first of the two";
    const auto says = [&](const QString& words) {
        const auto labels = view->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text() == words; });
    };
    ASSERT_TRUE(waitFor([&] { return says(QStringLiteral("1 of 2")); })) << "pages are searched one by one";
    auto* field = view->findChild<QLineEdit*>(QStringLiteral("findInMaterial"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return view->place().page == 3; }));
    view->setPlace({2, 3000});
    EXPECT_EQ(view->place().page, 2);
    EXPECT_NEAR(static_cast<double>(view->place().offset), 3000, 60);
}

TEST_F(ContentViewTest, APdfThatCantBeReadSaysSo) {
    const auto file = m_folder / "a.pdf";
    std::ofstream(file) << "%PDF-1.4";
    const auto view = shown(MaterialKind::Pdf, file);
    ASSERT_TRUE(m_error);
    EXPECT_EQ(m_error->code, ErrorCode::Corrupt);
}

TEST_F(ContentViewTest, APictureFitsOrIsShownPixelByPixel) {
    const auto file = m_folder / "a.png";
    QImage(2000, 1000, QImage::Format_RGB32).save(QString::fromStdString(file.string()));
    const auto view = shown(MaterialKind::Image, file);
    ASSERT_FALSE(m_error);
    auto* picture = view->findChild<QWidget*>(QStringLiteral("picture"));
    ASSERT_NE(picture, nullptr);
    ASSERT_TRUE(waitFor([&] { return picture->width() <= 600; }));
    EXPECT_EQ(picture->height(), picture->width() / 2);
    view->findChild<QPushButton*>(QStringLiteral("imageSize"))->click();
    EXPECT_EQ(picture->size(), QSize(2000, 1000));
    std::ofstream(file) << "\x89PNG\r\n\x1A\nbroken";
    shown(MaterialKind::Image, file);
    EXPECT_EQ(m_error->code, ErrorCode::Corrupt);
}

TEST_F(ContentViewTest, ALinkSaysWhereItLeadsAndIsOpenedByAClickAlone) {
    const auto view = shown(MaterialKind::Link, {}, {}, "http://xn--exmple-cua.org/a/b?c=1");
    QSignalSpy clicked(view.get(), &ContentView::linkClicked);
    QString all;
    for (const QLabel* label : view->findChildren<QLabel*>())
        all += label->text();
    EXPECT_TRUE(all.contains(QStringLiteral("xn--"))) << "as it travels, not as it looks";
    EXPECT_TRUE(all.contains(QStringLiteral("not encrypted")));
    EXPECT_EQ(view->percent(), 0);
    EXPECT_EQ(clicked.size(), 0);
    view->findChild<QPushButton*>(QStringLiteral("openLink"))->click();
    ASSERT_EQ(clicked.size(), 1);
    EXPECT_EQ(view->percent(), 100);
}

TEST_F(ContentViewTest, ARecordingIsPlayedFromItsPlace) {
    const auto view = shown(MaterialKind::Recording,
                            std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "studio/sample/attempt_1.mkv");
    ASSERT_FALSE(m_error) << m_error->detail;
    view->setPlace({1, 12'000});
    ASSERT_TRUE(waitFor([&] { return view->place().offset >= 11'900; }));
    EXPECT_EQ(view->placeName({1, 12'000}), QStringLiteral("0:12"));
    EXPECT_GT(view->percent(), 0);
    EXPECT_LT(view->percent(), 100);
    view->pause();
}

TEST_F(ContentViewTest, ATextFindsWordsAroundItsEnd) {
    const auto view = shown(MaterialKind::Markdown, {}, "# One\n\nThe panel asks.\n\nThe panel listens.\n");
    view->find(QStringLiteral("listens"));
    auto* field = view->findChild<QLineEdit*>(QStringLiteral("findInMaterial"));
    ASSERT_NE(field, nullptr);
    EXPECT_TRUE(field->isVisible());
    QTest::keyClick(field, Qt::Key_Return);
    QString said;
    for (const QLabel* label : view->findChildren<QLabel*>())
        said += label->text();
    EXPECT_EQ(said, QString());
    field->setText(QStringLiteral("nowhere"));
    for (const QLabel* label : view->findChildren<QLabel*>())
        said += label->text();
    EXPECT_EQ(said, QStringLiteral("Not found"));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_FALSE(field->isVisible());
    EXPECT_EQ(view->placeName({1, 0}), QStringLiteral("One"));
}

} // namespace mockingbird::studio::test

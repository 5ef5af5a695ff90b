// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_view.h"

#include "tests/gui/wait_for.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTimer>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

using mockingbird::test::waitFor;

namespace {

QString manyParagraphs() {
    QString text = QStringLiteral("# Long\n\n");
    for (int i = 0; i < 200; ++i)
        text += QStringLiteral("Paragraph %1 says what there is to say about panels and what they ask.\n\n")
                    .arg(i);
    return text;
}

} // namespace

TEST(MaterialView, NothingIsAskedOfTheNetAndNothingRuns) {
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    int asked = 0;
    QObject::connect(&server, &QTcpServer::newConnection, [&] { ++asked; });
    const QString host = QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort());
    const QString html =
        QStringLiteral("<link rel=stylesheet href='%1a.css'><script src='%1a.js'></script>"
                       "<style>@import '%1b.css'; p { background: url(%1c.png) }</style>"
                       "<p style=\"background-image:url('%1d.png')\">Words</p><img src='%1e.png'>"
                       "<iframe src='%1f.html'></iframe><img src='file:///etc/passwd'>"
                       "<script>document.write('written')</script>")
            .arg(host);
    MaterialView view;
    view.resize(600, 400);
    view.show();
    view.showText(QStringLiteral("Page"), html, MaterialView::Format::Html);
    EXPECT_EQ(view.toPlainText(), QStringLiteral("Words"));
    view.showText(QStringLiteral("Text"),
                  QStringLiteral("![a](%1g.png) <img src='%1h.png'>\n\nWords").arg(host),
                  MaterialView::Format::Markdown);
    view.grab();
    // The control: the same loop lets a connection through that somebody does ask for.
    QTcpSocket other;
    other.connectToHost(QHostAddress::LocalHost, server.serverPort());
    ASSERT_TRUE(waitFor([&] { return asked > 0; }));
    EXPECT_EQ(asked, 1);
}

TEST(MaterialView, ALinkIsToldAndDoesNothingByItself) {
    MaterialView view;
    view.resize(600, 400);
    view.show();
    view.showText({}, QStringLiteral("<a href='https://example.org/x'>there</a>"),
                  MaterialView::Format::Html);
    QSignalSpy clicked(&view, &MaterialView::linkClicked);
    QSignalSpy touched(&view, &MaterialView::linkTouched);
    const QPoint at = view.cursorRect().center() + QPoint(6, 4);
    QTest::mouseMove(view.viewport(), at);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
    ASSERT_EQ(clicked.size(), 1);
    EXPECT_EQ(clicked[0][0].toUrl(), QUrl(QStringLiteral("https://example.org/x")));
    EXPECT_EQ(view.toPlainText(), QStringLiteral("there"));
}

TEST(MaterialView, ComesBackToItsPlaceAtAnyWidth) {
    MaterialView view;
    view.resize(700, 400);
    view.show();
    view.showText({}, manyParagraphs(), MaterialView::Format::Markdown);
    EXPECT_LT(view.percent(), 30);
    const QTextBlock block = view.document()->findBlockByNumber(120);
    view.setPlace(block.position());
    const int place = view.place();
    EXPECT_NEAR(place, block.position(), 4);
    view.resize(420, 500);
    QCoreApplication::processEvents(); // the text is laid out anew
    view.setPlace(place);
    EXPECT_NEAR(view.place(), place, 90) << "the beginning of the same line";
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    EXPECT_EQ(view.percent(), 100);
}

} // namespace mockingbird::studio::test

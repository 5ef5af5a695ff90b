// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sign_in_store.h"
#include "common/ui/banner.h"
#include "studio/rail.h"
#include "studio/sign_in/security_dialog.h"
#include "studio/sign_in/sign_in_page.h"
#include "studio/sign_in/signing_in.h"
#include "tests/gui/window_test.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTextEdit>
#include <algorithm>

namespace mockingbird::test {

namespace {

using studio::PageKind;
using studio::SignInPage;

constexpr const char* kCoordinators = "the coordinator's words";
constexpr const char* kMentees = "the mentee's own words";

/// All that can be read in the window now.
QStringList textsIn(const QWidget& window) {
    QStringList texts{window.windowTitle()};
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text() << button->toolTip();
        if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            texts << field->text();
        if (const auto* field = qobject_cast<const QPlainTextEdit*>(widget))
            texts << field->toPlainText();
        if (const auto* choice = qobject_cast<const QComboBox*>(widget))
            texts << choice->currentText();
    }
    return texts;
}

bool anyHolds(const QStringList& texts, const QString& word) {
    return std::any_of(texts.begin(), texts.end(),
                       [&word](const QString& text) { return text.contains(word); });
}

} // namespace

class SignInTest : public WindowTest {
protected:
    /// People sign in; the window shows who has to.
    void openSignedOut() {
        {
            const auto made = catalog::Catalog::open(m_folder / "catalog");
            ASSERT_TRUE(made.ok());
            catalog::Catalog& open = **made;
            const auto coordinator = open.people().add("Dora Ek", {catalog::Role::Coordinator});
            const auto mentee = open.people().add("Maya Okafor", {catalog::Role::Mentee});
            ASSERT_TRUE(open.people().add("Ben Adler", {catalog::Role::Mentee}).ok());
            ASSERT_TRUE(coordinator.ok() && mentee.ok());
            open.actAs(coordinator->id);
            open.signIn().setCost({1, std::size_t{8} << 10});
            ASSERT_TRUE(open.signIn().turnOn(kCoordinators, 10).ok());
            const auto code = open.signIn().giveCode(mentee->id);
            ASSERT_TRUE(code.ok());
            m_code = QString::fromStdString(*code);
            m_mentee = mentee->id;
            m_coordinator = coordinator->id;
        }
        open();
        ASSERT_NE(m_window->signInPage(), nullptr);
    }
    SignInPage& page() { return *m_window->signInPage(); }
    template <class Widget>
    Widget* on(const char* name) {
        return control<Widget>(&page(), name);
    }
    void type(const char* name, const QString& text, Qt::Key then = Qt::Key_Return) {
        auto* field = on<QLineEdit>(name);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, then);
    }
    /// By keyboard alone.
    bool signIn(const QString& name, const QString& passphrase) {
        type("signInName", name);
        type("passphrase", passphrase);
        return waitFor([&] { return m_window->signInPage() == nullptr; });
    }

    QString m_code;
    catalog::PersonId m_mentee;
    catalog::PersonId m_coordinator;
};

TEST_F(SignInTest, NothingOfTheCatalogIsShownBeforeSomebodySignsIn) {
    openSignedOut();
    EXPECT_FALSE(m_window->rail().isVisible());
    for (const PageKind kind : {PageKind::Home, PageKind::Library, PageKind::People, PageKind::Record})
        EXPECT_EQ(m_window->page(kind), nullptr);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    EXPECT_NE(m_window->signInPage(), nullptr);
    EXPECT_TRUE(catalog().actor().isNull());
    EXPECT_EQ(catalog().sessions().all().error().code, ErrorCode::Denied);
}

TEST_F(SignInTest, OnesNameAndPassphraseByKeyboardAloneLeadHome) {
    openSignedOut();
    ASSERT_TRUE(signIn("dor", kCoordinators));
    EXPECT_EQ(m_window->currentPage(), PageKind::Home);
    EXPECT_EQ(catalog().actor(), m_coordinator);
    EXPECT_TRUE(m_window->rail().signOutButton()->isVisible());
    EXPECT_FALSE(m_window->rail().peopleChooser()->isVisible());
    m_app->setActor(m_mentee); // nobody becomes another without a passphrase
    EXPECT_EQ(catalog().actor(), m_coordinator);
}

TEST_F(SignInTest, AWrongPassphraseIsToldAndForgotten) {
    openSignedOut();
    type("signInName", "Dora");
    EXPECT_EQ(page().step(), SignInPage::Step::Passphrase);
    type("passphrase", "not her words");
    ASSERT_TRUE(waitFor([&] { return page().banner().text().contains("belong together"); }));
    EXPECT_TRUE(on<QLineEdit>("passphrase")->text().isEmpty());
    EXPECT_TRUE(catalog().actor().isNull());
    QTest::keyClick(on<QLineEdit>("passphrase"), Qt::Key_Escape);
    EXPECT_EQ(page().step(), SignInPage::Step::Name);
}

TEST_F(SignInTest, ACodeFromTheCoordinatorLetsSomebodyChooseTheirPassphrase) {
    openSignedOut();
    type("signInName", "Maya");
    ASSERT_EQ(page().step(), SignInPage::Step::Code);
    type("code", m_code.toLower());
    type("newPassphrase", kMentees);
    type("newPassphraseAgain", "not the same words");
    EXPECT_TRUE(page().banner().text().contains("not the same"));
    on<QLineEdit>("newPassphraseAgain")->clear();
    type("newPassphraseAgain", kMentees);
    ASSERT_TRUE(waitFor([&] { return m_window->signInPage() == nullptr; }));
    EXPECT_EQ(catalog().actor(), m_mentee);
    EXPECT_EQ(m_window->page(PageKind::People), nullptr);
    m_window->rail().signOutButton()->click();
    ASSERT_NE(m_window->signInPage(), nullptr);
    EXPECT_TRUE(signIn("Maya", kMentees));
}

TEST_F(SignInTest, SigningOutLeavesNothingBehind) {
    openSignedOut();
    ASSERT_TRUE(signIn("Dora", kCoordinators));
    m_window->showPage(PageKind::Library);
    auto* search = m_window->page(PageKind::Library)->findChild<QLineEdit*>();
    ASSERT_NE(search, nullptr);
    QTest::keyClicks(search, "secret words");
    QApplication::clipboard()->setText("copied from a note");
    QSettings().setValue("compare/mentee", "somebody");
    QSettings().setValue("record/mentee", "somebody");
    QSettings().setValue("review/leadIn", 3000);
    m_window->banner().showMessage(ui::Tone::Success, "Dora's report is saved");
    // The control: all of it is there.
    ASSERT_TRUE(anyHolds(textsIn(*m_window), "secret words"));
    ASSERT_TRUE(anyHolds(textsIn(*m_window), "Dora"));

    m_window->rail().signOutButton()->click();
    ASSERT_NE(m_window->signInPage(), nullptr);
    const QStringList texts = textsIn(*m_window);
    EXPECT_FALSE(anyHolds(texts, "secret words"));
    EXPECT_FALSE(anyHolds(texts, "Dora"));
    EXPECT_EQ(m_window->page(PageKind::Library), nullptr);
    EXPECT_TRUE(QApplication::clipboard()->text().isEmpty());
    EXPECT_FALSE(QSettings().contains("compare/mentee"));
    EXPECT_FALSE(QSettings().contains("record/mentee"));
    EXPECT_TRUE(QSettings().contains("review/leadIn")); // the computer's
    EXPECT_TRUE(catalog().actor().isNull());
    EXPECT_FALSE(m_window->windowTitle().contains("Library"));

    type("signInName", "Dora");
    EXPECT_TRUE(on<QLineEdit>("passphrase")->text().isEmpty());
    type("passphrase", kCoordinators);
    ASSERT_TRUE(waitFor([&] { return m_window->signInPage() == nullptr; }));
    EXPECT_EQ(m_window->currentPage(), PageKind::Home);
    m_window->showPage(PageKind::Library);
    EXPECT_TRUE(m_window->page(PageKind::Library)->findChild<QLineEdit*>()->text().isEmpty());
}

TEST_F(SignInTest, WhoIsAwayIsWarnedAndThenSignedOut) {
    openSignedOut();
    ASSERT_TRUE(signIn("Dora", kCoordinators));
    emit m_window->signingIn().idleClock().warned(42);
    EXPECT_TRUE(anyHolds(textsIn(*m_window), "42 second"));
    emit m_window->signingIn().idleClock().touched();
    EXPECT_FALSE(anyHolds(textsIn(*m_window), "42 second"));
    emit m_window->signingIn().idleClock().expired();
    ASSERT_NE(m_window->signInPage(), nullptr);
    EXPECT_TRUE(page().banner().text().contains("nobody was there"));
}

TEST_F(SignInTest, NobodyIsSignedOutWhileARecordingRunsButAfterIt) {
    openSignedOut();
    ASSERT_TRUE(signIn("Dora", kCoordinators));
    m_window->signingIn().setRecording(true);
    emit m_window->signingIn().idleClock().expired();
    EXPECT_EQ(m_window->signInPage(), nullptr);
    m_window->signingIn().setRecording(false);
    EXPECT_TRUE(waitFor([&] { return m_window->signInPage() != nullptr; }));
}

TEST_F(SignInTest, AnOpenDialogGoesWithThePerson) {
    openSignedOut();
    ASSERT_TRUE(signIn("Dora", kCoordinators));
    m_window->signingIn().openSecurity();
    ASSERT_NE(m_window->findChild<studio::SecurityDialog*>(), nullptr);
    emit m_window->signingIn().idleClock().expired();
    EXPECT_TRUE(waitFor([&] { return m_window->signInPage() != nullptr; }));
    EXPECT_TRUE(waitFor([&] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_window->findChild<studio::SecurityDialog*>() == nullptr;
    }));
}

TEST_F(SignInTest, APassphraseThatIsResetElsewhereSignsOut) {
    openSignedOut();
    type("signInName", "Maya");
    type("code", m_code);
    type("newPassphrase", kMentees);
    type("newPassphraseAgain", kMentees);
    ASSERT_TRUE(waitFor([&] { return m_window->signInPage() == nullptr; }));
    {
        const auto other = catalog::Catalog::open(m_folder / "catalog");
        ASSERT_TRUE(other.ok());
        (*other)->actAs(m_coordinator);
        ASSERT_TRUE((*other)->signIn().giveCode(m_mentee).ok());
    }
    EXPECT_TRUE(waitFor([&] { return m_window->signInPage() != nullptr; }));
}

TEST_F(SignInTest, ACoordinatorTurnsItOnGivesCodesAndTurnsItOff) {
    open();
    ASSERT_TRUE(catalog().people().add("Maya Okafor", {catalog::Role::Mentee}).ok());
    m_window->signingIn().openSecurity();
    auto* dialog = m_window->findChild<studio::SecurityDialog*>();
    ASSERT_NE(dialog, nullptr);
    QTest::keyClicks(control<QLineEdit>(dialog, "newPassphrase"), kCoordinators);
    QTest::keyClicks(control<QLineEdit>(dialog, "newPassphraseAgain"), kCoordinators);
    control<QPushButton>(dialog, "turnOn")->click();
    ASSERT_TRUE(waitFor([&] { return !dialog->shownCode().isEmpty(); }));
    EXPECT_EQ(dialog->shownCode().size(), 24);
    EXPECT_TRUE(m_app->peopleSignIn());
    EXPECT_EQ(m_window->signInPage(), nullptr); // who turned it on has signed in by that

    control<QPushButton>(dialog, "giveCode")->click();
    EXPECT_EQ(dialog->shownCode().size(), 14);

    QTest::keyClicks(control<QLineEdit>(dialog, "ownPassphrase"), "not her words");
    control<QPushButton>(dialog, "turnOff")->click();
    ASSERT_TRUE(waitFor([&] { return dialog->banner().text().contains("not your passphrase"); }));
    EXPECT_TRUE(m_app->peopleSignIn());
    QTest::keyClicks(control<QLineEdit>(dialog, "ownPassphrase"), kCoordinators);
    control<QPushButton>(dialog, "turnOff")->click();
    EXPECT_TRUE(waitFor([&] { return !m_app->peopleSignIn(); }));
    control<QPushButton>(dialog, "closeSecurity")->click();
    EXPECT_FALSE(m_window->rail().signOutButton()->isVisible());
}

TEST_F(SignInTest, AmongTwoThousandOnesNameIsFoundByItsBeginnings) {
    openSignedOut();
    ASSERT_TRUE(catalog()
                    .atomically([&]() -> Result<void> {
                        for (int i = 0; i < 2000; ++i)
                            if (const auto added = catalog().people().add("Person " + std::to_string(i), {});
                                !added.ok())
                                return added.error();
                        return {};
                    })
                    .error()
                    .code == ErrorCode::Denied); // nobody has signed in, so nobody adds
    {
        const auto other = catalog::Catalog::open(m_folder / "catalog");
        ASSERT_TRUE(other.ok());
        (*other)->actAsStudio();
        ASSERT_TRUE((*other)
                        ->atomically([&]() -> Result<void> {
                            for (int i = 0; i < 2000; ++i)
                                if (const auto added =
                                        (*other)->people().add("Person " + std::to_string(i), {});
                                    !added.ok())
                                    return added.error();
                            return {};
                        })
                        .ok());
    }
    page().refresh();
    auto* list = on<QListView>("signInPeople");
    EXPECT_GE(list->model()->rowCount(), 2003);
    QTest::keyClicks(on<QLineEdit>("signInName"), "per 1234");
    EXPECT_EQ(list->model()->rowCount(), 1);
    QTest::keyClick(on<QLineEdit>("signInName"), Qt::Key_Return);
    EXPECT_EQ(page().step(), SignInPage::Step::Code);
}

} // namespace mockingbird::test

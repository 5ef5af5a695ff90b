// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "recorder/ui/consent_panel.h"
#include "recorder/ui/device_check_panel.h"
#include "recorder/ui/source_panel.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSettings>

namespace mockingbird::test {

void WindowTest::SetUp() {
    QSettings().clear();
    QSettings().setValue(QStringLiteral("record/countdown"), 0); // has its own test
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
}

void WindowTest::TearDown() {
    close();
}

void WindowTest::open() {
    m_app = std::make_unique<studio::App>(studio::App::Options{(m_folder / "catalog").string(), {}});
    m_window = std::make_unique<studio::MainWindow>(*m_app, *m_appearance, m_dialogs);
    m_window->show();
    m_window->openCatalog();
    m_window->activateWindow(); // shortcuts reach the active window alone
    EXPECT_TRUE(waitFor([&] { return m_window->isActiveWindow(); }));
}

void WindowTest::close() {
    m_window.reset();
    m_app.reset();
}

recorder::RecordPage* WindowTest::recordPage() {
    return dynamic_cast<recorder::RecordPage*>(m_window->page(studio::PageKind::Record));
}

bool WindowTest::openTestSources() {
    m_window->showPage(studio::PageKind::Record);
    recorder::RecordPage* page = recordPage();
    auto* sources = page->findChild<recorder::SourcePanel*>();
    if (!waitFor([&] { return sources->devicesKnown(); }))
        return false;
    auto* more = control<QPushButton>(page, "moreSources");
    if (!more->isChecked())
        more->click();
    for (QCheckBox* box : sources->findChildren<QCheckBox*>())
        box->setChecked(box->objectName().endsWith(QLatin1String(" test")));
    auto* check = page->findChild<recorder::DeviceCheckPanel*>();
    return waitFor([&] { return check->passed(); });
}

bool WindowTest::agree() {
    recorder::RecordPage* page = recordPage();
    for (QCheckBox* box : page->findChild<recorder::ConsentPanel*>()->findChildren<QCheckBox*>()) {
        if (!box->isChecked())
            box->click();
    }
    return waitFor([&] { return page->ready(); });
}

bool WindowTest::startRecording() {
    if (!openTestSources() || !agree())
        return false;
    auto voice = std::make_unique<ListeningVoice>();
    m_voice = voice.get();
    recordPage()->setVoice(std::move(voice));
    control<QPushButton>(recordPage(), "record")->click();
    return recordPage()->isRecording();
}

bool WindowTest::recordFor(double seconds) {
    QString elapsed;
    recorder::RecordPage* page = recordPage();
    const auto watching = QObject::connect(page, &recorder::RecordPage::recordingChanged,
                                           [&](const QString& time, bool) { elapsed = time; });
    const bool started = startRecording();
    const bool reached =
        started && waitFor([&] { return elapsed.section(QLatin1Char(':'), -1).toDouble() >= seconds; });
    control<QPushButton>(page, "stop")->click();
    QObject::disconnect(watching);
    return reached && page->stage() == recorder::RecordPage::Stage::Filed;
}

} // namespace mockingbird::test

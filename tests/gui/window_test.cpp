// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "recorder/ui/source_panel.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSettings>

namespace mockingbird::test {

void WindowTest::SetUp() {
    QSettings().clear();
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
    return waitFor([&] { return page->ready(); });
}

bool WindowTest::recordFor(double seconds) {
    if (!openTestSources())
        return false;
    QString elapsed;
    recorder::RecordPage* page = recordPage();
    const auto watching = QObject::connect(page, &recorder::RecordPage::recordingChanged,
                                           [&](const QString& time, bool) { elapsed = time; });
    control<QPushButton>(page, "record")->click();
    const bool reached = waitFor([&] { return elapsed.section(QLatin1Char(':'), -1).toDouble() >= seconds; });
    control<QPushButton>(page, "stop")->click();
    QObject::disconnect(watching);
    return reached && !page->isRecording();
}

} // namespace mockingbird::test

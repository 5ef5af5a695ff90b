// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/appearance.h"
#include "recorder/ui/record_page.h"
#include "studio/app.h"
#include "studio/main_window.h"
#include "tests/gui/answering_dialogs.h"
#include "tests/gui/listening_voice.h"
#include "tests/gui/wait_for.h"
#include "tests/support/temporary_folder.h"

#include <QApplication>
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace mockingbird::test {

/// The real window on a catalog in a folder of the test's own.
class WindowTest : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;

    /// Opens the window; its catalog is there after it.
    void open();
    void close();
    /// A control of a page by its object name; fails the test where there is none.
    template <class Widget>
    Widget* control(QWidget* page, const char* name) {
        auto* found = page->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << "no control is called " << name;
        return found;
    }
    /// Shows Record and ticks the test picture and tone alone; whether they were seen and heard.
    [[nodiscard]] bool openTestSources();
    /// Everybody agrees on the Record page; whether Record is unlocked then.
    [[nodiscard]] bool agree();
    /// Makes all ready as a person does, and presses Record; whether it records.
    [[nodiscard]] bool startRecording();
    [[nodiscard]] recorder::RecordPage* recordPage();
    /// Records from the test sources until `seconds` are kept, and stops.
    [[nodiscard]] bool recordFor(double seconds);
    [[nodiscard]] catalog::Catalog& catalog() { return *m_app->catalog(); }

    TemporaryFolder m_folder;
    AnsweringDialogs m_dialogs;
    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<studio::App> m_app;
    std::unique_ptr<studio::MainWindow> m_window;
    ListeningVoice* m_voice = nullptr; ///< the Record page's
};

} // namespace mockingbird::test

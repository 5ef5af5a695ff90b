// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/error_text.h"

#include "common/base/error_sentence.h"

#include <QStringList>
#include <gtest/gtest.h>

namespace mockingbird::ui {

TEST(ErrorText, EveryCodeSaysWhatHappenedWhatIsSafeAndWhatToDo) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const QString text = sentence({static_cast<ErrorCode>(code), {}, 0});
        EXPECT_GE(text.split(QStringLiteral(". ")).size(), 2) << text.toStdString();
        EXPECT_TRUE(text.endsWith(QLatin1Char('.'))) << text.toStdString();
    }
}

TEST(ErrorText, SaysWhatTheCommandLineSays) {
    const Error error{ErrorCode::DeviceLost, "the microphone \"Desk\" is not there.", 0};
    EXPECT_EQ(ui::sentence(error).toStdString(), mockingbird::sentence(error));
}

} // namespace mockingbird::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/threading/mailbox.h"

#include <gtest/gtest.h>

using mockingbird::threading::Mailbox;

TEST(Mailbox, KeepsTheLatestAloneAndGivesItOnce) {
    Mailbox<int> mailbox;
    EXPECT_EQ(mailbox.take(), std::nullopt);
    mailbox.post(1);
    mailbox.post(2);
    EXPECT_EQ(mailbox.take(), 2);
    EXPECT_EQ(mailbox.take(), std::nullopt);
}

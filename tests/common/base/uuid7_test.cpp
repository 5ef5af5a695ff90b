// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/strong_id.h"
#include "common/base/uuid7.h"
#include "common/base/wall_time.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace mockingbird;

TEST(Uuid7, RisesStrictlyWithinAProcess) {
    Uuid7 last = Uuid7::make();
    for (int i = 0; i < 100'000; ++i) {
        const Uuid7 next = Uuid7::make();
        ASSERT_LT(last, next);
        last = next;
    }
}

TEST(Uuid7, IsUniqueAcrossThreads) {
    std::vector<std::vector<Uuid7>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& ids : made)
            threads.emplace_back([&ids] {
                for (int i = 0; i < 5000; ++i)
                    ids.push_back(Uuid7::make());
            });
    }
    std::vector<Uuid7> all;
    for (const auto& ids : made)
        all.insert(all.end(), ids.begin(), ids.end());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

TEST(Uuid7, CarriesVersionVariantAndTime) {
    const Uuid7 id = Uuid7::make();
    EXPECT_EQ(id.bytes()[6] >> 4, 7);
    EXPECT_EQ(id.bytes()[8] >> 6, 2);
    EXPECT_LT(std::abs(id.unixMilliseconds() - WallTime::now().milliseconds), 5000);
}

TEST(Uuid7, ParsesItsOwnTextInEitherCase) {
    const Uuid7 id = Uuid7::make();
    std::string text = id.toString();
    EXPECT_EQ(Uuid7::parse(text).value(), id);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    EXPECT_EQ(Uuid7::parse(text).value(), id);
}

TEST(Uuid7, RefusesOtherTexts) {
    for (const char* text :
         {"", "not an id", "00000000-0000-4000-8000-000000000000", "01890a5d-ac96-774b-bcce-b302099a805",
          "01890a5d-ac96-774b-bcce-b302099a805g", "01890a5dxac96-774b-bcce-b302099a8057"})
        EXPECT_FALSE(Uuid7::parse(text).ok()) << text;
}

TEST(Uuid7, AForkedProcessMakesOthersThanItsSibling) {
    (void)Uuid7::make(); // the generator is there before the fork
    std::vector<std::string> random;
    for (int i = 0; i < 2; ++i) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        if (child == 0) {
            const std::string id = Uuid7::make().toString();
            const bool told = write(ends[1], id.data(), id.size()) == static_cast<ssize_t>(id.size());
            _exit(told ? 0 : 1);
        }
        char id[36];
        ASSERT_EQ(read(ends[0], id, sizeof id), static_cast<ssize_t>(sizeof id));
        waitpid(child, nullptr, 0);
        close(ends[0]);
        close(ends[1]);
        random.emplace_back(id + 19, 17); // its random end
    }
    EXPECT_NE(random[0], random[1]);
}

TEST(Id, OfDifferentTagsAreDifferentTypes) {
    using Left = Id<struct LeftTag>;
    using Right = Id<struct RightTag>;
    static_assert(!std::is_convertible_v<Left, Right>);
    EXPECT_TRUE(Left{}.isNull());
    EXPECT_FALSE(Left::make().isNull());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/kit_store.h"

#include <optional>

namespace mockingbird::recorder {

/// How long reading, answering and the whole interview may take, by the kit's timing profile with the
/// mentee's extra time, and how much of it is left. It counts recorded time, so it stands still in a pause.
/// No Qt and no clock of its own: it is told what time it is.
class PromptClock {
public:
    enum class Phase {
        Waiting, ///< nothing has been asked yet
        Asking,  ///< the question is being spoken; no time runs but the whole's
        Reading, ///< time to think before the answer
        Answering,
        Over, ///< the answer's time is up; nobody is cut off
    };
    struct Times {
        Phase phase = Phase::Waiting;
        MediaTime left;      ///< of the phase; of Over, how long ago the time was up
        MediaTime allowed;   ///< the phase's length
        MediaTime wholeLeft; ///< of the interview; 0 where it is up
        bool wholeOver = false;
    };

    PromptClock() = default;
    /// `usedBefore` is what earlier parts of the same interview took of the whole.
    PromptClock(const catalog::TimingProfile& profile, int extraTimePercent, MediaTime usedBefore = {});

    [[nodiscard]] int extraTimePercent() const { return m_extra; }

    /// The question is asked: its reading time begins, or, where it is spoken first, waits for heard().
    enum class Asked { Shown, Spoken };
    void ask(const catalog::Question& question, MediaTime at, Asked how = Asked::Shown);
    /// The question has been spoken to its end (or can't be): its reading time begins. Else a no-op.
    void heard(MediaTime at);
    /// The answer begins before the reading time is over. No-op outside of it.
    void answer(MediaTime at);

    [[nodiscard]] Times at(MediaTime elapsed) const;

private:
    [[nodiscard]] MediaTime allowed(int seconds) const;

    MediaTime m_reading;
    MediaTime m_answering;
    MediaTime m_whole;
    MediaTime m_profileAnswering;
    MediaTime m_usedBefore;
    int m_extra = 0;
    std::optional<MediaTime> m_begun;         ///< when the first question was asked
    bool m_speaking = false;                  ///< since the last ask()
    std::optional<MediaTime> m_readingFrom;   ///< none while it is spoken
    std::optional<MediaTime> m_answeringFrom; ///< where the answer began early
};

} // namespace mockingbird::recorder

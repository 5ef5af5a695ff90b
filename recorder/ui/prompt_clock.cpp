// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/prompt_clock.h"

#include <algorithm>

namespace mockingbird::recorder {

PromptClock::PromptClock(const catalog::TimingProfile& profile, int extraTimePercent, MediaTime usedBefore)
    : m_usedBefore(usedBefore), m_extra(extraTimePercent) {
    m_reading = allowed(profile.readingSeconds);
    m_profileAnswering = allowed(profile.answerSeconds);
    m_whole = allowed(profile.totalMinutes * 60);
}

MediaTime PromptClock::allowed(int seconds) const {
    return MediaTime::fromMicroseconds(std::int64_t{seconds} * (100 + m_extra) * 10'000);
}

void PromptClock::ask(const catalog::Question& question, MediaTime at, Asked how) {
    if (!m_begun)
        m_begun = at;
    m_answering = question.seconds > 0 ? allowed(question.seconds) : m_profileAnswering;
    m_speaking = how == Asked::Spoken;
    m_answeringFrom.reset();
    m_readingFrom.reset();
    if (!m_speaking)
        m_readingFrom = at;
}

void PromptClock::heard(MediaTime at) {
    if (!m_speaking)
        return;
    m_speaking = false;
    m_readingFrom = at;
}

void PromptClock::answer(MediaTime at) {
    if (this->at(at).phase == Phase::Reading)
        m_answeringFrom = at;
}

PromptClock::Times PromptClock::at(MediaTime elapsed) const {
    Times now;
    const MediaTime used = m_usedBefore + (m_begun ? elapsed - *m_begun : MediaTime{});
    now.wholeLeft = std::max(m_whole - used, MediaTime{});
    now.wholeOver = used >= m_whole;
    if (!m_begun)
        return now;
    if (m_speaking) {
        now.phase = Phase::Asking;
        return now;
    }
    const MediaTime from = m_answeringFrom.value_or(*m_readingFrom + m_reading);
    if (elapsed < from) {
        now.phase = Phase::Reading;
        now.allowed = m_reading;
        now.left = from - elapsed;
        return now;
    }
    const MediaTime answered = elapsed - from;
    now.allowed = m_answering;
    if (answered < m_answering) {
        now.phase = Phase::Answering;
        now.left = m_answering - answered;
    } else {
        now.phase = Phase::Over;
        now.left = answered - m_answering;
    }
    return now;
}

} // namespace mockingbird::recorder

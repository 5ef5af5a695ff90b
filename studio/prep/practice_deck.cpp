// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/practice_deck.h"

#include <algorithm>
#include <random>

namespace mockingbird::studio {

namespace {

using catalog::PracticeOutcome;

constexpr std::ptrdiff_t kAgainAfter = 2;

} // namespace

PracticeCount countOf(catalog::QuestionId question, const std::vector<catalog::Practice>& history) {
    PracticeCount count;
    for (const catalog::Practice& one : history) {
        if (one.question != question)
            continue;
        count.answered += one.outcome == PracticeOutcome::Answered ? 1 : 0;
        count.again += one.outcome == PracticeOutcome::Again ? 1 : 0;
        count.skipped += one.outcome == PracticeOutcome::Skipped ? 1 : 0;
        if (!count.last || one.at > count.last->at)
            count.last = one;
    }
    return count;
}

PracticeDeck::PracticeDeck(std::vector<catalog::QuestionId> questions, Order order,
                           const std::vector<catalog::Practice>& history, std::uint32_t seed)
    : m_ahead(std::move(questions)) {
    if (order == Order::Shuffled) {
        std::mt19937 random(seed);
        std::shuffle(m_ahead.begin(), m_ahead.end(), random);
    } else if (order == Order::LeastFirst) {
        std::stable_sort(m_ahead.begin(), m_ahead.end(), [&](catalog::QuestionId a, catalog::QuestionId b) {
            return countOf(a, history).answered < countOf(b, history).answered;
        });
    }
    m_before = m_ahead;
}

std::optional<catalog::QuestionId> PracticeDeck::current() const {
    return m_ahead.empty() ? std::nullopt : std::optional(m_ahead.front());
}

void PracticeDeck::done(PracticeOutcome outcome) {
    if (m_ahead.empty())
        return;
    m_before = m_ahead;
    const catalog::QuestionId question = m_ahead.front();
    m_ahead.erase(m_ahead.begin());
    if (outcome == PracticeOutcome::Again)
        m_ahead.insert(m_ahead.begin() + std::min<std::ptrdiff_t>(kAgainAfter, std::ssize(m_ahead)),
                       question);
}

void PracticeDeck::pick(catalog::QuestionId question) {
    std::erase(m_ahead, question);
    m_ahead.insert(m_ahead.begin(), question);
    m_before = m_ahead;
}

void PracticeDeck::back() {
    m_ahead = m_before;
}

} // namespace mockingbird::studio

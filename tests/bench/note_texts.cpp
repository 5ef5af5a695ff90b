// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/note_texts.h"

#include <array>
#include <cmath>
#include <span>
#include <string_view>

namespace mockingbird::bench {

namespace {

using std::string_view;

// { stands for a part of speech that is put in: a verb, n noun, q quality, g what one does, r a rare word.
constexpr std::array<string_view, 20> kSentences = {
    "You {v the {n before {g, and the panel could follow.",
    "The {n was {q; say it once, then go on to the {n.",
    "Here you {v what the {n did, not what you did.",
    "Good: a {q {n, with the result at the end.",
    "Try {g first; the {n comes second.",
    "I missed the {n in this answer about {r.",
    "A {q opening. The {n at {r makes it your own.",
    "What did the {n say when you {v the {n?",
    "Slow down while {g; this is the {q part.",
    "You looked at the table when you {v the {n.",
    "The example from {r is {q and worth telling again.",
    "Two sentences on the {n would be enough here.",
    "This answers another question: they asked about the {n.",
    "Your voice is {q once you begin {g.",
    "Name the {n: how many, how long, who noticed.",
    "{r came up again; you told it at the last attempt, too.",
    "Nice that you asked before {g.",
    "You {v, then stopped. The pause is {q, keep it.",
    "I would leave the {n out and end with the {n.",
    "For the rubric this is {q: the {n is there, the reason isn't."};
constexpr std::array<string_view, 40> kVerbs = {
    "described", "explained", "named",     "showed",     "skipped",   "mentioned", "answered",   "calmed",
    "helped",    "asked",     "repeated",  "finished",   "opened",    "closed",    "compared",   "counted",
    "planned",   "solved",    "checked",   "shared",     "taught",    "listened",  "decided",    "delegated",
    "improved",  "measured",  "organised", "presented",  "prevented", "recorded",  "reminded",   "reported",
    "resolved",  "reviewed",  "scheduled", "simplified", "supported", "thanked",   "translated", "welcomed"};
constexpr std::array<string_view, 64> kNouns = {
    "situation",  "task",        "action",     "result",    "question",   "answer",    "patron",
    "library",    "desk",        "team",       "conflict",  "policy",     "schedule",  "budget",
    "program",    "collection",  "branch",     "manager",   "colleague",  "example",   "story",
    "detail",     "number",      "reason",     "ending",    "beginning",  "pause",     "panel",
    "strength",   "weakness",    "goal",       "plan",      "children",   "teenagers", "parents",
    "volunteers", "catalogue",   "shelf",      "workshop",  "newsletter", "complaint", "apology",
    "deadline",   "priority",    "training",   "mistake",   "lesson",     "feedback",  "technology",
    "computer",   "printer",     "databases",  "privacy",   "inclusion",  "access",    "community",
    "outreach",   "partnership", "statistics", "committee", "supervisor", "promotion", "interview",
    "rubric"};
constexpr std::array<string_view, 32> kQualities = {
    "clear",     "calm",       "concrete", "honest",  "strong",     "warm",       "brief",      "complete",
    "vague",     "rushed",     "long",     "quiet",   "convincing", "specific",   "general",    "structured",
    "confident", "hesitant",   "lively",   "flat",    "precise",    "personal",   "abstract",   "repetitive",
    "relevant",  "surprising", "modest",   "patient", "direct",     "respectful", "thoughtful", "memorable"};
constexpr std::array<string_view, 24> kDoings = {
    "giving the result",     "naming the conflict",  "answering",
    "asking back",           "telling the story",    "describing the steps",
    "listing the tools",     "thanking the panel",   "explaining the policy",
    "reading the question",  "showing the numbers",  "choosing an example",
    "summing it up",         "looking at the clock", "speaking of the team",
    "admitting the mistake", "praising a colleague", "comparing both plans",
    "setting priorities",    "welcoming the patron", "handling the complaint",
    "planning the workshop", "training volunteers",  "closing the answer"};
constexpr std::array<string_view, 20> kOnsets = {"b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j",
                                                 "k", "l",  "m", "n",  "p", "r", "s", "st", "t", "w"};
constexpr std::array<string_view, 10> kVowels = {"a", "e", "i", "o", "u", "ai", "ea", "ee", "oo", "ou"};
constexpr std::array<string_view, 12> kCodas = {"",   "n",  "r",  "l",  "s", "m",
                                                "nd", "rt", "ck", "th", "x", "ve"};

/// Early ones more often: about as words are in a language.
template <std::size_t Size>
string_view pick(const std::array<string_view, Size>& words, std::mt19937& dice) {
    const double part = static_cast<double>(dice() % 100000) / 100000;
    return words[static_cast<std::size_t>(part * part * static_cast<double>(Size))];
}

} // namespace

std::string NoteTexts::rareWord() {
    // Some thousand words, of which the shorter are more frequent.
    std::string word;
    const auto syllables = 1 + below(2) + below(2);
    for (unsigned i = 0; i < syllables; ++i) {
        word += kOnsets[below(kOnsets.size())];
        word += kVowels[below(kVowels.size())];
    }
    word += kCodas[below(kCodas.size())];
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

std::string NoteTexts::personName() {
    return rareWord() + " " + rareWord();
}

std::string NoteTexts::sentence() {
    std::string made;
    const string_view form = kSentences[below(kSentences.size())];
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '{') {
            made += form[i];
            continue;
        }
        switch (form[++i]) {
        case 'v':
            made += pick(kVerbs, m_dice);
            break;
        case 'n':
            made += pick(kNouns, m_dice);
            break;
        case 'q':
            made += pick(kQualities, m_dice);
            break;
        case 'g':
            made += pick(kDoings, m_dice);
            break;
        default:
            made += rareWord();
        }
    }
    return made;
}

std::string NoteTexts::note() {
    std::string made = sentence();
    for (unsigned more = below(3); more > 0; --more)
        made += " " + sentence();
    return made;
}

} // namespace mockingbird::bench

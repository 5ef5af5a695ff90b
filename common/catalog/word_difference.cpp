// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/word_difference.h"

#include <algorithm>
#include <cstddef>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kMostSteps = 4'000'000;
constexpr std::string_view kBlanks = " \t\n\r";

struct Word {
    std::string_view text;
    std::string_view blanks; ///< after it
};

std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> words;
    std::size_t at = std::min(text.find_first_not_of(kBlanks), text.size());
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        const std::size_t next = std::min(text.find_first_not_of(kBlanks, end), text.size());
        words.push_back({text.substr(at, end - at), text.substr(end, next - end)});
        at = next;
    }
    return words;
}

void put(std::vector<WordRun>& runs, WordRun::Kind kind, const Word& word) {
    if (runs.empty() || runs.back().kind != kind)
        runs.push_back({kind, {}});
    else if (!runs.back().text.empty() && kBlanks.find(runs.back().text.back()) == std::string_view::npos)
        runs.back().text += ' ';
    runs.back().text += std::string(word.text) + std::string(word.blanks);
}

} // namespace

std::vector<WordRun> wordDifference(std::string_view before, std::string_view after) {
    const std::vector<Word> old = wordsOf(before);
    const std::vector<Word> now = wordsOf(after);
    std::vector<WordRun> runs;
    if (old.size() * now.size() > kMostSteps) {
        for (const Word& word : old)
            put(runs, WordRun::Kind::Removed, word);
        for (const Word& word : now)
            put(runs, WordRun::Kind::Added, word);
        return runs;
    }
    // length[i][j]: of the longest sequence that old from i and now from j share.
    const std::size_t width = now.size() + 1;
    std::vector<int> length((old.size() + 1) * width, 0);
    for (std::size_t i = old.size(); i-- > 0;)
        for (std::size_t j = now.size(); j-- > 0;)
            length[i * width + j] = old[i].text == now[j].text
                                        ? length[(i + 1) * width + j + 1] + 1
                                        : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < old.size() || j < now.size()) {
        if (i < old.size() && j < now.size() && old[i].text == now[j].text) {
            put(runs, WordRun::Kind::Same, now[j]);
            ++i;
            ++j;
        } else if (j == now.size() ||
                   (i < old.size() && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
            put(runs, WordRun::Kind::Removed, old[i++]);
        } else {
            put(runs, WordRun::Kind::Added, now[j++]);
        }
    }
    return runs;
}

} // namespace mockingbird::catalog

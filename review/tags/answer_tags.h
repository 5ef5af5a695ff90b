// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"
#include "review/tags/tag_set.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::review {

/// The question that a note is about: its own, or that in whose segment its moment lies; nullopt outside of
/// all.
[[nodiscard]] std::optional<catalog::QuestionId> questionOf(const catalog::Note& note,
                                                            const std::vector<catalog::Segment>& segments);

/// How often each tag stands in the notes of one answer.
struct AnswerTags {
    catalog::QuestionId question;
    int number = 0;                    ///< in the kit, from 1
    std::map<std::string, int> counts; ///< by the tag's name; absent for none
};

/// One for each question that was asked, in the kit's order.
[[nodiscard]] std::vector<AnswerTags> answerTags(const catalog::Kit& kit,
                                                 const std::vector<catalog::Segment>& segments,
                                                 const std::vector<catalog::Note>& notes);
/// The numbers of the answers that have one of the set's other STAR tags but no `tag`.
[[nodiscard]] std::vector<int> answersWithout(std::string_view tag, const std::vector<AnswerTags>& answers);

} // namespace mockingbird::review

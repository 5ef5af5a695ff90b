// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/kit.h"

#include <algorithm>

namespace mockingbird::catalog {

std::string_view name(ScoringScope scope) {
    return scope == ScoringScope::Question ? "question" : "session";
}

std::string_view name(TimesUp manner) {
    return manner == TimesUp::Bell ? "bell" : "silent";
}

const Criterion* Rubric::criterion(CriterionId wanted) const {
    const auto found = std::find_if(criteria.begin(), criteria.end(),
                                    [&](const Criterion& each) { return each.id == wanted; });
    return found == criteria.end() ? nullptr : &*found;
}

const Question* Kit::question(QuestionId wanted) const {
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& each) { return each.id == wanted; });
    return found == questions.end() ? nullptr : &*found;
}

} // namespace mockingbird::catalog

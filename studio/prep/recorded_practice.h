// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::studio {

/// Notes that a question was practised and that the answer is the session. Nothing where the session is
/// another person's than the acting one's, or its kit has no such question any more.
Result<void> fileRecordedPractice(catalog::Catalog& catalog, catalog::SessionId session,
                                  catalog::QuestionId question);

} // namespace mockingbird::studio

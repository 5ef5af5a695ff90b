// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"

#include <functional>

class QWidget;

namespace mockingbird::studio {

/// What is attached to a question, a button each that asks for it; nullptr where there is nothing that the
/// acting person may read.
[[nodiscard]] QWidget* makeQuestionMaterials(catalog::Catalog& catalog, catalog::QuestionId question,
                                             std::function<void(catalog::MaterialId)> wanted);

} // namespace mockingbird::studio

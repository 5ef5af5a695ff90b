// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"

#include <QWidget>
#include <vector>

namespace mockingbird::studio {

/// What a mentee took along from their last attempt, a line each.
class CommitmentsView : public QWidget {
    Q_OBJECT

public:
    explicit CommitmentsView(const std::vector<catalog::Commitment>& commitments, QWidget* parent = nullptr);
};

} // namespace mockingbird::studio

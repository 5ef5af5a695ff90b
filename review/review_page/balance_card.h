// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "review/agreement/review_balance.h"

#include <QStringList>
#include <QWidget>
#include <chrono>
#include <optional>

class QLabel;

namespace mockingbird::review {

/// What the balance line is said from.
struct BalanceContent {
    catalog::Kit kit;
    ReviewBalance balance;
    std::optional<std::chrono::minutes> spent; ///< on this review so far; none where nobody counted
    std::chrono::minutes allowed{30};
};

/// Whether the questions without a note are told too; where they are listed anyway, they aren't.
enum class BalanceDetail { Whole, WithoutQuestions };

/// The sentences of the balance line: strengths to growth, criteria and questions without a note, time left.
[[nodiscard]] QStringList balanceLines(const BalanceContent& content,
                                       BalanceDetail detail = BalanceDetail::Whole);
/// `Service`, or `question 2 · Service`, as the kit scores.
[[nodiscard]] QString scoreName(const catalog::Kit& kit, catalog::CriterionId criterion,
                                const std::optional<catalog::QuestionId>& question);
/// `question 2`.
[[nodiscard]] QString questionName(const catalog::Kit& kit, catalog::QuestionId question);

/// The balance of a review: a bar of strengths beside growth, both with their number, and the sentences
/// below.
class BalanceCard : public QWidget {
    Q_OBJECT

public:
    explicit BalanceCard(QWidget* parent = nullptr);

    void showContent(const BalanceContent& content, BalanceDetail detail = BalanceDetail::Whole);
    [[nodiscard]] QString text() const;

private:
    class Bar;

    Bar* m_bar;
    QLabel* m_lines;
};

} // namespace mockingbird::review

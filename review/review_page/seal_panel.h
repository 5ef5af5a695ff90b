// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/review_page/balance_card.h"
#include "review/rubric/criterion_card.h"

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::review {

/// What the last look before sealing is made from.
struct SealContent {
    BalanceContent balance;
    std::size_t notes = 0;
    bool summaryWritten = false;
    QString readers; ///< who can read it then
};

/// The step before sealing: what is missing, each with the way there, who can read the review then, and the
/// button that seals anyway. Nothing that is missing stops anybody.
class SealPanel : public QWidget {
    Q_OBJECT

public:
    using OptionalQuestion = std::optional<mockingbird::catalog::QuestionId>;

    explicit SealPanel(QWidget* parent = nullptr);

    void showContent(const SealContent& content);
    void setOffer(const EvidenceOffer& offer);
    [[nodiscard]] std::size_t missing() const { return m_missing; } ///< rows in the list
    [[nodiscard]] QPushButton* sealButton() const { return m_seal; }
    [[nodiscard]] QPushButton* backButton() const { return m_back; }
    [[nodiscard]] QString text() const; ///< every row and sentence

signals:
    void sealRequested();
    void backRequested();
    void scoreRequested(mockingbird::catalog::CriterionId criterion,
                        const std::optional<mockingbird::catalog::QuestionId>& question);
    void momentAdded(mockingbird::catalog::CriterionId criterion,
                     const std::optional<mockingbird::catalog::QuestionId>& question);
    void questionRequested(mockingbird::catalog::QuestionId question);

private:
    QWidget* addRow(const QString& text);
    void addGroup(const QString& heading);
    QPushButton* addAction(QWidget* row, const QString& text, const QString& accessibleName);
    void showOffer();

    EvidenceOffer m_offer;
    std::size_t m_missing = 0;
    QLabel* m_heading;
    BalanceCard* m_balance = nullptr;
    QLabel* m_readers;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_column;
    std::vector<QPushButton*> m_addButtons;
    QPushButton* m_seal;
    QPushButton* m_back;
};

} // namespace mockingbird::review

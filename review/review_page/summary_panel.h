// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/review_page/balance_card.h"
#include "review/review_page/round_text.h"
#include "review/rubric/criterion_card.h"

#include <QTimer>
#include <QWidget>
#include <array>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace mockingbird::review {

class SealPanel;

/// What the panel shows of a review.
struct SummaryContent {
    QString summary;
    std::vector<std::string> commitments;
    QString others; ///< what other raters summed up, where that may be seen
    QString state;  ///< such as "Sealed on 3 March 2026"
    bool editable = false;
    QString mentee;                     ///< name
    QString goal;                       ///< the mentee's; empty where there is none
    std::vector<std::string> tookAlong; ///< the mentee's commitments of last time
    RoundStanding round;
    std::optional<BalanceContent> balance; ///< of the own review
    std::size_t notes = 0;                 ///< own ones
    bool reportable = false;               ///< there is something to print
};

/// The review in words: the mentee's goal, the summary, up to three commitments, the balance, who is waited
/// for, and the step that seals it. What is typed is handed on at each pause in typing and when a field is
/// left.
class SummaryPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kPauseMs = 800;

    explicit SummaryPanel(QWidget* parent = nullptr);

    /// Leaves alone what is being typed.
    void showContent(const SummaryContent& content);
    /// What adding a moment would add now, for the step before sealing.
    void setOffer(const EvidenceOffer& offer);
    /// Hands on what was typed since the last pause.
    void flush();
    /// The last look before sealing, as if its button was pressed.
    void showSealStep();
    void leaveSealStep();
    [[nodiscard]] bool atSealStep() const;
    /// Moves the keyboard to the summary, where there is one to write.
    void takeKeyboard();

    [[nodiscard]] QPlainTextEdit* summaryField() const { return m_summary; }
    [[nodiscard]] const std::array<QLineEdit*, 3>& commitmentFields() const { return m_commitments; }
    /// Leads to the step before sealing.
    [[nodiscard]] QPushButton* sealButton() const { return m_seal; }
    [[nodiscard]] SealPanel& sealPanel() const { return *m_sealPanel; }
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    [[nodiscard]] QPushButton* reportButton() const { return m_report; }
    [[nodiscard]] QString aboutText() const;     ///< goal and last commitments
    [[nodiscard]] QString standingShown() const; ///< who is waited for
    [[nodiscard]] QString balanceText() const;

signals:
    void summaryWritten(const QString& text);
    void commitmentsWritten(const QStringList& texts);
    /// The rater has seen what is missing and who can read it, and seals: nothing more to ask.
    void sealRequested();
    void openRequested();
    void reportRequested();
    /// Out of the step before sealing: go to that score, that question, or add the moment shown to it.
    void scoreRequested(mockingbird::catalog::CriterionId criterion,
                        const std::optional<mockingbird::catalog::QuestionId>& question);
    void momentAdded(mockingbird::catalog::CriterionId criterion,
                     const std::optional<mockingbird::catalog::QuestionId>& question);
    void questionRequested(mockingbird::catalog::QuestionId question);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QStringList commitmentTexts() const;
    void buildLayout();
    void showAbout(const SummaryContent& content);
    void showRound(const SummaryContent& content);
    void showSealContent();

    bool m_showing = false;
    bool m_summaryTouched = false;
    bool m_commitmentsTouched = false;
    SummaryContent m_content;
    QTimer m_pause;
    QStackedLayout* m_steps = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_about = nullptr;
    QLabel* m_goal = nullptr;
    QLabel* m_tookAlong = nullptr;
    QLabel* m_state;
    QLabel* m_standing;
    QPushButton* m_open;
    QPlainTextEdit* m_summary;
    std::array<QLineEdit*, 3> m_commitments{};
    QLabel* m_commitmentsHeading = nullptr;
    QLabel* m_atMost = nullptr;
    QWidget* m_balanceBox = nullptr;
    BalanceCard* m_balance = nullptr;
    QLabel* m_others;
    QPushButton* m_seal;
    QPushButton* m_report;
    SealPanel* m_sealPanel;
};

} // namespace mockingbird::review

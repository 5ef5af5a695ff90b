// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "review/review_page/round_text.h"

#include <QObject>
#include <QString>
#include <optional>

namespace mockingbird::review {

struct BalanceContent;
class RecordingPanel;
class ReviewClock;
class ReviewModel;
class Scoring;
class SummaryPanel;

/// How a review comes to its end: its words, what is still missing in it, its seal, and who may read it then.
class Sealing : public QObject {
    Q_OBJECT

public:
    Sealing(SummaryPanel& summary, RecordingPanel& recording, Scoring& scoring, ReviewModel& model,
            const ReviewClock& clock, QObject* parent);

    void show();

signals:
    /// The rater wants to go on with a score.
    void scoreRequested(mockingbird::catalog::CriterionId criterion,
                        const std::optional<mockingbird::catalog::QuestionId>& question);
    void sealWanted(); ///< the last look is taken
    void failed(const mockingbird::Error& error);

private:
    [[nodiscard]] RoundStanding standing() const;
    [[nodiscard]] BalanceContent balance() const;
    [[nodiscard]] QString stateText() const;
    void goToQuestion(catalog::QuestionId question);

    SummaryPanel& m_summary;
    RecordingPanel& m_recording;
    ReviewModel& m_model;
    const ReviewClock& m_clock;
};

} // namespace mockingbird::review

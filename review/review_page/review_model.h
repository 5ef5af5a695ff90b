// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/mark.h"
#include "review/review_page/reviewed_session.h"

#include <QObject>
#include <QUndoStack>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// The session that is open for review, and the steps that were taken, each in the catalog when its function
/// returns and each to be undone until the review is sealed. What the steps are, NoteSteps and ScoreSteps
/// know.
class ReviewModel : public QObject {
    Q_OBJECT

public:
    using Action = std::function<Result<void>()>;
    /// What a step touches, and so what is read anew after it.
    enum class Touched { Nothing, Replies, Scores, Words, Agreed };

    explicit ReviewModel(catalog::Catalog& catalog, QObject* parent = nullptr);

    /// Forgets the steps that could be undone.
    Result<void> open(catalog::SessionId session);
    void close();
    Result<void> reload();
    /// Reads it anew where somebody else, or this person elsewhere, did something since.
    Result<void> refresh();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] const ReviewedSession& now() const { return m_now; }
    [[nodiscard]] catalog::Catalog& catalog() const { return m_catalog; }

    [[nodiscard]] bool editable() const;
    [[nodiscard]] QString refusal() const; ///< why not; empty where it is
    [[nodiscard]] bool viewerIsMentee() const { return m_now.viewer.id == m_now.session.mentee; }
    [[nodiscard]] std::optional<catalog::Note> note(catalog::NoteId id) const;
    [[nodiscard]] std::optional<catalog::Score> ownScore(catalog::CriterionId criterion,
                                                         std::optional<catalog::QuestionId> question) const;
    [[nodiscard]] std::vector<catalog::Score> othersScores(catalog::CriterionId criterion,
                                                           std::optional<catalog::QuestionId> question) const;
    /// 0 for the acting person, then the others in the order they began.
    [[nodiscard]] std::size_t authorIndex(catalog::PersonId author) const;
    [[nodiscard]] Mark markOf(const catalog::Note& note) const;
    [[nodiscard]] std::size_t criterionIndex(catalog::CriterionId criterion) const; ///< in the rubric's order

    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    // Each is false where it failed, after `failed` said why.
    bool setSummary(const std::string& summary);
    bool setCommitments(const std::vector<std::string>& texts);
    bool seal();
    /// Every sealed review of the session that the acting person may open.
    bool openReviews();
    /// A step of any kind, done now.
    bool push(const QString& text, Action make, Action unmake, Touched touched);
    /// One that touches a single note, told by `note` once it is done.
    bool pushNoteStep(const QString& text, Action make, Action unmake, std::function<catalog::NoteId()> note);

    /// The acting person's review, begun where there is none yet.
    Result<catalog::ReviewId> begin();

signals:
    void changed();                                    ///< everything may be another
    void noteChanged(mockingbird::catalog::NoteId id); ///< this one alone: added, changed or gone
    void repliesChanged();
    void scoresChanged();
    void wordsChanged();
    void agreedChanged();
    void failed(const mockingbird::Error& error);

private:
    bool pushStep(const QString& text, Action make, Action unmake, const Action& readAnew);
    Result<void> readAnew(Touched touched);

    catalog::Catalog& m_catalog;
    QUndoStack m_undo;
    bool m_open = false;
    std::int64_t m_revision = 0; ///< the catalog's, as far as m_now knows it
    bool m_stepFailed = false;
    bool m_begun = false; ///< the step under way has begun the review
    ReviewedSession m_now;
};

} // namespace mockingbird::review

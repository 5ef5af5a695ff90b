// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"
#include "review/notes/mark.h"

#include <QObject>
#include <QUndoStack>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::review {

/// One session as the acting person reviews it: what they may see of it, and everything they may do to their
/// own review. Each step is in the catalog when its function returns, and can be undone until the review is
/// sealed.
class ReviewModel : public QObject {
    Q_OBJECT

public:
    explicit ReviewModel(catalog::Catalog& catalog, QObject* parent = nullptr);

    /// Forgets the steps that could be undone.
    Result<void> open(catalog::SessionId session);
    void close();
    Result<void> reload();
    [[nodiscard]] bool isOpen() const { return m_open; }

    [[nodiscard]] const catalog::Session& session() const { return m_session; }
    [[nodiscard]] const catalog::Kit& kit() const { return m_kit; }
    [[nodiscard]] const std::vector<catalog::Recording>& recordings() const { return m_recordings; }
    [[nodiscard]] const std::vector<catalog::Segment>& segments() const { return m_segments; }
    [[nodiscard]] const std::vector<catalog::Bookmark>& bookmarks() const { return m_bookmarks; }

    /// The acting person's review; none where it wasn't begun.
    [[nodiscard]] const std::optional<catalog::Review>& own() const { return m_own; }
    /// Others' that may be seen.
    [[nodiscard]] const std::vector<catalog::Review>& others() const { return m_others; }
    [[nodiscard]] bool editable() const;
    [[nodiscard]] QString refusal() const; ///< why not; empty where it is
    /// Own ones, and those of others' sealed or opened reviews, by part and time.
    [[nodiscard]] const std::vector<catalog::Note>& notes() const { return m_notes; }
    [[nodiscard]] std::optional<catalog::Note> note(catalog::NoteId id) const;
    [[nodiscard]] std::optional<catalog::Score> ownScore(catalog::CriterionId criterion) const;
    [[nodiscard]] std::vector<catalog::Score> othersScores(catalog::CriterionId criterion) const;
    [[nodiscard]] std::vector<std::string> commitments() const;
    /// 0 for the acting person, then the others in the order they began.
    [[nodiscard]] std::size_t authorIndex(catalog::PersonId author) const;
    [[nodiscard]] Mark markOf(const catalog::Note& note) const;
    [[nodiscard]] std::size_t criterionIndex(catalog::CriterionId criterion) const; ///< in the rubric's order
    [[nodiscard]] int partOf(catalog::RecordingId recording) const; ///< 0 where it isn't the session's

    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    // Each is false where it failed, after `failed` said why.
    bool addNote(const catalog::Note& note);
    bool changeNote(const catalog::Note& note);
    bool removeNote(catalog::NoteId id);
    bool setLevel(catalog::CriterionId criterion, int level);
    bool clearScore(catalog::CriterionId criterion);
    bool addEvidence(catalog::CriterionId criterion, const catalog::Evidence& evidence);
    bool removeEvidence(catalog::CriterionId criterion, const catalog::Evidence& evidence);
    bool setSummary(const std::string& summary);
    bool setCommitments(const std::vector<std::string>& texts);
    bool seal();
    /// A step of the page's own, such as discarding what was typed, on the same stack.
    bool push(const QString& text, std::function<Result<void>()> make, std::function<Result<void>()> unmake);

signals:
    void changed();
    void failed(const mockingbird::Error& error);
    void noteAdded(mockingbird::catalog::NoteId id);

private:
    Result<catalog::ReviewId> begin();
    Result<catalog::Score> scoreNow(catalog::CriterionId criterion) const;
    Result<void> restoreScore(const catalog::Score& score);
    [[nodiscard]] bool seesScoresOf(const catalog::Review& review) const;

    catalog::Catalog& m_catalog;
    QUndoStack m_undo;
    bool m_open = false;
    bool m_stepFailed = false;
    bool m_oversees = false; ///< the mentee, a liaison or a coordinator
    catalog::Session m_session;
    catalog::Kit m_kit;
    std::vector<catalog::Recording> m_recordings;
    std::vector<catalog::Segment> m_segments;
    std::vector<catalog::Bookmark> m_bookmarks;
    std::vector<catalog::PersonId> m_raters;
    std::optional<catalog::Review> m_own;
    std::vector<catalog::Review> m_others;
    std::vector<catalog::Note> m_notes;
    std::vector<catalog::Score> m_scores; ///< all that may be seen
    std::vector<std::string> m_commitments;
};

} // namespace mockingbird::review

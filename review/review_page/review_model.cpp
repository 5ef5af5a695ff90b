// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_model.h"

#include "common/catalog/catalog.h"
#include "review/review_page/review_command.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

namespace mockingbird::review {

namespace {

bool isDraft(const catalog::Review& review) {
    return review.state == catalog::ReviewState::Draft;
}

} // namespace

ReviewModel::ReviewModel(catalog::Catalog& catalog, QObject* parent) : QObject(parent), m_catalog(catalog) {}

Result<void> ReviewModel::open(catalog::SessionId session) {
    close();
    m_session = TRY(m_catalog.sessions().byId(session));
    m_kit = TRY(m_catalog.kits().byId(m_session.kit, m_session.kitVersion));
    m_open = true;
    const Result<void> loaded = reload();
    if (!loaded.ok())
        close();
    return loaded;
}

void ReviewModel::close() {
    m_open = false;
    m_undo.clear();
    m_own.reset();
    m_notes.clear();
    m_scores.clear();
}

Result<void> ReviewModel::reload() {
    const catalog::SessionId id = m_session.id;
    const catalog::PersonId actor = m_catalog.actor();
    m_session = TRY(m_catalog.sessions().byId(id));
    m_recordings = TRY(m_catalog.recordings().ofSession(id));
    m_segments = TRY(m_catalog.sessions().segments(id));
    m_bookmarks = TRY(m_catalog.sessions().bookmarks(id));
    m_oversees = actor == m_session.mentee;
    if (!actor.isNull()) {
        const auto roles = TRY(m_catalog.people().byId(actor)).roles;
        m_oversees = m_oversees || roles.contains(catalog::Role::Liaison) ||
                     roles.contains(catalog::Role::Coordinator);
    }

    m_own.reset();
    m_others.clear();
    m_raters.clear();
    for (catalog::Review& review : TRY(m_catalog.reviews().ofSession(id))) {
        if (review.rater == actor) {
            m_own = std::move(review);
            continue;
        }
        m_raters.push_back(review.rater);
        if (!isDraft(review))
            m_others.push_back(std::move(review));
    }
    const auto visible = [&](catalog::ReviewId review) {
        return (m_own && m_own->id == review) ||
               std::ranges::find(m_others, review, &catalog::Review::id) != m_others.end();
    };
    m_notes = TRY(m_catalog.reviews().notes(id));
    std::erase_if(m_notes, [&](const catalog::Note& note) { return !visible(note.review); });
    std::ranges::sort(m_notes, {}, [this](const catalog::Note& note) {
        return std::tuple(partOf(note.recording), note.at, note.id);
    });
    m_scores = TRY(m_catalog.reviews().scores(id));
    std::erase_if(m_scores, [&](const catalog::Score& score) { return !visible(score.review); });
    m_commitments.clear();
    if (m_own)
        for (const catalog::Commitment& commitment : TRY(m_catalog.reviews().commitments(m_own->id)))
            m_commitments.push_back(commitment.text);
    emit changed();
    return {};
}

bool ReviewModel::editable() const {
    return refusal().isEmpty();
}

QString ReviewModel::refusal() const {
    if (m_catalog.actor().isNull())
        return tr("Choose who you are to write notes and scores.");
    if (m_own && !isDraft(*m_own))
        return tr("Your review is sealed: it can be read, and no longer changed.");
    return {};
}

std::optional<catalog::Note> ReviewModel::note(catalog::NoteId id) const {
    const auto found = std::ranges::find(m_notes, id, &catalog::Note::id);
    return found == m_notes.end() ? std::nullopt : std::optional(*found);
}

std::optional<catalog::Score> ReviewModel::ownScore(catalog::CriterionId criterion) const {
    const auto found = std::ranges::find_if(m_scores, [&](const catalog::Score& score) {
        return m_own && score.review == m_own->id && score.criterion == criterion && !score.question;
    });
    return found == m_scores.end() ? std::nullopt : std::optional(*found);
}

std::vector<catalog::Score> ReviewModel::othersScores(catalog::CriterionId criterion) const {
    std::vector<catalog::Score> scores;
    for (const catalog::Score& score : m_scores) {
        const auto review = std::ranges::find(m_others, score.review, &catalog::Review::id);
        if (review != m_others.end() && score.criterion == criterion && !score.question &&
            seesScoresOf(*review))
            scores.push_back(score);
    }
    return scores;
}

/// A rater who still scores isn't led by what another gave.
bool ReviewModel::seesScoresOf(const catalog::Review& review) const {
    return review.state == catalog::ReviewState::Opened || m_oversees || (m_own && !isDraft(*m_own));
}

std::vector<std::string> ReviewModel::commitments() const {
    return m_commitments;
}

std::size_t ReviewModel::authorIndex(catalog::PersonId author) const {
    const auto found = std::ranges::find(m_raters, author);
    return author == m_catalog.actor() ? 0 : static_cast<std::size_t>(found - m_raters.begin()) + 1;
}

std::size_t ReviewModel::criterionIndex(catalog::CriterionId criterion) const {
    const auto& criteria = m_kit.rubric.criteria;
    const auto found = std::ranges::find(criteria, criterion, &catalog::Criterion::id);
    return static_cast<std::size_t>(found - criteria.begin());
}

Mark ReviewModel::markOf(const catalog::Note& note) const {
    return {note.criterion ? markColor(criterionIndex(*note.criterion)) : plainMarkColor(),
            markShape(authorIndex(note.author))};
}

int ReviewModel::partOf(catalog::RecordingId recording) const {
    const auto found = std::ranges::find(m_recordings, recording, &catalog::Recording::id);
    return found == m_recordings.end() ? 0 : found->part;
}

bool ReviewModel::push(const QString& text, std::function<Result<void>()> make,
                       std::function<Result<void>()> unmake) {
    m_stepFailed = false;
    const auto reloading = [this](std::function<Result<void>()> step) {
        return [this, step = std::move(step)]() -> Result<void> {
            TRY(step());
            return reload();
        };
    };
    m_undo.push(new ReviewCommand(text, reloading(std::move(make)), reloading(std::move(unmake)),
                                  [this](const Error& error) {
                                      m_stepFailed = true;
                                      emit failed(error);
                                  }));
    return !m_stepFailed;
}

Result<catalog::ReviewId> ReviewModel::begin() {
    if (m_own)
        return m_own->id;
    return TRY(m_catalog.reviews().mine(m_session.id)).id;
}

bool ReviewModel::addNote(const catalog::Note& note) {
    // Done again, the same note comes back: whatever points to it as evidence still does.
    const auto id = std::make_shared<catalog::NoteId>();
    const bool added = push(
        tr("note"),
        [this, note, id]() -> Result<void> {
            if (!id->isNull())
                return m_catalog.reviews().restoreNote(*id);
            const catalog::ReviewId review = TRY(begin());
            *id = TRY(m_catalog.reviews().addNote(review, note)).id;
            return {};
        },
        [this, id] { return m_catalog.reviews().removeNote(*id); });
    if (added)
        emit noteAdded(*id);
    return added;
}

bool ReviewModel::changeNote(const catalog::Note& wanted) {
    const auto before = note(wanted.id);
    if (!before)
        return false;
    const auto change = [this](const catalog::Note& to) -> Result<void> {
        TRY(m_catalog.reviews().changeNote(to));
        return {};
    };
    return push(
        tr("change of a note"), [change, wanted] { return change(wanted); },
        [change, before = *before] { return change(before); });
}

bool ReviewModel::removeNote(catalog::NoteId id) {
    return push(
        tr("removal of a note"), [this, id] { return m_catalog.reviews().removeNote(id); },
        [this, id] { return m_catalog.reviews().restoreNote(id); });
}

Result<catalog::Score> ReviewModel::scoreNow(catalog::CriterionId criterion) const {
    // A cleared and set again score has another id: steps find it by its criterion.
    const auto score = ownScore(criterion);
    if (!score)
        return Error{ErrorCode::NotFound, "a score for this criterion", 0};
    return *score;
}

Result<void> ReviewModel::restoreScore(const catalog::Score& score) {
    const catalog::ReviewId review = TRY(begin());
    const auto set = TRY(m_catalog.reviews().setScore(review, score.criterion, score.level));
    for (const catalog::Evidence& evidence : score.evidence)
        TRY(m_catalog.reviews().addEvidence(set.id, evidence));
    return {};
}

bool ReviewModel::setLevel(catalog::CriterionId criterion, int level) {
    const auto before = ownScore(criterion);
    if (before && before->level == level)
        return true;
    const auto set = [this, criterion](int to) -> Result<void> {
        const catalog::ReviewId review = TRY(begin());
        TRY(m_catalog.reviews().setScore(review, criterion, to));
        return {};
    };
    return push(
        tr("score"), [set, level] { return set(level); },
        [this, set, before, criterion]() -> Result<void> {
            if (before)
                return set(before->level);
            return m_catalog.reviews().clearScore(TRY(scoreNow(criterion)).id);
        });
}

bool ReviewModel::clearScore(catalog::CriterionId criterion) {
    const auto before = ownScore(criterion);
    if (!before)
        return true;
    return push(
        tr("clearing of a score"),
        [this, criterion]() -> Result<void> {
            return m_catalog.reviews().clearScore(TRY(scoreNow(criterion)).id);
        },
        [this, before = *before] { return m_catalog.atomically([&] { return restoreScore(before); }); });
}

bool ReviewModel::addEvidence(catalog::CriterionId criterion, const catalog::Evidence& evidence) {
    return push(
        tr("evidence"),
        [this, criterion, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion));
            TRY(m_catalog.reviews().addEvidence(score.id, evidence));
            return {};
        },
        [this, criterion, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion));
            TRY(m_catalog.reviews().removeEvidence(score.id, evidence));
            return {};
        });
}

bool ReviewModel::removeEvidence(catalog::CriterionId criterion, const catalog::Evidence& evidence) {
    return push(
        tr("removal of evidence"),
        [this, criterion, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion));
            TRY(m_catalog.reviews().removeEvidence(score.id, evidence));
            return {};
        },
        [this, criterion, evidence]() -> Result<void> {
            const catalog::Score score = TRY(scoreNow(criterion));
            TRY(m_catalog.reviews().addEvidence(score.id, evidence));
            return {};
        });
}

bool ReviewModel::setSummary(const std::string& summary) {
    const std::string before = m_own ? m_own->summary : std::string();
    if (before == summary)
        return true;
    const auto set = [this](const std::string& text) -> Result<void> {
        return m_catalog.reviews().setSummary(TRY(begin()), text);
    };
    return push(
        tr("summary"), [set, summary] { return set(summary); }, [set, before] { return set(before); });
}

bool ReviewModel::setCommitments(const std::vector<std::string>& texts) {
    const std::vector<std::string> before = m_commitments;
    if (before == texts)
        return true;
    const auto set = [this](const std::vector<std::string>& to) -> Result<void> {
        return m_catalog.reviews().setCommitments(TRY(begin()), to);
    };
    return push(
        tr("commitments"), [set, texts] { return set(texts); }, [set, before] { return set(before); });
}

bool ReviewModel::seal() {
    const auto sealed = [this]() -> Result<void> {
        const catalog::ReviewId review = TRY(begin());
        TRY(m_catalog.reviews().seal(review));
        m_undo.clear();
        return reload();
    }();
    if (!sealed.ok())
        emit failed(sealed.error());
    return sealed.ok();
}

} // namespace mockingbird::review

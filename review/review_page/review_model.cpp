// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_model.h"

#include "common/catalog/catalog.h"
#include "review/review_page/review_command.h"

#include <algorithm>
#include <utility>

namespace mockingbird::review {

ReviewModel::ReviewModel(catalog::Catalog& catalog, QObject* parent) : QObject(parent), m_catalog(catalog) {}

Result<void> ReviewModel::open(catalog::SessionId session) {
    close();
    m_revision = m_catalog.revision();
    m_now = TRY(ReviewedSession::load(m_catalog, session));
    m_open = true;
    emit changed();
    return {};
}

void ReviewModel::close() {
    m_open = false;
    m_undo.clear();
    m_now = {};
}

Result<void> ReviewModel::reload() {
    m_revision = m_catalog.revision();
    m_now = TRY(ReviewedSession::load(m_catalog, m_now.session.id));
    emit changed();
    return {};
}

Result<void> ReviewModel::refresh() {
    if (m_revision == m_catalog.revision())
        return {};
    return reload();
}

bool ReviewModel::editable() const {
    return refusal().isEmpty();
}

QString ReviewModel::refusal() const {
    if (m_now.viewer.id.isNull())
        return tr("Choose who you are to write notes and scores.");
    if (m_now.own && m_now.own->state != catalog::ReviewState::Draft)
        return tr("Your review is sealed: it can be read, and no longer changed.");
    return {};
}

std::optional<catalog::Note> ReviewModel::note(catalog::NoteId id) const {
    const catalog::Note* found = m_now.note(id);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<catalog::Score> ReviewModel::ownScore(catalog::CriterionId criterion,
                                                    std::optional<catalog::QuestionId> question) const {
    const auto found = std::ranges::find_if(m_now.scores, [&](const catalog::Score& score) {
        return m_now.own && score.review == m_now.own->id && score.criterion == criterion &&
               score.question == question;
    });
    return found == m_now.scores.end() ? std::nullopt : std::optional(*found);
}

std::vector<catalog::Score> ReviewModel::othersScores(catalog::CriterionId criterion,
                                                      std::optional<catalog::QuestionId> question) const {
    std::vector<catalog::Score> scores;
    for (const catalog::Score& score : m_now.scores)
        if (score.rater != m_now.viewer.id && score.criterion == criterion && score.question == question)
            scores.push_back(score);
    return scores;
}

std::size_t ReviewModel::authorIndex(catalog::PersonId author) const {
    std::size_t index = 0;
    if (author == m_now.viewer.id)
        return index;
    for (const catalog::Review& review : m_now.round.reviews) {
        if (review.rater != m_now.viewer.id)
            ++index;
        if (review.rater == author)
            return index;
    }
    return index + 1;
}

std::size_t ReviewModel::criterionIndex(catalog::CriterionId criterion) const {
    const auto& criteria = m_now.kit.rubric.criteria;
    const auto found = std::ranges::find(criteria, criterion, &catalog::Criterion::id);
    return static_cast<std::size_t>(found - criteria.begin());
}

Mark ReviewModel::markOf(const catalog::Note& note) const {
    return {note.criterion ? markColor(criterionIndex(*note.criterion)) : plainMarkColor(),
            markShape(authorIndex(note.author))};
}

bool ReviewModel::pushStep(const QString& text, Action make, Action unmake, const Action& readAnew) {
    m_stepFailed = false;
    const auto reading = [this, readAnew](Action step) -> Action {
        return [this, readAnew, step = std::move(step)]() -> Result<void> {
            m_begun = false;
            const bool current = m_revision == m_catalog.revision();
            TRY(step());
            if (m_begun)
                return reload();
            if (current)
                m_revision = m_catalog.revision();
            return readAnew();
        };
    };
    m_undo.push(new ReviewCommand(text, reading(std::move(make)), reading(std::move(unmake)),
                                  [this](const Error& error) {
                                      m_stepFailed = true;
                                      emit failed(error);
                                  }));
    return !m_stepFailed;
}

bool ReviewModel::push(const QString& text, Action make, Action unmake, Touched touched) {
    return pushStep(text, std::move(make), std::move(unmake), [this, touched] { return readAnew(touched); });
}

bool ReviewModel::pushNoteStep(const QString& text, Action make, Action unmake,
                               std::function<catalog::NoteId()> note) {
    return pushStep(text, std::move(make), std::move(unmake),
                    [this, note = std::move(note)]() -> Result<void> {
                        const catalog::NoteId id = note();
                        TRY(m_now.loadNote(m_catalog, id));
                        TRY(m_now.loadScores(m_catalog)); // a note may be evidence
                        emit noteChanged(id);
                        emit scoresChanged();
                        return {};
                    });
}

Result<void> ReviewModel::readAnew(Touched touched) {
    switch (touched) {
    case Touched::Nothing:
        return {};
    case Touched::Replies:
        TRY(m_now.loadReplies(m_catalog));
        emit repliesChanged();
        return {};
    case Touched::Scores:
        TRY(m_now.loadScores(m_catalog));
        emit scoresChanged();
        return {};
    case Touched::Words:
        TRY(m_now.loadWords(m_catalog));
        emit wordsChanged();
        return {};
    case Touched::Agreed:
        TRY(m_now.loadAgreed(m_catalog));
        emit agreedChanged();
        return {};
    }
    return {};
}

Result<catalog::ReviewId> ReviewModel::begin() {
    if (m_now.own)
        return m_now.own->id;
    m_begun = true;
    return TRY(m_catalog.reviews().mine(m_now.session.id)).id;
}

bool ReviewModel::setSummary(const std::string& summary) {
    const std::string before = m_now.own ? m_now.own->summary : std::string();
    if (before == summary)
        return true;
    const auto set = [this](const std::string& text) -> Result<void> {
        return m_catalog.reviews().setSummary(TRY(begin()), text);
    };
    return push(
        tr("summary"), [set, summary] { return set(summary); }, [set, before] { return set(before); },
        Touched::Words);
}

bool ReviewModel::setCommitments(const std::vector<std::string>& texts) {
    const std::vector<std::string> before = m_now.commitments;
    if (before == texts)
        return true;
    const auto set = [this](const std::vector<std::string>& to) -> Result<void> {
        return m_catalog.reviews().setCommitments(TRY(begin()), to);
    };
    return push(
        tr("commitments"), [set, texts] { return set(texts); }, [set, before] { return set(before); },
        Touched::Words);
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

bool ReviewModel::openReviews() {
    const auto opened = [this]() -> Result<void> {
        TRY(m_catalog.atomically([this]() -> Result<void> {
            for (const catalog::Review& review : m_now.round.reviews)
                if (m_now.round.mayOpen(m_now.viewer, review))
                    TRY(m_catalog.reviews().open(review.id));
            return {};
        }));
        return reload();
    }();
    if (!opened.ok())
        emit failed(opened.error());
    return opened.ok();
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/reviewed_session.h"

#include "common/catalog/catalog.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace mockingbird::review {

Result<ReviewedSession> ReviewedSession::load(catalog::Catalog& catalog, catalog::SessionId id) {
    ReviewedSession loaded;
    loaded.viewer.id = catalog.actor();
    if (!loaded.viewer.id.isNull())
        loaded.viewer.roles = TRY(catalog.people().byId(loaded.viewer.id)).roles;
    loaded.session = TRY(catalog.sessions().byId(id));
    loaded.kit = TRY(catalog.kits().byId(loaded.session.kit, loaded.session.kitVersion));
    loaded.recordings = TRY(catalog.recordings().ofSession(id));
    loaded.segments = TRY(catalog.sessions().segments(id));
    loaded.bookmarks = TRY(catalog.sessions().bookmarks(id));
    loaded.goal = TRY(catalog.goals().of(loaded.session.mentee, loaded.session.startedAt));
    loaded.lastCommitments =
        TRY(catalog.reviews().commitmentsBefore(loaded.session.mentee, loaded.session.startedAt));
    loaded.calibration = TRY(catalog.calibrations().ofSession(id));
    TRY(loaded.loadReviews(catalog));
    return loaded;
}

Result<void> ReviewedSession::loadReviews(catalog::Catalog& catalog) {
    round = TRY(catalog.reviews().round(session.id));
    own.reset();
    others.clear();
    for (const catalog::Review& review : round.reviews) {
        if (review.rater == viewer.id)
            own = review;
        else if (round.mayRead(viewer, review))
            others.push_back(review);
    }
    notes = TRY(catalog.reviews().notes(session.id));
    std::erase_if(notes, [this](const catalog::Note& note) { return !round.mayRead(viewer, note); });
    std::ranges::sort(notes, [this](const catalog::Note& one, const catalog::Note& other) {
        return comesBefore(one, other);
    });
    TRY(loadReplies(catalog));
    TRY(loadScores(catalog));
    TRY(loadAgreed(catalog));
    return loadWords(catalog);
}

Result<void> ReviewedSession::loadNote(catalog::Catalog& catalog, catalog::NoteId id) {
    const auto known = std::ranges::find(notes, id, &catalog::Note::id);
    if (known != notes.end())
        notes.erase(known);
    Result<catalog::Note> note = catalog.reviews().note(id);
    if (!note.ok())
        return note.error().code == ErrorCode::NotFound || note.error().code == ErrorCode::Denied
                   ? Result<void>()
                   : Result<void>(note.error());
    const auto place =
        std::ranges::upper_bound(notes, *note, [this](const catalog::Note& one, const catalog::Note& other) {
            return comesBefore(one, other);
        });
    notes.insert(place, std::move(note).value());
    return {};
}

Result<void> ReviewedSession::loadReplies(catalog::Catalog& catalog) {
    replies = TRY(catalog.reviews().replies(session.id));
    if (replies.empty())
        return {};
    std::vector<catalog::NoteId> readable;
    readable.reserve(notes.size());
    for (const catalog::Note& note : notes)
        readable.push_back(note.id);
    std::ranges::sort(readable);
    std::erase_if(replies, [&](const catalog::Reply& reply) {
        return !std::ranges::binary_search(readable, reply.note);
    });
    return {};
}

Result<void> ReviewedSession::loadScores(catalog::Catalog& catalog) {
    scores = TRY(catalog.reviews().scores(session.id));
    std::erase_if(scores, [this](const catalog::Score& score) { return !mayRead(score.review); });
    return {};
}

Result<void> ReviewedSession::loadWords(catalog::Catalog& catalog) {
    commitments.clear();
    if (!own)
        return {};
    own = TRY(catalog.reviews().byId(own->id));
    for (catalog::Commitment& commitment : TRY(catalog.reviews().commitments(own->id)))
        commitments.push_back(std::move(commitment.text));
    return {};
}

Result<void> ReviewedSession::loadAgreed(catalog::Catalog& catalog) {
    agreed = TRY(catalog.consensus().ofSession(session.id));
    if (!round.mayReadAgreed(viewer))
        agreed.clear();
    return {};
}

const catalog::Note* ReviewedSession::note(catalog::NoteId id) const {
    const auto found = std::ranges::find(notes, id, &catalog::Note::id);
    return found == notes.end() ? nullptr : &*found;
}

int ReviewedSession::partOf(catalog::RecordingId recording) const {
    const auto found = std::ranges::find(recordings, recording, &catalog::Recording::id);
    return found == recordings.end() ? 0 : found->part;
}

bool ReviewedSession::mayRead(catalog::ReviewId review) const {
    return (own && own->id == review) ||
           std::ranges::find(others, review, &catalog::Review::id) != others.end();
}

bool ReviewedSession::comesBefore(const catalog::Note& one, const catalog::Note& other) const {
    return std::tuple(partOf(one.recording), one.at, one.id) <
           std::tuple(partOf(other.recording), other.at, other.id);
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/catalog/random_work.h"

#include "common/catalog/material_folder.h"
#include "common/catalog/preparation.h"
#include "common/catalog/programme.h"
#include "common/catalog/reading_store.h"
#include "tests/common/catalog/fixture.h"

#include <random>

namespace mockingbird::catalog::test {

namespace {

/// One run's dice and what it can reach for.
class RandomWork {
public:
    RandomWork(Catalog& catalog, std::uint32_t seed) : m_catalog(catalog), m_random(seed) {}

    bool step() {
        const auto people = must(m_catalog.people().all());
        const auto kits = must(m_catalog.kits().heads());
        if (people.empty())
            return did(m_catalog.people().add("Person " + word(), {Role::Mentee, Role::Mentor}));
        if (kits.empty())
            return did(m_catalog.kits().publish(sampleKit()));
        m_catalog.actAs(any(people).id);
        const int dice = below(34);
        if (dice <= 1 && below(2) == 0)
            return programme(people);
        if (dice == 0)
            return did(m_catalog.people().add("Person " + word(), {Role::Mentor}));
        if (dice == 1)
            return changePerson(any(people));
        if (dice == 2)
            return below(2) == 0 ? publishAgain(any(kits).id) : workOnDrafts(any(kits).id);
        if (dice == 3)
            return reading(any(people), any(kits));
        if (dice <= 5)
            return did(m_catalog.sessions().add(any(people).id, any(kits).id, SessionMode::Solo,
                                                {any(people).id},
                                                WallTime{1'700'000'000'000 + below(1'000'000)}));
        const auto sessions = must(m_catalog.sessions().all());
        if (sessions.empty()) // none that the acting person may see
            return did(m_catalog.sessions().add(m_catalog.actor(), any(kits).id, SessionMode::Solo));
        return workOn(any(sessions), dice);
    }

private:
    template <class T>
    const T& any(const std::vector<T>& items) {
        return items[static_cast<std::size_t>(below(static_cast<int>(items.size())))];
    }
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    std::string word() {
        static const std::vector<std::string> words = {"pause", "Käthe", "conflict", "desk", "\"quoted\"",
                                                       "smile", "a'b",   "résumé",   "日本", "eye-contact"};
        return any(words);
    }
    template <class T>
    static bool did(const Result<T>& result) {
        if (result.ok())
            return true;
        // What a person may be told; anything else is a fault of the catalog.
        const auto code = result.error().code;
        if (code != ErrorCode::InvalidArgument && code != ErrorCode::NotFound &&
            code != ErrorCode::OutOfRange && code != ErrorCode::Sealed && code != ErrorCode::Denied)
            throw std::runtime_error(result.error().detail);
        return false;
    }

    bool changePerson(Person person) {
        person.name = "Renamed " + word();
        person.roles = {below(4) == 0 ? Role::Coordinator : Role::Liaison};
        person.accommodations = {25 * (below(11) - 1), below(2) == 0}; // some of them refused
        return did(m_catalog.people().change(person));
    }
    /// Fields, cohorts and pairs.
    bool programme(const std::vector<Person>& people) {
        auto& store = m_catalog.people();
        const auto cohorts = must(store.cohorts());
        if (cohorts.empty() || below(6) == 0)
            return did(store.addCohort("Cohort " + word(), "2026-01-01", "2026-12-31"));
        const auto pairs = must(store.allPairs());
        switch (below(8)) {
        case 0:
            return did(m_catalog.fields().describe(any(people).id, {{"languages", word()}}));
        case 1:
            return did(store.endCohort(any(cohorts).id));
        case 2:
            return did(store.resumeCohort(any(cohorts).id));
        case 3:
            return !pairs.empty() && did(store.revertPair(any(pairs).id));
        case 4:
            return !pairs.empty() && did(store.endPair(any(pairs).id, word()));
        case 5:
            return !pairs.empty() &&
                   did(store.changePair(any(pairs).id, any(people).id, any(people).id, word()));
        case 6:
            return did(store.remove(any(people).id));
        default:
            return did(store.addPair(any(cohorts).id, any(people).id, any(people).id, {}));
        }
    }
    bool publishAgain(KitId id) {
        Kit kit = must(m_catalog.kits().byId(id));
        if (below(2) == 0)
            kit.rubric.criteria[0].description += word();
        kit.profile.scoring = below(2) == 0 ? ScoringScope::Question : ScoringScope::Session;
        kit.profile.selfReviewFirst = below(3) == 0;
        kit.questions.push_back({{}, "Another: " + word(), "", {}, "", 0});
        return did(m_catalog.kits().publish(kit));
    }
    bool reading(const Person& person, const KitHead& kit) {
        auto& store = m_catalog.materials();
        ReadingStore readings = store.readings();
        const auto known = must(store.all());
        if (known.empty() || below(3) == 0)
            return did(store.add(kit.id, "How to " + word(), "markdown", word() + " " + word()));
        const Material& material = any(known);
        const PersonId reader = m_catalog.actor();
        switch (below(9)) {
        case 0:
            return did(store.attach(material.id, Attachment::person(person.id)));
        case 1:
            return did(store.detach(material.id, Attachment::kit(kit.id)));
        case 2: {
            MaterialDraft newer;
            newer.kind = MaterialKind::Pdf;
            const MaterialFolder folder(m_catalog.folder());
            newer.file = must(folder.takeBytes("%PDF " + word(), "a.pdf")).file;
            newer.pages = {word(), word()};
            const auto replaced = store.replace(material.id, newer);
            if (!replaced.ok() && !must(store.knowsFile(newer.file->hash)))
                folder.discard(newer.file->hash);
            return did(replaced);
        }
        case 3:
            return did(store.setPages(material.id, {word(), word(), word()}));
        case 4:
            return did(below(2) == 0 ? store.remove(material.id)
                                     : store.rename(material.id, "About " + word()));
        case 5:
            return did(readings.setRead(reader, material.id, below(2) == 0));
        case 6: {
            const auto marks = must(readings.bookmarks(reader, material.id));
            if (marks.empty() || below(2) == 0)
                return did(readings.addBookmark(reader, material.id, {1 + below(3), below(99)}, word()));
            return did(below(2) == 0 ? readings.removeBookmark(any(marks).id)
                                     : readings.renameBookmark(any(marks).id, word()));
        }
        default:
            return did(readings.move(reader, material.id, {1 + below(3), below(99)}, below(101)));
        }
    }
    bool workOnDrafts(KitId kit) {
        auto& drafts = m_catalog.kitDrafts();
        const auto open = must(drafts.open());
        if (open.empty())
            return below(2) == 0 ? did(drafts.beginNext(kit)) : did(drafts.duplicate(kit, word()));
        const KitDraftId id = any(open).id;
        switch (below(8)) {
        case 0:
            return did(drafts.undo(id));
        case 1:
            return did(drafts.redo(id));
        case 2:
            return did(drafts.publish(id));
        case 3:
            m_draft = id;
            return did(drafts.discard(id));
        case 4:
            return !m_draft.isNull() && did(drafts.restore(m_draft));
        case 5:
            return below(3) == 0 ? did(m_catalog.kits().retire(kit)) : did(m_catalog.kits().bringBack(kit));
        default:
            break;
        }
        const auto known = drafts.byId(id);
        if (!known.ok())
            return did(known);
        Kit content = known->content;
        content.profile.timesUp = below(2) == 0 ? TimesUp::Bell : TimesUp::Silent;
        content.questions[0].strongAnswer += word();
        std::swap(content.questions.front(), content.questions.back());
        return did(drafts.change(id, content));
    }
    bool workOn(const Session& session, int dice) {
        auto& recordings = m_catalog.recordings();
        const auto parts = must(recordings.ofSession(session.id));
        if (dice == 6)
            return did(recordings.begin(session.id,
                                        {{0, TrackKind::Audio, TrackRole::Mix, "", "Mix", "aac", 0, 0, 1}}));
        if (parts.empty())
            return false;
        const Recording& part = any(parts);
        layFile(m_catalog, part);
        if (dice == 7)
            return did(recordings.finish(part.id,
                                         below(3) == 0 ? RecordingState::Salvaged : RecordingState::Complete,
                                         seconds(60), 100, {}));
        if (dice == 8)
            return did(m_catalog.sessions().addBookmark(session.id, part.id, seconds(below(60)), word()));
        if (dice == 9) {
            const Kit kit = must(m_catalog.kits().byId(session.kit, session.kitVersion));
            return did(m_catalog.sessions().beginSegment(session.id, part.id, any(kit.questions).id,
                                                         seconds(below(60))));
        }
        if (dice == 10 && below(3) == 0)
            return removeOrRestore(session);
        if (dice >= 30)
            return prepare(session, dice);
        if (dice >= 27)
            return agreeing(session, part, dice);
        if (dice >= 24)
            return talk(session, dice);
        if (dice >= 20)
            return recordingDay(session, part, dice);
        return review(session, part, dice);
    }
    bool removeOrRestore(const Session& session) {
        if (below(2) == 0 && !m_removed.isNull())
            return did(m_catalog.sessions().restore(m_removed));
        m_removed = session.id;
        return did(m_catalog.sessions().remove(session.id));
    }
    bool recordingDay(const Session& session, const Recording& part, int dice) {
        const auto people = must(m_catalog.people().all());
        if (dice == 20)
            return did(m_catalog.sessions().join(session.id, any(people).id,
                                                 below(2) == 0 ? Seat::Panel : Seat::Observer));
        if (dice == 21)
            return did(m_catalog.consents().agree(session.id, any(people).id, "I agree, " + word(),
                                                  WallTime{1'700'000'000'000 + below(1'000'000)}));
        const auto incidents = must(m_catalog.incidents().ofSession(session.id));
        if (dice == 22 && !incidents.empty())
            return did(m_catalog.incidents().end(any(incidents).id, seconds(below(60))));
        return did(m_catalog.incidents().begin(session.id, part.id, "mic:" + word(), word(),
                                               below(2) == 0 ? IncidentKind::Gap : IncidentKind::Silent,
                                               seconds(below(60))));
    }
    bool talk(const Session& session, int dice) {
        auto& reviews = m_catalog.reviews();
        const auto notes = must(reviews.notes(session.id));
        const auto replies = must(reviews.replies(session.id));
        if (notes.empty())
            return false;
        if (dice == 24 || replies.empty()) {
            const auto made = reviews.addReply(any(notes).id, word());
            if (made.ok())
                m_reply = made->id;
            return did(made);
        }
        if (dice == 25)
            return did(reviews.setUnderstood(any(notes).id, below(3) > 0));
        if (below(3) == 0)
            return did(reviews.changeReply(any(replies).id, word()));
        if (below(2) == 0)
            return did(reviews.removeReply(any(replies).id));
        return !m_reply.isNull() && did(reviews.restoreReply(m_reply));
    }
    /// Outcomes, kept commitments, feedback that was looked at.
    bool programmeOf(const Session& session) {
        const Programme programme(m_catalog);
        const auto outcomes = must(programme.outcomes().ofPerson(session.mentee));
        const auto taken = must(programme.commitments().ofMentee(session.mentee));
        switch (below(6)) {
        case 0:
            return did(programme.feedback().noteSeen(session.id));
        case 1:
            return !taken.empty() && did(programme.commitments().reopen(any(taken).commitment.id));
        case 2:
            if (outcomes.empty())
                return !m_outcome.isNull() && did(programme.outcomes().restore(m_outcome));
            m_outcome = any(outcomes).id;
            return did(programme.outcomes().remove(m_outcome));
        case 3: {
            if (outcomes.empty())
                return false;
            Outcome changed = any(outcomes);
            changed.text = word();
            return did(programme.outcomes().change(changed));
        }
        case 4:
            return did(programme.outcomes().add(
                {{}, session.mentee, kOutcomeKinds[static_cast<std::size_t>(below(6))], "", word(), {}, {}}));
        default:
            return !taken.empty() && did(programme.commitments().close(any(taken).commitment.id, session.id));
        }
    }
    bool prepare(const Session& session, int dice) {
        m_catalog.actAs(session.mentee);
        if (below(3) == 0)
            return programmeOf(session);
        const Kit kit = must(m_catalog.kits().byId(session.kit));
        if (dice == 30) {
            auto store = Preparation(m_catalog).appointments();
            const auto known = must(store.of(session.mentee));
            if (known.empty() || below(3) == 0) {
                Appointment wanted;
                wanted.mentee = session.mentee;
                wanted.at = {1'700'000'000'000 + below(1'000'000)};
                wanted.kit = kit.id;
                return did(store.make(wanted));
            }
            Appointment one = any(known);
            one.place = word();
            switch (below(4)) {
            case 0:
                return did(store.cancel(one.id, word()));
            case 1:
                return did(store.restore(one.id));
            case 2:
                return did(store.hold(one.id, below(3) == 0 ? SessionId{} : session.id));
            default:
                return did(store.change(one));
            }
        }
        if (dice == 31) {
            const auto list = must(Preparation(m_catalog).checklists().of(session.mentee, {}));
            if (list.items.empty() || below(3) == 0)
                return did(Preparation(m_catalog).checklists().add(session.mentee, {}, word(), ""));
            const ChecklistItem& item = any(list.items);
            return below(4) == 0 ? did(Preparation(m_catalog).checklists().remove(item.own))
                                 : did(Preparation(m_catalog).checklists().tick(session.mentee, {}, item.key,
                                                                                below(2) == 0));
        }
        if (dice == 32)
            return below(2) == 0 ? did(Preparation(m_catalog).practice().add({{},
                                                                              session.mentee,
                                                                              kit.id,
                                                                              any(kit.questions).id,
                                                                              PracticeOutcome::Again,
                                                                              below(100),
                                                                              session.id,
                                                                              {}}))
                                 : did(Preparation(m_catalog).confidence().set(
                                       session.mentee, ConfidenceMoment::After, below(12), session.id));
        auto stories = Preparation(m_catalog).stories();
        const auto known = must(stories.of(session.mentee)).stories;
        if (known.empty() || below(4) == 0) {
            Story story;
            story.person = session.mentee;
            story.title = word();
            return did(stories.add(story));
        }
        Story story = any(known);
        story.result = word();
        switch (below(4)) {
        case 0:
            return did(stories.setTold(story.id, {session.id, {}}, below(2) == 0));
        case 1:
            return did(stories.setFit(story.id, any(kit.questions).id, below(2) == 0));
        case 2:
            return did(stories.share(story.id, below(2) == 0));
        default:
            return did(stories.change(story));
        }
    }
    bool agreeing(const Session& session, const Recording& part, int dice) {
        if (dice == 27) {
            const auto known = must(m_catalog.calibrations().ofSession(session.id));
            return known ? did(m_catalog.calibrations().end(known->id))
                         : did(m_catalog.calibrations().begin(session.id, {}, word()));
        }
        if (dice == 28 && below(2) == 0)
            return did(m_catalog.goals().set(session.mentee, below(4) == 0 ? "" : word()));
        if (dice == 28)
            return below(4) == 0 ? did(m_catalog.captions().remove(part.id))
                                 : did(m_catalog.captions().set(part.id, "en", word(), sampleCues()));
        const auto agreed = must(m_catalog.consensus().ofSession(session.id));
        if (!agreed.empty() && below(3) == 0)
            return did(m_catalog.consensus().withdraw(any(agreed).id));
        const Kit kit = must(m_catalog.kits().byId(session.kit, session.kitVersion));
        return did(m_catalog.consensus().agree(
            session.id, any(kit.rubric.criteria).id,
            below(2) == 0 ? std::optional(any(kit.questions).id) : std::nullopt, below(6), word()));
    }
    bool review(const Session& session, const Recording& part, int dice) {
        auto& reviews = m_catalog.reviews();
        // Another program may have removed the session since it was listed.
        const auto begun = reviews.mine(session.id);
        if (!begun.ok())
            return did(begun);
        const Review& mine = *begun;
        const Kit kit = must(m_catalog.kits().byId(session.kit, session.kitVersion));
        const auto notes = must(reviews.notes(session.id));
        const auto scores = must(reviews.scores(session.id));
        if (dice <= 13) {
            Note note;
            note.recording = part.id;
            note.at = seconds(below(70));
            note.text = word() + " " + word();
            note.tags = {word()};
            if (below(2) == 0)
                note.criterion = any(kit.rubric.criteria).id;
            if (below(2) == 0)
                note.question = any(kit.questions).id;
            if (below(3) == 0)
                note.audience = NoteAudience::Private;
            if (below(3) == 0)
                note.drawing = sampleDrawing();
            return did(reviews.addNote(mine.id, note));
        }
        if (dice <= 15)
            return did(reviews.setScore(mine.id, any(kit.rubric.criteria).id, below(7),
                                        below(2) == 0 ? std::optional(any(kit.questions).id) : std::nullopt));
        if (dice == 16 && !notes.empty()) {
            m_note = any(notes).id;
            return did(reviews.removeNote(m_note));
        }
        if (dice == 17)
            return did(below(2) == 0 ? reviews.setSummary(mine.id, word())
                                     : reviews.setCommitments(mine.id, {word(), word()}));
        if (dice == 18 && !scores.empty()) {
            Evidence evidence{std::nullopt, part.id, seconds(below(50))};
            if (!notes.empty() && below(2) == 0)
                evidence.note = any(notes).id;
            return did(reviews.addEvidence(any(scores).id, evidence));
        }
        return correct(mine, notes, scores);
    }
    bool correct(const Review& mine, const std::vector<Note>& notes, const std::vector<Score>& scores) {
        auto& reviews = m_catalog.reviews();
        switch (below(5)) {
        case 0:
            return below(4) == 0 && did(reviews.seal(mine.id));
        case 1:
            return !m_note.isNull() && did(reviews.restoreNote(m_note));
        case 2:
            return !scores.empty() && did(reviews.clearScore(any(scores).id));
        case 3:
            return did(reviews.open(mine.id));
        default:
            break;
        }
        if (notes.empty())
            return false;
        Note note = any(notes);
        note.text = "corrected: " + word();
        return did(reviews.changeNote(note));
    }

    Catalog& m_catalog;
    std::mt19937 m_random;
    SessionId m_removed;
    NoteId m_note;
    ReplyId m_reply;
    OutcomeId m_outcome;
    KitDraftId m_draft;
};

} // namespace

int doRandomWork(Catalog& catalog, std::uint32_t seed, int steps) {
    RandomWork work(catalog, seed);
    int done = 0;
    for (int i = 0; i < steps; ++i)
        done += work.step() ? 1 : 0;
    return done;
}

} // namespace mockingbird::catalog::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/note_steps.h"

#include "common/catalog/catalog.h"
#include "review/review_page/review_model.h"

#include <algorithm>
#include <memory>

namespace mockingbird::review {

NoteSteps::NoteSteps(ReviewModel& model, QObject* parent) : QObject(parent), m_model(model) {}

bool NoteSteps::add(const catalog::Note& note) {
    // Done again, the same note comes back: whatever points to it as evidence still does.
    const auto id = std::make_shared<catalog::NoteId>();
    const bool added = m_model.pushNoteStep(
        tr("note"),
        [this, note, id]() -> Result<void> {
            if (!id->isNull())
                return m_model.catalog().reviews().restoreNote(*id);
            const catalog::ReviewId review = TRY(m_model.begin());
            *id = TRY(m_model.catalog().reviews().addNote(review, note)).id;
            return {};
        },
        [this, id] { return m_model.catalog().reviews().removeNote(*id); }, [id] { return *id; });
    if (added)
        emit this->added(*id);
    return added;
}

bool NoteSteps::change(const catalog::Note& wanted) {
    const auto before = m_model.note(wanted.id);
    if (!before)
        return false;
    const auto change = [this](const catalog::Note& to) -> Result<void> {
        TRY(m_model.catalog().reviews().changeNote(to));
        return {};
    };
    return m_model.pushNoteStep(
        tr("change of a note"), [change, wanted] { return change(wanted); },
        [change, before = *before] { return change(before); }, [id = wanted.id] { return id; });
}

bool NoteSteps::remove(catalog::NoteId id) {
    return m_model.pushNoteStep(
        tr("removal of a note"), [this, id] { return m_model.catalog().reviews().removeNote(id); },
        [this, id] { return m_model.catalog().reviews().restoreNote(id); }, [id] { return id; });
}

bool NoteSteps::setUnderstood(catalog::NoteId id, bool understood) {
    const auto set = [this, id](bool to) { return m_model.catalog().reviews().setUnderstood(id, to); };
    return m_model.pushNoteStep(
        understood ? tr("marking as understood") : tr("taking back that it is understood"),
        [set, understood] { return set(understood); }, [set, understood] { return set(!understood); },
        [id] { return id; });
}

bool NoteSteps::reply(catalog::NoteId note, const std::string& text) {
    const auto id = std::make_shared<catalog::ReplyId>();
    return m_model.push(
        tr("reply"),
        [this, note, text, id]() -> Result<void> {
            if (!id->isNull())
                return m_model.catalog().reviews().restoreReply(*id);
            *id = TRY(m_model.catalog().reviews().addReply(note, text)).id;
            return {};
        },
        [this, id] { return m_model.catalog().reviews().removeReply(*id); }, ReviewModel::Touched::Replies);
}

bool NoteSteps::changeReply(catalog::ReplyId id, const std::string& text) {
    const auto& replies = m_model.now().replies;
    const auto before = std::ranges::find(replies, id, &catalog::Reply::id);
    if (before == replies.end())
        return false;
    const auto change = [this, id](const std::string& to) -> Result<void> {
        TRY(m_model.catalog().reviews().changeReply(id, to));
        return {};
    };
    return m_model.push(
        tr("change of a reply"), [change, text] { return change(text); },
        [change, text = before->text] { return change(text); }, ReviewModel::Touched::Replies);
}

bool NoteSteps::removeReply(catalog::ReplyId id) {
    return m_model.push(
        tr("removal of a reply"), [this, id] { return m_model.catalog().reviews().removeReply(id); },
        [this, id] { return m_model.catalog().reviews().restoreReply(id); }, ReviewModel::Touched::Replies);
}

} // namespace mockingbird::review

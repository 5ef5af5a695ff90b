// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"

#include <QObject>
#include <string>

namespace mockingbird::review {

class ReviewModel;

/// What the acting person does with notes, each a step of the model's that can be undone. Each is false where
/// it failed, after the model said why.
class NoteSteps : public QObject {
    Q_OBJECT

public:
    explicit NoteSteps(ReviewModel& model, QObject* parent = nullptr);

    bool add(const catalog::Note& note);
    bool change(const catalog::Note& note);
    bool remove(catalog::NoteId id);
    bool setUnderstood(catalog::NoteId id, bool understood);

    bool reply(catalog::NoteId note, const std::string& text);
    bool changeReply(catalog::ReplyId id, const std::string& text);
    bool removeReply(catalog::ReplyId id);

signals:
    void added(mockingbird::catalog::NoteId id); ///< for the first time; done again, it only comes back

private:
    ReviewModel& m_model;
};

} // namespace mockingbird::review

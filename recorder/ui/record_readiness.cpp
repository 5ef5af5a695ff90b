// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/record_readiness.h"

#include "recorder/ui/room_left.h"

#include <QCoreApplication>

namespace mockingbird::recorder {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("RecordReadiness", text);
}

} // namespace

QString missingSentence(const RecordReadiness& readiness) {
    if (!readiness.hasMentee)
        return tr("There is nobody whom you may record yet. A coordinator adds mentees, and pairs them with "
                  "you, under People.");
    if (!readiness.hasKit)
        return tr("There is no kit to run the interview from yet.");
    switch (readiness.sources) {
    case RecordReadiness::Sources::None:
        return tr("Choose at least one picture or sound.");
    case RecordReadiness::Sources::Opening:
        return tr("Opening cameras and microphones ...");
    case RecordReadiness::Sources::Failed:
        return tr("Something that was chosen can't be opened: see above.");
    case RecordReadiness::Sources::Open:
        break;
    }
    if (!readiness.checkStep.isEmpty())
        return readiness.checkStep;
    if (readiness.waitingFor.size() == 1)
        return tr("%1 has to agree first.").arg(readiness.waitingFor.first());
    if (!readiness.waitingFor.isEmpty())
        return tr("%1 have to agree first.").arg(readiness.waitingFor.join(tr(" and ")));
    if (!enoughRoom(readiness.minutes))
        return roomSentence(readiness.minutes, RoomMoment::BeforeStart);
    return {};
}

} // namespace mockingbird::recorder

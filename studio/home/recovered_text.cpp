// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/recovered_text.h"

#include "common/ui/text.h"

#include <QCoreApplication>

namespace mockingbird::studio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("RecoveredText", text);
}

} // namespace

QString recoveredText(const catalog::Recording& recording, const recorder::SessionProgress& progress,
                      catalog::PersonId reader) {
    const QString whose = progress.session.mentee == reader
                              ? tr("your interview")
                              : tr("%1's interview").arg(ui::toQString(progress.session.menteeName));
    if (recording.state == catalog::RecordingState::Lost)
        return tr("The recording of %1 was cut off before anything of it was kept. Nothing else was touched.")
            .arg(whose);
    const QString kept = tr("Recovered: %1 of %2.").arg(ui::shortTime(recording.duration), whose);
    const QString missing = tr("The last second before the interruption may be missing.");
    if (!progress.question)
        return tr("%1 It breaks off before the first question. %2").arg(kept, missing);
    return tr("%1 It breaks off in question %2 of %3. %4")
        .arg(kept)
        .arg(*progress.question + 1)
        .arg(progress.kit.questions.size())
        .arg(missing);
}

} // namespace mockingbird::studio

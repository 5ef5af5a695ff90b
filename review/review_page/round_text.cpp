// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/round_text.h"

#include "common/ui/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("mockingbird::review::RoundText", text);
}

QString waitingFor(const std::vector<std::string>& awaited) {
    return awaited.size() == 1 ? tr("Waiting for %1's review").arg(listOfNames(awaited))
                               : tr("Waiting for the reviews of %1").arg(listOfNames(awaited));
}

QString forTheMentee(const RoundStanding& standing) {
    if (standing.opened)
        return {};
    if (standing.selfReviewAwaited)
        return tr("Your own review comes first; your mentors' opens when you have sealed yours.");
    if (standing.awaited.empty())
        return {};
    return tr("%1. You can read what your mentors wrote when all have sealed.")
        .arg(waitingFor(standing.awaited));
}

QString forARater(const RoundStanding& standing, const QString& mentee) {
    if (!standing.ownSealed) {
        if (standing.awaited.empty())
            return {};
        return tr("You see %1's scores when you have sealed yours and they theirs.")
            .arg(listOfNames(standing.awaited));
    }
    if (!standing.awaited.empty()) {
        const QString first = tr("%1; yours is sealed.").arg(waitingFor(standing.awaited));
        if (standing.mayOpen)
            return tr("%1 You can open your review earlier.").arg(first);
        return standing.coordinated ? tr("%1 The coordinator can open the reviews earlier.").arg(first)
                                    : first;
    }
    if (standing.selfReviewAwaited)
        return tr("All raters have sealed. Waiting for %1's own review, which comes first.").arg(mentee);
    return {};
}

QString forAnOnlooker(const RoundStanding& standing, const QString& mentee) {
    if (!standing.awaited.empty())
        return tr("%1.").arg(waitingFor(standing.awaited));
    if (standing.selfReviewAwaited)
        return tr("All raters have sealed. Waiting for %1's own review, which comes first.").arg(mentee);
    return {};
}

} // namespace

QString listOfNames(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names)
        list << ui::toQString(name);
    if (list.size() < 2)
        return list.join(QString());
    const QString last = list.takeLast();
    return tr("%1 and %2").arg(list.join(QStringLiteral(", ")), last);
}

QString standingText(const RoundStanding& standing, const QString& mentee) {
    if (standing.calibration)
        return standing.viewer == RoundStanding::Viewer::Rater && !standing.ownSealed
                   ? tr("A calibration: rate on your own, seal, and see how you differ from the agreed "
                        "levels.")
                   : tr("A calibration: the reviews stay closed to each other.");
    switch (standing.viewer) {
    case RoundStanding::Viewer::Mentee:
        return forTheMentee(standing);
    case RoundStanding::Viewer::Rater:
        return standing.opened ? QString() : forARater(standing, mentee);
    case RoundStanding::Viewer::Onlooker:
        return standing.opened ? QString() : forAnOnlooker(standing, mentee);
    }
    return {};
}

QString readersText(const RoundStanding& standing, const QString& mentee) {
    if (standing.calibration)
        return tr("Only a coordinator can read it. You see then how you differ from the agreed levels.");
    if (standing.viewer == RoundStanding::Viewer::Mentee)
        return standing.awaited.empty() ? tr("Your mentors can read it at once, and you can read theirs.")
                                        : tr("A mentor who has sealed can read it at once. Theirs open to "
                                             "you when all have sealed.");
    const QString liaison = tr("A liaison or coordinator can read it at once.");
    if (!standing.awaited.empty())
        return tr("It stays closed to %1 and to the other raters until %2 sealed too. %3")
            .arg(mentee,
                 standing.awaited.size() == 1 ? tr("%1 has").arg(listOfNames(standing.awaited))
                                              : tr("%1 have").arg(listOfNames(standing.awaited)),
                 liaison);
    if (standing.selfReviewAwaited)
        return tr("The other raters can read it at once, %1 when they have sealed their own review. %2")
            .arg(mentee, liaison);
    return tr("It opens at once: %1 and everybody who takes part can read it. Private notes stay yours.")
        .arg(mentee);
}

} // namespace mockingbird::review

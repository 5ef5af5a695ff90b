// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/trouble_text.h"

#include "common/ui/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

constexpr std::size_t kMostTold = 2;

QString tr(const char* text) {
    return QCoreApplication::translate("TroubleText", text);
}

struct Told {
    const SourceStats* source;
    Trouble trouble;
};

bool isMild(const Told& told) {
    return told.trouble == Trouble::Silent && told.source->source.kind == SourceKind::System;
}

/// The lower, the graver.
int gravity(const Told& told) {
    if (isMild(told))
        return 10;
    switch (told.trouble) {
    case Trouble::Lost:
        return 0;
    case Trouble::Stalled:
        return 1;
    case Trouble::Silent:
        return 2;
    case Trouble::Black:
        return 3;
    case Trouble::Frozen:
        return 4;
    case Trouble::Clipping:
        return 5;
    }
    return 9;
}

/// A source of which nothing comes is silent and still as well; one word about it will do.
std::vector<Told> worthTelling(const RecorderStats& stats) {
    std::vector<Told> all;
    for (const SourceStats& source : stats.sources) {
        std::vector<Told> ofSource;
        for (const Trouble trouble : source.troubles)
            ofSource.push_back({&source, trouble});
        const auto gravest =
            std::min_element(ofSource.begin(), ofSource.end(),
                             [](const Told& a, const Told& b) { return gravity(a) < gravity(b); });
        if (gravest != ofSource.end())
            all.push_back(*gravest);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Told& a, const Told& b) { return gravity(a) < gravity(b); });
    return all;
}

QString sentence(const Told& told) {
    const QString name = ui::toQString(told.source->name);
    switch (told.trouble) {
    case Trouble::Silent:
        if (isMild(told))
            return tr("Nothing is heard from %1. That is fine while nobody in the call speaks.").arg(name);
        return tr("Nothing is heard from %1. Is it switched on, and the right one?").arg(name);
    case Trouble::Black:
        return tr("The picture of %1 is black. Is it covered?").arg(name);
    case Trouble::Frozen:
        return tr("The picture of %1 stands still. Unplug it and plug it in again.").arg(name);
    case Trouble::Clipping:
        return tr("%1 is too loud. Turn it down, or move away from it.").arg(name);
    case Trouble::Stalled:
        return tr("Nothing comes from %1 any more.").arg(name);
    case Trouble::Lost:
        return tr("%1 is gone. Plug it in, and it goes on by itself.").arg(name);
    }
    return {};
}

QString title(const Told& told) {
    const QString name = ui::toQString(told.source->name);
    switch (told.trouble) {
    case Trouble::Silent:
        return tr("%1 silent").arg(name);
    case Trouble::Black:
        return tr("%1 black").arg(name);
    case Trouble::Frozen:
        return tr("%1 stands still").arg(name);
    case Trouble::Clipping:
        return tr("%1 too loud").arg(name);
    case Trouble::Stalled:
        return tr("%1 gives nothing").arg(name);
    case Trouble::Lost:
        return tr("%1 gone").arg(name);
    }
    return {};
}

QString happened(catalog::IncidentKind kind) {
    switch (kind) {
    case catalog::IncidentKind::Silent:
        return tr("%1 was silent");
    case catalog::IncidentKind::Black:
        return tr("The picture of %1 was black");
    case catalog::IncidentKind::Frozen:
        return tr("The picture of %1 stood still");
    case catalog::IncidentKind::Clipping:
        return tr("%1 was too loud");
    case catalog::IncidentKind::Stalled:
        return tr("Nothing came from %1");
    case catalog::IncidentKind::Gap:
        return tr("%1 was unplugged");
    }
    return {};
}

} // namespace

TroubleNews troubleNews(const RecorderStats& stats) {
    const std::vector<Told> all = worthTelling(stats);
    TroubleNews news;
    if (all.empty())
        return news;
    QStringList sentences;
    for (std::size_t index = 0; index < std::min(all.size(), kMostTold); ++index)
        sentences << sentence(all[index]);
    if (all.size() > kMostTold)
        sentences << tr("And something is wrong with %1 more.").arg(all.size() - kMostTold);
    if (isMild(all.front())) {
        news.tone = ui::Tone::Neutral;
    } else {
        sentences << tr("The recording goes on.");
        news.title = title(all.front());
    }
    news.sentence = sentences.join(QLatin1Char(' '));
    return news;
}

QString incidentSentence(const catalog::Incident& incident, MediaTime length) {
    const QString what = happened(incident.kind).arg(ui::toQString(incident.sourceName));
    if (!incident.until || *incident.until >= length)
        return tr("%1 from %2 to the end.").arg(what, ui::shortTime(incident.at));
    return tr("%1 from %2 to %3.").arg(what, ui::shortTime(incident.at), ui::shortTime(*incident.until));
}

} // namespace mockingbird::recorder

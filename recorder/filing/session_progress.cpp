// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/filing/session_progress.h"

#include "common/catalog/recording_store.h"

#include <algorithm>

namespace mockingbird::recorder {

Result<SessionProgress> sessionProgress(catalog::Catalog& catalog, catalog::SessionId id) {
    SessionProgress progress;
    progress.session = TRY(catalog.sessions().byId(id));
    progress.kit = TRY(catalog.kits().byId(progress.session.kit, progress.session.kitVersion));
    const auto segments = TRY(catalog.sessions().segments(id));
    for (const catalog::Recording& part : TRY(catalog.recordings().ofSession(id))) {
        if (part.duration > MediaTime{})
            ++progress.parts;
        progress.recorded += part.duration;
        const catalog::Segment* first = nullptr;
        const catalog::Segment* last = nullptr;
        for (const catalog::Segment& one : segments) {
            if (one.recording != part.id)
                continue;
            if (first == nullptr || one.start < first->start)
                first = &one;
            if (last == nullptr || one.start >= last->start)
                last = &one;
        }
        if (first == nullptr)
            continue;
        progress.used += std::max(part.duration - first->start, MediaTime{});
        const auto& questions = progress.kit.questions;
        const auto asked = std::find_if(questions.begin(), questions.end(),
                                        [last](const auto& one) { return one.id == last->question; });
        if (asked != questions.end())
            progress.question = static_cast<int>(asked - questions.begin());
    }
    return progress;
}

} // namespace mockingbird::recorder

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/recorded_practice.h"

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/preparation.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"

namespace mockingbird::studio {

Result<void> fileRecordedPractice(catalog::Catalog& catalog, catalog::SessionId id,
                                  catalog::QuestionId question) {
    const catalog::Session session = TRY(catalog.sessions().byId(id));
    const catalog::Kit kit = TRY(catalog.kits().byId(session.kit));
    if (session.mentee != catalog.actor() || kit.question(question) == nullptr)
        return {};
    catalog::Practice practised;
    practised.person = session.mentee;
    practised.kit = session.kit;
    practised.question = question;
    practised.session = id;
    double seconds = 0;
    for (const catalog::Recording& part : TRY(catalog.recordings().ofSession(id)))
        seconds += part.duration.seconds();
    practised.seconds = static_cast<int>(seconds);
    TRY(catalog::Preparation(catalog).practice().add(practised));
    return {};
}

} // namespace mockingbird::studio

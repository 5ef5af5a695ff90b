// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "common/catalog/session_store.h"
#include "recorder/recorder.h"

#include <string>
#include <vector>

namespace mockingbird::recorder {

/// A source that was chosen, with the name it had then: a device that is gone can be told by name.
struct ChosenSource {
    SourceSpec source;
    bool video = false;
    std::string name;

    bool operator==(const ChosenSource&) const = default;
};

/// What the set-up page asks for.
struct RecordChoice {
    catalog::PersonId mentee;
    catalog::KitId kit;
    catalog::SessionMode mode = catalog::SessionMode::InPerson;
    std::vector<catalog::PersonId> panel;     ///< who asks
    std::vector<catalog::PersonId> observers; ///< who is there besides
    std::vector<ChosenSource> sources;

    [[nodiscard]] RecorderSettings settings() const;
};

/// The choice of the last time, ids null and sources empty where there was none. Sources are remembered for
/// each mode.
[[nodiscard]] RecordChoice rememberedChoice();
[[nodiscard]] std::vector<ChosenSource> rememberedSources(catalog::SessionMode mode);
void remember(const RecordChoice& choice);

} // namespace mockingbird::recorder

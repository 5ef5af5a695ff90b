// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/command_set.h"
#include "studio/cli/commands.h"
#include "studio/sample/sample_catalog.h"

namespace mockingbird::studio {

namespace {

Outcome stateOf(const CatalogPlace& place) {
    const SampleState state = sampleState(place);
    Outcome outcome;
    outcome.document = {{"state", name(state)}, {"folder", place.sample.string()}};
    switch (state) {
    case SampleState::There:
        outcome.text = "The sample is in " + place.sample.string() + "; --sample works on it.\n";
        break;
    case SampleState::NotMade:
        outcome.text = "The sample has not been unpacked yet; --sample does it.\n";
        break;
    case SampleState::Removed:
        outcome.text = "The sample is removed; sample restore brings it back.\n";
        break;
    }
    return outcome;
}

Result<Outcome> state(Invocation& invocation) {
    const auto place = TRY(invocation.place());
    return stateOf(place);
}

Result<Outcome> remove(Invocation& invocation) {
    const auto place = TRY(invocation.place());
    TRY(removeSample(place));
    return stateOf(place);
}

Result<Outcome> restore(Invocation& invocation) {
    const auto place = TRY(invocation.place());
    TRY(restoreSample(place));
    return stateOf(place);
}

} // namespace

void addSampleCommand(CommandSet& commands) {
    const Command sample = commands.add("sample", "Whether the sample is there");
    sample.runs(state);
    sample.add("remove", "Removes it; it doesn't come back by itself").runs(remove);
    sample.add("restore", "Brings it back as it was shipped").runs(restore);
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"

namespace mockingbird::catalog {

using AppointmentId = Id<struct AppointmentTag>;
using ChecklistItemId = Id<struct ChecklistItemTag>;
using PracticeId = Id<struct PracticeTag>;
using StoryId = Id<struct StoryTag>;
using ConfidenceId = Id<struct ConfidenceTag>;

} // namespace mockingbird::catalog

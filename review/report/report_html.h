// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/catalog.h"
#include "common/catalog/ids.h"
#include "review/report/report_content.h"

#include <string>

namespace mockingbird::review {

/// What was said about a session, as one HTML file that needs nothing else: summaries, strengths and growth,
/// and what the mentee takes along; scores with the levels' anchors, the agreed ones beside the first; notes
/// with the pictures of their moments, what is drawn on them, and replies. Where a picture can't be read the
/// note stands without one. Decodes a picture for every note: call it off the interface's thread.
[[nodiscard]] Result<std::string> reportHtml(catalog::Catalog& catalog, catalog::SessionId session,
                                             ReportCopy copy = ReportCopy::Mentee);

} // namespace mockingbird::review

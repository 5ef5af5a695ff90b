// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <QString>
#include <filesystem>
#include <map>

namespace mockingbird::review {

/// Replies that are still being written, by the note that they answer. Like the draft of a note they lie in a
/// small file in the catalog's folder until they are kept.
using ReplyDrafts = std::map<catalog::NoteId, QString>;

/// Where the person's lie for the session, in the catalog's folder.
[[nodiscard]] std::filesystem::path replyDraftsPath(const std::filesystem::path& catalogFolder,
                                                    catalog::SessionId session, catalog::PersonId person);
/// None where there is no file, or one that can't be read.
[[nodiscard]] ReplyDrafts loadReplyDrafts(const std::filesystem::path& path);
/// Whole or not at all, readable by its owner alone; no file where there are none.
Result<void> saveReplyDrafts(const ReplyDrafts& drafts, const std::filesystem::path& path);

} // namespace mockingbird::review

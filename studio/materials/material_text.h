// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/reading_store.h"

#include <QString>
#include <optional>

namespace mockingbird::studio {

/// `PDF`, `Text`, `Web page`, `Picture`, `Link`, `Recording`.
[[nodiscard]] QString kindText(catalog::MaterialKind kind);
/// The icon's name.
[[nodiscard]] const char* kindIcon(catalog::MaterialKind kind);

/// What is told of how far somebody is: `Not read yet`, `Begun, 40 %`, `Read`, `Changed since you read it`.
[[nodiscard]] QString readingText(const catalog::Material& material,
                                  const std::optional<catalog::Reading>& reading);
/// Read, in the version that is there now.
[[nodiscard]] bool isRead(const catalog::Material& material, const std::optional<catalog::Reading>& reading);

/// `For everyone`, `For the kit "..."` and so on.
[[nodiscard]] QString attachmentText(const catalog::NamedAttachment& attachment);
/// All of them in one line, shortened.
[[nodiscard]] QString attachmentsText(const std::vector<catalog::NamedAttachment>& attachments);

} // namespace mockingbird::studio

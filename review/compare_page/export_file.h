// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QString>
#include <functional>
#include <string>

class QWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::review {

enum class ReportFormat;

/// Where an export goes, given a name to suggest; empty for nowhere.
using ChooseFile = std::function<QString(QWidget* parent, const QString& suggested)>;
/// A file dialog that offers the formats of reports.
[[nodiscard]] QString askForReportFile(QWidget* parent, const QString& suggested);

/// Asks where, makes the bytes in the format that the file's name ends with (.html without an ending), writes
/// them and says in the banner what came of it.
void exportReport(QWidget* parent, ui::Banner& banner, const ChooseFile& chooseFile, const QString& suggested,
                  const std::function<Result<std::string>(ReportFormat)>& bytes);

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/error_text.h"

#include "common/base/error_sentence.h"

namespace mockingbird::ui {

QString sentence(const Error& error) {
    return QString::fromStdString(mockingbird::sentence(error));
}

} // namespace mockingbird::ui

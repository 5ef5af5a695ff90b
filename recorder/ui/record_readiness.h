// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>

namespace mockingbird::recorder {

/// What Record waits for.
struct RecordReadiness {
    enum class Sources { None, Opening, Failed, Open };
    bool hasMentee = false;
    bool hasKit = false;
    Sources sources = Sources::None;
    QString checkStep;      ///< what the device check asks for next; empty where it is passed
    QStringList waitingFor; ///< who has not agreed yet
    std::int64_t minutes = 0;
};

/// The first thing that is missing, in the page's order, in one sentence; empty where Record can be pressed.
[[nodiscard]] QString missingSentence(const RecordReadiness& readiness);

} // namespace mockingbird::recorder

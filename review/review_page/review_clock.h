// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <filesystem>

namespace mockingbird::review {

/// How long somebody has worked on a review: counts while it is in sight, and is kept in a small file beside
/// the draft of their note, so that a review made in two sittings is counted whole. Nobody else's business,
/// and no event.
class ReviewClock : public QObject {
    Q_OBJECT

public:
    explicit ReviewClock(QObject* parent = nullptr);

    /// Goes on from what the file says; none there is none yet.
    void begin(const std::filesystem::path& file);
    void run();
    /// Stops, and keeps what was counted.
    void stop();
    [[nodiscard]] std::chrono::seconds spent() const;

signals:
    void minutePassed();

private:
    void tick();
    void save() const;

    std::filesystem::path m_file;
    std::chrono::milliseconds m_counted{};
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace mockingbird::review

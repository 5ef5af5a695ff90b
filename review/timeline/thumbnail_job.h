// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <QImage>
#include <QObject>
#include <condition_variable>
#include <filesystem>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

namespace mockingbird::review {

/// Gets small pictures of a recording in a thread of its own, always the one asked for last, and keeps some
/// that it got. Owned by the timeline; used and heard on the GUI thread.
class ThumbnailJob : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~ThumbnailJob() override;

    /// The recording that pictures are wanted of, `width` pixels wide; an empty path for none.
    void setSource(const std::filesystem::path& file, int width);
    [[nodiscard]] bool hasSource() const { return m_thread.joinable(); }

    /// The picture shown at `time` where it is there already; else it is asked for, and what was asked for
    /// before and isn't begun is forgotten.
    [[nodiscard]] QImage picture(MediaTime time);

signals:
    /// For what was asked for last. Null where the recording has no picture there that can be shown.
    void ready(mockingbird::MediaTime time, const QImage& picture);

private:
    /// A keyframe's picture, and for which times it is known to be the one.
    struct Known {
        MediaTime from;
        MediaTime to;
        QImage picture;
    };

    void stop();
    void run(const std::stop_token& stop, int source, const std::filesystem::path& file, int width);
    [[nodiscard]] std::optional<MediaTime> nextWanted(const std::stop_token& stop);
    void take(int source, MediaTime wanted, MediaTime shown, const QImage& picture);

    int m_source = 0;         ///< tells what is wanted from what comes late
    std::list<Known> m_known; ///< the one used last comes first
    std::optional<MediaTime> m_asked;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<MediaTime> m_wanted; ///< guarded by m_mutex
    std::jthread m_thread;
};

} // namespace mockingbird::review

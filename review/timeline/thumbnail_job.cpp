// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/thumbnail_job.h"

#include "common/base/log.h"
#include "review/playback/thumbnail_reader.h"

#include <QMetaObject>
#include <algorithm>
#include <exception>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr std::size_t kKept = 96; ///< of some 60 kB each

QImage toImage(const media::Picture& picture) {
    const QImage shared(picture.pixels.data(), picture.width, picture.height,
                        static_cast<qsizetype>(picture.width) * 4, QImage::Format_RGB32);
    return shared.copy();
}

} // namespace

ThumbnailJob::~ThumbnailJob() {
    stop();
}

void ThumbnailJob::setSource(const std::filesystem::path& file, int width) {
    stop();
    m_known.clear();
    m_asked.reset();
    if (file.empty())
        return;
    m_thread = std::jthread([this, source = m_source, file, width](const std::stop_token& token) {
        try {
            run(token, source, file, width);
        } catch (const std::exception& failure) {
            log(LogLevel::Warning, "review", std::string("no thumbnails: ") + failure.what());
        }
    });
}

void ThumbnailJob::stop() {
    ++m_source;
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
    m_thread = {};
    const std::lock_guard lock(m_mutex);
    m_wanted.reset();
}

QImage ThumbnailJob::picture(MediaTime time) {
    const auto found = std::ranges::find_if(
        m_known, [&](const Known& known) { return known.from <= time && time <= known.to; });
    if (found != m_known.end()) {
        m_known.splice(m_known.begin(), m_known, found);
        m_asked.reset();
        return found->picture;
    }
    if (!hasSource())
        return {};
    m_asked = time;
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = time;
    }
    m_changed.notify_all();
    return {};
}

std::optional<MediaTime> ThumbnailJob::nextWanted(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [&] { return m_wanted.has_value(); });
    return stop.stop_requested() ? std::nullopt : std::exchange(m_wanted, std::nullopt);
}

void ThumbnailJob::run(const std::stop_token& stop, int source, const std::filesystem::path& file,
                       int width) {
    auto reader = ThumbnailReader::open(file, width);
    if (!reader.ok() && reader.error().code != ErrorCode::Unsupported)
        log(LogLevel::Warning, "review", "no thumbnails: " + reader.error().detail);
    while (const auto wanted = nextWanted(stop)) {
        QImage image;
        MediaTime shown = *wanted;
        if (reader.ok()) {
            const auto picture = (*reader)->near(*wanted);
            if (picture.ok()) {
                image = toImage(*picture);
                shown = picture->time;
            }
        }
        QMetaObject::invokeMethod(
            this, [this, source, wanted = *wanted, shown, image] { take(source, wanted, shown, image); },
            Qt::QueuedConnection);
    }
}

void ThumbnailJob::take(int source, MediaTime wanted, MediaTime shown, const QImage& picture) {
    if (source != m_source)
        return;
    const auto same = std::ranges::find(m_known, std::min(shown, wanted), &Known::from);
    if (same != m_known.end()) {
        same->to = std::max(same->to, wanted);
    } else {
        m_known.push_front({std::min(shown, wanted), std::max(shown, wanted), picture});
        if (m_known.size() > kKept)
            m_known.pop_back();
    }
    if (m_asked == wanted)
        m_asked.reset();
    emit ready(wanted, picture);
}

} // namespace mockingbird::review

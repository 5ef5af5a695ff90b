// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/write/file_chapters.h"

#include <algorithm>
#include <span>

namespace mockingbird::recorder {

namespace {

/// Matroska's own grid here.
constexpr MediaTime kGrid = MediaTime::fromMicroseconds(1000);

MediaTime onGrid(MediaTime time) {
    return MediaTime::fromMicroseconds(time.microseconds() / kGrid.microseconds() * kGrid.microseconds());
}

/// Where an open end lies: at the next chapter that has one of its own, or at the file's.
MediaTime closing(std::vector<Chapter>::const_iterator from, std::vector<Chapter>::const_iterator last,
                  MediaTime duration) {
    const auto next = std::find_if(from, last, [](const Chapter& later) { return later.end.has_value(); });
    return next == last ? duration : next->start;
}

} // namespace

std::vector<Chapter> chaptersWithin(std::vector<Chapter> chapters, MediaTime duration) {
    for (Chapter& chapter : chapters)
        chapter.start = onGrid(std::max(chapter.start, MediaTime{}));
    std::ranges::stable_sort(chapters, {}, &Chapter::start);
    for (std::size_t i = 1; i < chapters.size(); ++i)
        chapters[i].start = std::max(chapters[i].start, chapters[i - 1].start + kGrid);
    std::erase_if(chapters, [&](const Chapter& chapter) { return chapter.start >= duration; });

    std::vector<Chapter> within = chapters;
    for (std::size_t i = 0; i < within.size(); ++i) {
        const auto next = chapters.cbegin() + static_cast<std::ptrdiff_t>(i) + 1;
        const MediaTime end = chapters[i].end.value_or(closing(next, chapters.cend(), duration));
        within[i].end = std::clamp(end, within[i].start, duration);
    }
    return within;
}

Result<void> setChapters(AVFormatContext& output, const std::vector<Chapter>& chapters) {
    if (chapters.empty())
        return {};
    // avformat_free_context() frees the array, each chapter and its metadata.
    output.chapters = static_cast<AVChapter**>(av_calloc(chapters.size(), sizeof(AVChapter*)));
    if (output.chapters == nullptr)
        return Error{ErrorCode::Internal, "no memory", 0};
    for (const Chapter& chapter : chapters) {
        auto* made = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
        if (made == nullptr)
            return Error{ErrorCode::Internal, "no memory", 0};
        output.chapters[output.nb_chapters++] = made;
        made->id = output.nb_chapters;
        made->time_base = AV_TIME_BASE_Q;
        made->start = chapter.start.microseconds();
        made->end = chapter.end.value_or(chapter.start).microseconds();
        if (!chapter.title.empty())
            av_dict_set(&made->metadata, "title", chapter.title.c_str(), 0);
    }
    return {};
}

std::vector<Chapter> chaptersOf(const AVFormatContext& input) {
    std::vector<Chapter> chapters;
    for (const AVChapter* found : std::span(input.chapters, input.nb_chapters)) {
        const auto time = [&](std::int64_t at) {
            return MediaTime::fromMicroseconds(av_rescale_q(at, found->time_base, AV_TIME_BASE_Q));
        };
        const AVDictionaryEntry* title = av_dict_get(found->metadata, "title", nullptr, 0);
        Chapter chapter{time(found->start), std::nullopt, title == nullptr ? "" : title->value};
        if (found->end != AV_NOPTS_VALUE)
            chapter.end = time(found->end);
        chapters.push_back(std::move(chapter));
    }
    return chapters;
}

} // namespace mockingbird::recorder

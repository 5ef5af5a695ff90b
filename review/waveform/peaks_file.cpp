// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/waveform/peaks_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <type_traits>

#include <unistd.h>

namespace mockingbird::review {

namespace {

constexpr std::uint64_t kMagic = 0x32534b4145504d42; // "BMPEAKS2": the last letter is the version
/// A recording of 24 hours; more is damage.
constexpr std::uint64_t kMaxBuckets = 24ULL * 3600 * 1000;
static_assert(std::endian::native == std::endian::little, "the file is little-endian");

/// Sixteen bits: with eight a whisper would be one step from silence.
constexpr float kScale = 32767.0F;

struct Stamp {
    std::uint64_t size = 0;
    std::int64_t changed = 0;
    bool operator==(const Stamp&) const = default;
};

std::optional<Stamp> stampOf(const std::filesystem::path& recording) {
    std::error_code error;
    const auto size = std::filesystem::file_size(recording, error);
    if (error)
        return std::nullopt;
    const auto changed = std::filesystem::last_write_time(recording, error);
    if (error)
        return std::nullopt;
    return Stamp{size, static_cast<std::int64_t>(changed.time_since_epoch().count())};
}

/// FNV-1a, 64 bits: finds damage, no more is asked of it.
std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t sum = 14695981039346656037ULL;
    for (const char byte : bytes)
        sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return sum;
}

class Out {
public:
    template <class T>
    void put(T value) {
        static_assert(std::is_arithmetic_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        m_bytes += text;
    }
    void put(const std::vector<float>& peaks) {
        for (const float peak : peaks)
            put(static_cast<std::int16_t>(std::lround(std::clamp(peak, -1.0F, 1.0F) * kScale)));
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

class In {
public:
    explicit In(std::string_view bytes) : m_rest(bytes) {}
    template <class T>
    T get() {
        T value{};
        const std::string_view bytes = take(sizeof value);
        if (bytes.size() == sizeof value)
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::string_view take(std::uint64_t count) {
        m_good = m_good && count <= m_rest.size();
        if (!m_good)
            return {};
        const std::string_view taken = m_rest.substr(0, static_cast<std::size_t>(count));
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    std::vector<float> peaks(std::uint64_t count) {
        const std::string_view bytes = take(count * sizeof(std::int16_t));
        std::vector<float> values(bytes.size() / sizeof(std::int16_t));
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::int16_t value = 0;
            std::memcpy(&value, bytes.data() + i * sizeof value, sizeof value);
            values[i] = static_cast<float>(value) / kScale;
        }
        return values;
    }
    [[nodiscard]] bool good() const { return m_good; }

private:
    std::string_view m_rest;
    bool m_good = true;
};

} // namespace

std::filesystem::path peaksFileOf(const std::filesystem::path& recording) {
    std::filesystem::path file = recording;
    file += ".peaks";
    return file;
}

std::optional<Waveform> readPeaks(const std::filesystem::path& recording) {
    const auto stamp = stampOf(recording);
    const std::filesystem::path cache = peaksFileOf(recording);
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(cache, unknown))
        return std::nullopt;
    std::ifstream file(cache, std::ios::binary);
    if (!stamp || !file)
        return std::nullopt;
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (bytes.size() < sizeof(std::uint64_t))
        return std::nullopt;
    const std::string_view body(bytes.data(), bytes.size() - sizeof(std::uint64_t));
    if (In(std::string_view(bytes).substr(body.size())).get<std::uint64_t>() != checksum(body))
        return std::nullopt;

    In in(body);
    if (in.get<std::uint64_t>() != kMagic)
        return std::nullopt;
    Stamp written;
    written.size = in.get<std::uint64_t>();
    written.changed = in.get<std::int64_t>();
    if (written != *stamp)
        return std::nullopt;
    Waveform waveform;
    waveform.duration = MediaTime::fromMicroseconds(in.get<std::int64_t>());
    waveform.bucket = MediaTime::fromMicroseconds(in.get<std::int64_t>());
    const auto tracks = in.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < tracks && in.good(); ++i) {
        TrackPeaks track;
        track.stream = in.get<std::int32_t>();
        track.name = std::string(in.take(in.get<std::uint32_t>()));
        track.mix = in.get<std::uint8_t>() != 0;
        const auto count = in.get<std::uint64_t>();
        if (count > kMaxBuckets)
            return std::nullopt;
        track.low = in.peaks(count);
        track.high = in.peaks(count);
        waveform.tracks.push_back(std::move(track));
    }
    if (!in.good() || waveform.bucket <= MediaTime())
        return std::nullopt;
    return waveform;
}

Result<void> writePeaks(const std::filesystem::path& recording, const Waveform& waveform) {
    const auto stamp = stampOf(recording);
    if (!stamp)
        return Error{ErrorCode::NotFound, recording.string(), 0};
    Out out;
    out.put(kMagic);
    out.put(stamp->size);
    out.put(stamp->changed);
    out.put(waveform.duration.microseconds());
    out.put(waveform.bucket.microseconds());
    out.put(static_cast<std::uint32_t>(waveform.tracks.size()));
    for (const TrackPeaks& track : waveform.tracks) {
        out.put(static_cast<std::int32_t>(track.stream));
        out.put(track.name);
        out.put(static_cast<std::uint8_t>(track.mix ? 1 : 0));
        out.put(static_cast<std::uint64_t>(track.low.size()));
        out.put(track.low);
        out.put(track.high);
    }
    const std::uint64_t sum = checksum(out.bytes());
    out.put(sum);

    const std::filesystem::path target = peaksFileOf(recording);
    std::filesystem::path half = target;
    half += "." + std::to_string(::getpid());
    std::ofstream file(half, std::ios::binary | std::ios::trunc);
    file.write(out.bytes().data(), static_cast<std::streamsize>(out.bytes().size()));
    file.close();
    std::error_code error;
    if (file)
        std::filesystem::rename(half, target, error);
    if (file && !error)
        return {};
    std::error_code ignored; // it may not even be there
    std::filesystem::remove(half, ignored);
    return Error{ErrorCode::Io, "writing " + target.string(), error.value()};
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/exchange/zip_bytes.h"

#include <zlib.h>

namespace mockingbird::exchange::test {

namespace {

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(static_cast<unsigned char>(value & 0xFFU));
    out += static_cast<char>(static_cast<unsigned char>((value >> 8U) & 0xFFU));
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, value >> 16U);
}

/// What the local and the central header have in common.
void putShared(std::string& out, const RawEntry& entry) {
    put16(out, 20);
    put16(out, entry.flags);
    put16(out, entry.method);
    put16(out, 0);
    put16(out, 33);
    put32(out, entry.crc);
    put32(out, static_cast<std::uint32_t>(entry.bytes.size()));
    put32(out, entry.size);
    put16(out, static_cast<std::uint32_t>(entry.name.size()));
    put16(out, 0);
}

} // namespace

RawEntry storedEntry(const std::string& name, const std::string& content) {
    RawEntry entry{name, content};
    entry.size = static_cast<std::uint32_t>(content.size());
    entry.crc = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    return entry;
}

RawEntry deflatedEntry(const std::string& name, const std::string& content) {
    RawEntry entry = storedEntry(name, content);
    entry.method = 8;
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    entry.bytes.resize(deflateBound(&stream, static_cast<uLong>(content.size())));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(entry.bytes.data());
    stream.avail_out = static_cast<uInt>(entry.bytes.size());
    deflate(&stream, Z_FINISH);
    entry.bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return entry;
}

std::string zipBytes(const std::vector<RawEntry>& entries) {
    std::string out;
    std::string directory;
    for (const RawEntry& entry : entries) {
        const auto offset = static_cast<std::uint32_t>(out.size());
        put32(out, 0x04034B50);
        putShared(out, entry);
        out += entry.name + entry.bytes;
        put32(directory, 0x02014B50);
        put16(directory, entry.madeBy | 20U);
        putShared(directory, entry);
        put16(directory, 0);
        put16(directory, 0);
        put16(directory, 0);
        put32(directory, entry.attributes);
        put32(directory, offset);
        directory += entry.name;
    }
    const auto at = static_cast<std::uint32_t>(out.size());
    out += directory;
    put32(out, 0x06054B50);
    put16(out, 0);
    put16(out, 0);
    put16(out, static_cast<std::uint32_t>(entries.size()));
    put16(out, static_cast<std::uint32_t>(entries.size()));
    put32(out, static_cast<std::uint32_t>(directory.size()));
    put32(out, at);
    put16(out, 0);
    return out;
}

} // namespace mockingbird::exchange::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mockingbird::exchange::test {

/// An entry as hostile as one likes; every field is written as it stands here.
struct RawEntry {
    std::string name;
    std::string bytes; ///< as they lie in the archive
    std::uint16_t method = 0;
    std::uint16_t flags = 0x0800;  ///< the name is UTF-8
    std::uint16_t madeBy = 3 << 8; ///< Unix
    std::uint32_t attributes = 0100644U << 16U;
    std::uint32_t crc = 0;  ///< of what it unpacks to
    std::uint32_t size = 0; ///< likewise
};

/// An entry that is as it should be, not packed.
[[nodiscard]] RawEntry storedEntry(const std::string& name, const std::string& content);
/// The same, packed.
[[nodiscard]] RawEntry deflatedEntry(const std::string& name, const std::string& content);

/// A zip of them, built without any library, so that it may break every rule.
[[nodiscard]] std::string zipBytes(const std::vector<RawEntry>& entries);

} // namespace mockingbird::exchange::test

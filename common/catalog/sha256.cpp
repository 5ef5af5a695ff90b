// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/sha256.h"

#include <sodium.h>

namespace mockingbird::catalog {

struct Sha256::State {
    crypto_hash_sha256_state state;
};

// This hash needs no sodium_init(): it draws no random numbers.
Sha256::Sha256() : m_state(std::make_unique<State>()) {
    crypto_hash_sha256_init(&m_state->state);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&m_state->state, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&m_state->state, digest.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

} // namespace mockingbird::catalog

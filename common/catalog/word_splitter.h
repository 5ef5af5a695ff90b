// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Fts5Tokenizer;
struct fts5_tokenizer;
struct sqlite3;

namespace mockingbird::catalog {

/// Splits a text into the words that the full-text index keeps: by FTS5's own unicode61, so in small letters
/// and without diacritics. For the connection's thread.
class WordSplitter {
public:
    /// Throws SQLite::Exception where SQLite has no FTS5.
    explicit WordSplitter(sqlite3* connection);
    ~WordSplitter();
    WordSplitter(const WordSplitter&) = delete;
    WordSplitter& operator=(const WordSplitter&) = delete;

    [[nodiscard]] std::vector<std::string> words(std::string_view text) const;

private:
    std::unique_ptr<fts5_tokenizer> m_functions;
    Fts5Tokenizer* m_tokenizer = nullptr;
};

} // namespace mockingbird::catalog

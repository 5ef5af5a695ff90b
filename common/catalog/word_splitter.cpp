// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/word_splitter.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace mockingbird::catalog {

WordSplitter::WordSplitter(sqlite3* connection) : m_functions(std::make_unique<fts5_tokenizer>()) {
    // "The fts5_api pointer is obtained by ... SELECT fts5(?1)" with a bound pointer of this name.
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    void* context = nullptr;
    const char* arguments[] = {"remove_diacritics", "2"};
    if (api == nullptr || api->xFindTokenizer(api, "unicode61", &context, m_functions.get()) != SQLITE_OK ||
        m_functions->xCreate(context, arguments, 2, &m_tokenizer) != SQLITE_OK)
        throw SQLite::Exception("SQLite has no full-text search", SQLITE_ERROR);
}

WordSplitter::~WordSplitter() {
    if (m_tokenizer != nullptr)
        m_functions->xDelete(m_tokenizer);
}

std::vector<std::string> WordSplitter::words(std::string_view text) const {
    std::vector<std::string> all;
    const auto take = [](void* into, int, const char* word, int length, int, int) {
        static_cast<std::vector<std::string>*>(into)->emplace_back(word, static_cast<std::size_t>(length));
        return SQLITE_OK;
    };
    m_functions->xTokenize(m_tokenizer, &all, FTS5_TOKENIZE_DOCUMENT, text.data(),
                           static_cast<int>(text.size()), take);
    return all;
}

} // namespace mockingbird::catalog

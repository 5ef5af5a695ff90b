// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/review_store.h"

namespace mockingbird::catalog {

/// What is written below notes, for the ReviewStore, whose public functions these implement.
class ReplyStore {
public:
    explicit ReplyStore(Database& database);

    [[nodiscard]] Result<Reply> add(const Note& note, const std::string& text);
    [[nodiscard]] Result<Reply> change(ReplyId id, const std::string& text);
    Result<void> setRemoved(ReplyId id, bool removed);
    [[nodiscard]] Result<std::vector<Reply>> ofSession(SessionId session) const;

private:
    struct Known;
    /// Denied where it is another's than the acting person's.
    [[nodiscard]] Result<Known> own(ReplyId id) const;

    Database& m_database;
};

} // namespace mockingbird::catalog

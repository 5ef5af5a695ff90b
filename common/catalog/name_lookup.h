// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/case_fold.h"

#include <string>
#include <string_view>
#include <vector>

namespace mockingbird::catalog {

/// The one of `items` that `text` names: by the whole name, else by a beginning that only one name has; case
/// doesn't matter. `what` is the word for one of them, such as "person".
template <class T>
[[nodiscard]] Result<T> lookUpByName(const std::vector<T>& items, std::string_view text,
                                     std::string_view what) {
    const std::string wanted = foldCase(trimmed(text));
    const std::string quoted = std::string(what) + " \"" + std::string(text) + "\"";
    if (wanted.empty())
        return Error{ErrorCode::InvalidArgument, "no " + std::string(what) + " was named", 0};
    std::vector<const T*> whole;
    std::vector<const T*> beginning;
    for (const T& item : items) {
        const std::string folded = foldCase(item.name);
        if (folded == wanted)
            whole.push_back(&item);
        else if (folded.starts_with(wanted))
            beginning.push_back(&item);
    }
    const auto& fitting = whole.empty() ? beginning : whole;
    if (fitting.empty())
        return Error{ErrorCode::NotFound, "there is no " + quoted, 0};
    if (fitting.size() == 1)
        return *fitting.front();
    std::string names;
    for (const T* item : fitting)
        names += (names.empty() ? "" : ", ") + item->name;
    return Error{ErrorCode::InvalidArgument, "more than one fits " + quoted + ": " + names, 0};
}

/// Whether the text has the form of an id: then it is looked up as one and never as a name.
template <class IdType>
[[nodiscard]] bool looksLikeId(std::string_view text) {
    return IdType::parse(text).ok();
}

} // namespace mockingbird::catalog

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace mockingbird {

/// A value, or the reason why there is none. Reading the side that is not there is a bug and asserts.
template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & {
        assert(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] const T& value() const& {
        assert(ok());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::get<0>(std::move(m_state));
    }
    [[nodiscard]] T valueOr(T fallback) const& { return ok() ? std::get<0>(m_state) : std::move(fallback); }

    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return std::get<1>(m_state);
    }

    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// Success, or the reason why not. `return {};` is success.
template <>
class [[nodiscard]] Result<void> {
public:
    using Value = void;

    Result() = default;
    Result(Error error) : m_failed(true), m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_failed; }
    explicit operator bool() const { return ok(); }
    void value() const { assert(ok()); }
    [[nodiscard]] const Error& error() const {
        assert(m_failed);
        return m_error;
    }

private:
    bool m_failed = false;
    Error m_error;
};

} // namespace mockingbird

/// The value of a Result, or a return of its error from the enclosing function: `auto file =
/// TRY(open(path));`. A statement expression of GCC and Clang; `__extension__` keeps -Wpedantic quiet about
/// just that, and the counter -Wshadow where one stands in another.
#define TRY(expression) MOCKINGBIRD_TRY_AS(__COUNTER__, expression)
#define MOCKINGBIRD_TRY_AS(number, expression) MOCKINGBIRD_TRY_NAMED(number, expression)
#define MOCKINGBIRD_TRY_NAMED(number, expression) MOCKINGBIRD_TRY(tryResult##number, expression)
#define MOCKINGBIRD_TRY(name, expression)                                                                    \
    __extension__({                                                                                          \
        auto name = (expression);                                                                            \
        if (!name.ok())                                                                                      \
            return name.error();                                                                             \
        std::move(name).value();                                                                             \
    })

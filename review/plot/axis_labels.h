// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <set>

namespace mockingbird::review {

/// The labels of one axis as Qt Charts takes them: cut where they are long, escaped, as it reads them as
/// HTML, and each different from those before, as it leaves out what it has already.
class AxisLabels {
public:
    /// Of so many letters at most.
    explicit AxisLabels(int longest) : m_longest(longest) {}
    [[nodiscard]] QString next(const QString& text);

private:
    int m_longest;
    std::set<QString> m_given;
};

} // namespace mockingbird::review

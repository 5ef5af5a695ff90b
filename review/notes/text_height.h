// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QString>
#include <optional>
#include <vector>

namespace mockingbird::review {

/// How high texts are, wrapped at spaces. Qt lays out each anew for that, which for the thousands of a list
/// is felt; most are plain words, whose widths are known after the first few texts. Gives what Qt gives:
/// where that isn't certain, it is asked.
class TextHeight {
public:
    explicit TextHeight(const QFont& font);

    [[nodiscard]] int of(const QString& text, int width);
    [[nodiscard]] const QFont& font() const { return m_font; }

    /// The number of lines, where words alone tell it.
    [[nodiscard]] std::optional<int> linesByWords(QStringView text, int width);

private:
    [[nodiscard]] double widthOf(QStringView word);
    [[nodiscard]] int byQt(const QString& text, int width) const;

    QFont m_font;
    double m_space;
    QHash<QString, double> m_widths;
    std::vector<int> m_heights; ///< of so many lines and one
};

} // namespace mockingbird::review

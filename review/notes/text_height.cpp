// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/text_height.h"

#include <QFontMetrics>

namespace mockingbird::review {

namespace {

constexpr int kEndless = 100'000;
constexpr int kMostLines = 12;
constexpr qsizetype kMostWords = 20'000; ///< kept
/// Where a line's room is used up to within this, rounding decides, and Qt.
constexpr double kClose = 2;
constexpr ushort kLastLatin = 0x024F;

bool isPlain(QChar c) {
    return (c.isLetterOrNumber() && c.unicode() <= kLastLatin) || c == u'\'' || c == u'’';
}

bool opens(QChar c) {
    return c == u'"' || c == u'(' || c == u'“';
}

bool closes(QChar c) {
    return c == u'.' || c == u',' || c == u';' || c == u':' || c == u'!' || c == u'?' || c == u'"' ||
           c == u')' || c == u'”';
}

/// Letters and digits with what stands before and after them: no line ends within.
bool staysTogether(QStringView word) {
    qsizetype i = 0;
    while (i < word.size() && opens(word[i]))
        ++i;
    const qsizetype begin = i;
    while (i < word.size() && isPlain(word[i]))
        ++i;
    if (i == begin)
        return false;
    while (i < word.size() && closes(word[i]))
        ++i;
    return i == word.size();
}

} // namespace

TextHeight::TextHeight(const QFont& font)
    : m_font(font), m_space(QFontMetricsF(font).horizontalAdvance(QLatin1Char(' '))) {
    QString lines = QStringLiteral("x");
    for (int count = 1; count <= kMostLines; ++count) {
        m_heights.push_back(byQt(lines, kEndless));
        lines += QStringLiteral("\nx");
    }
}

int TextHeight::byQt(const QString& text, int width) const {
    return QFontMetrics(m_font)
        .boundingRect(QRect(0, 0, width, kEndless), Qt::AlignLeft | Qt::TextWordWrap, text)
        .height();
}

double TextHeight::widthOf(QStringView word) {
    const QString key = word.toString();
    const auto known = m_widths.constFind(key);
    if (known != m_widths.cend())
        return *known;
    if (m_widths.size() >= kMostWords)
        m_widths.clear();
    return *m_widths.insert(key, QFontMetricsF(m_font).horizontalAdvance(key));
}

std::optional<int> TextHeight::linesByWords(QStringView text, int width) {
    int lines = 0;
    for (const QStringView paragraph : text.split(u'\n')) {
        double used = 0;
        ++lines;
        for (const QStringView word : paragraph.split(u' ')) {
            if (word.isEmpty() || !staysTogether(word))
                return std::nullopt;
            const double wide = widthOf(word);
            const double with = used == 0 ? wide : used + m_space + wide;
            if (wide > width - kClose || std::abs(with - width) < kClose)
                return std::nullopt;
            if (with < width) {
                used = with;
            } else {
                ++lines;
                used = wide;
            }
        }
    }
    return lines;
}

int TextHeight::of(const QString& text, int width) {
    const QStringView shown = QStringView(text).trimmed();
    const auto lines = shown.size() == text.size() ? linesByWords(shown, width) : std::nullopt;
    if (lines && *lines <= kMostLines)
        return m_heights[static_cast<std::size_t>(*lines - 1)];
    return byQt(text, width);
}

} // namespace mockingbird::review

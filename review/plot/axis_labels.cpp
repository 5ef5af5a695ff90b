// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/plot/axis_labels.h"

namespace mockingbird::review {

QString AxisLabels::next(const QString& text) {
    QString label = text.simplified();
    if (label.size() > m_longest)
        label = label.left(m_longest - 1).trimmed() + QStringLiteral("…");
    label = label.toHtmlEscaped();
    while (!m_given.insert(label).second)
        label += QChar(0x200B); // a space without width
    return label;
}

} // namespace mockingbird::review

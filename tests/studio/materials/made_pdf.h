// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <QStringList>

namespace mockingbird::test {

/// A PDF with a page for each of these texts.
inline void makePdf(const QString& file, const QStringList& pages) {
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A5));
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 12));
    for (int page = 0; page < pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawText(QRect(20, 20, 350, 500), Qt::TextWordWrap, pages[page]);
    }
}

} // namespace mockingbird::test

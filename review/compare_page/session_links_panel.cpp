// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/session_links_panel.h"

#include "common/ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace mockingbird::review {

SessionLinksPanel::SessionLinksPanel(const QString& heading, QWidget* parent)
    : ui::Card(heading, parent), m_place(new QVBoxLayout) {
    setAccessibleName(heading);
    body()->addLayout(m_place);
    body()->addStretch();
}

void SessionLinksPanel::setRows(std::vector<Row> rows, const QString& empty) {
    if (!m_labels.empty() && rows == m_rows && empty == m_empty)
        return;
    m_empty = empty;
    for (QLabel* label : m_labels) {
        label->hide();
        label->deleteLater();
    }
    m_labels.clear();
    m_rows = std::move(rows);
    const auto add = [this](QLabel* label) {
        label->setWordWrap(true);
        m_place->addWidget(label);
        m_labels.push_back(label);
    };
    if (m_rows.empty())
        add(ui::mutedLabel(empty, ui::TextStyle::Body, this));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        auto* label = ui::label({}, row.urgent ? ui::TextStyle::Strong : ui::TextStyle::Body, this);
        if (row.session.isNull()) {
            label->setText(row.text);
        } else {
            label->setTextFormat(Qt::RichText);
            label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
            label->setFocusPolicy(Qt::StrongFocus);
            label->setAccessibleName(row.text);
            label->setAccessibleDescription(tr("Enter opens the session in Review."));
            connect(label, &QLabel::linkActivated, this,
                    [this](const QString& link) { open(static_cast<std::size_t>(link.toULongLong())); });
        }
        add(label);
    }
    writeLinks();
}

/// A link takes the palette's colour when it is written.
void SessionLinksPanel::writeLinks() {
    for (std::size_t i = 0; i < m_rows.size() && i < m_labels.size(); ++i)
        if (!m_rows[i].session.isNull())
            m_labels[i]->setText(
                QStringLiteral("<a href=\"%1\">%2</a>").arg(i).arg(m_rows[i].text.toHtmlEscaped()));
}

void SessionLinksPanel::changeEvent(QEvent* event) {
    ui::Card::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        writeLinks();
}

void SessionLinksPanel::open(std::size_t row) {
    if (row < m_rows.size() && !m_rows[row].session.isNull())
        emit openSession(m_rows[row].session, m_rows[row].at);
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/link_content_view.h"

#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace mockingbird::studio {

LinkContentView::LinkContentView(QWidget* parent)
    : ContentView(parent), m_host(ui::label({}, ui::TextStyle::Heading)), m_address(ui::mutedLabel({})),
      m_plain(ui::label(tr("This address is not encrypted: others on the way can see what you read there."),
                        ui::TextStyle::Small)),
      m_open(ui::button(tr("Open in the browser"), "window")) {
    m_host->setTextFormat(Qt::PlainText);
    m_address->setTextFormat(Qt::PlainText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_open->setObjectName(QStringLiteral("openLink"));
    auto* card = new ui::Card;
    card->setMaximumWidth(ui::px(640));
    card->body()->addWidget(ui::mutedLabel(tr("This link leads to"), ui::TextStyle::Small));
    card->body()->addWidget(m_host);
    card->body()->addWidget(m_address);
    card->body()->addWidget(m_plain);
    card->body()->addWidget(m_open, 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ui::px(ui::kMedium), 0, 0);
    column->addWidget(card);
    column->addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_opened = true;
        emit linkClicked(QUrl(m_url));
        emit moved();
    });
}

Result<void> LinkContentView::show(const Source& source) {
    m_opened = false;
    m_url = ui::toQString(source.material.url);
    const QUrl url(m_url);
    // As the letters travel: a name that only looks like another shows what it is.
    const QString host = url.host(QUrl::EncodeUnicode);
    m_host->setText(host.isEmpty() ? m_url : host);
    // A line break may fall behind any slash; without, a long address would widen the page.
    QString shown = m_url;
    m_address->setText(shown.replace(QLatin1Char('/'), QStringLiteral("/\u200B")));
    m_plain->setVisible(url.scheme() == QLatin1String("http"));
    m_open->setAccessibleDescription(m_url);
    return {};
}

QString LinkContentView::placeName(const catalog::ReadingPlace&) const {
    return tr("The link");
}

QWidget* LinkContentView::reading() {
    return m_open;
}

} // namespace mockingbird::studio

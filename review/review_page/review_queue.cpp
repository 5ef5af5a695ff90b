// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_queue.h"

#include "common/catalog/catalog.h"
#include "common/ui/banner.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kAboutRole = Qt::UserRole;

/// Two lines: whose session at which kit; below it when, and how far the review is.
class QueueDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const ui::Colors& colors = ui::colors();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(option.rect).adjusted(2, 2, -2, -2);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->setBrush(selected ? colors.accentSoft : hovered ? colors.raised : colors.surface);
        painter->setPen(selected ? QPen(colors.focus, 2) : QPen(colors.border, 1));
        painter->drawRoundedRect(ground, ui::kRadius, ui::kRadius);
        const QRect inside = option.rect.adjusted(ui::px(ui::kLarge), ui::px(ui::kMedium),
                                                  -ui::px(ui::kLarge), -ui::px(ui::kMedium));
        const QFont strong = ui::font(ui::TextStyle::Strong);
        const int line = QFontMetrics(strong).height();
        painter->setFont(strong);
        painter->setPen(selected ? colors.onAccentSoft : colors.text);
        painter->drawText(QRect(inside.left(), inside.top(), inside.width(), line), Qt::AlignVCenter,
                          index.data(Qt::DisplayRole).toString());
        painter->setFont(ui::font(ui::TextStyle::Body));
        painter->setPen(selected ? colors.onAccentSoft : colors.muted);
        painter->drawText(QRect(inside.left(), inside.bottom() - line, inside.width(), line),
                          Qt::AlignVCenter, index.data(kAboutRole).toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        const int line = QFontMetrics(ui::font(ui::TextStyle::Strong)).height();
        return {ui::px(320), 2 * line + ui::px(ui::kTight) + 2 * ui::px(ui::kMedium)};
    }
};

} // namespace

ReviewQueue::ReviewQueue(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_banner(new ui::Banner(this)), m_list(new QListWidget(this)),
      m_empty(new ui::EmptyState(
          "review",
          tr("Nothing to review yet. A session appears here as soon as it has been recorded "
             "or imported."),
          {}, this)) {
    m_list->setObjectName("reviewQueue");
    m_list->setAccessibleName(tr("Sessions to review"));
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setMaximumWidth(ui::px(820));
    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kPageMargin);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kMedium));
    layout->addWidget(ui::label(tr("Review"), ui::TextStyle::Title, this));
    layout->addWidget(m_banner);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    // A single click opens as Enter does: there is nothing else to do with an entry.
    const auto choose = [this](QListWidgetItem* item) {
        emit chosen(m_entries.at(static_cast<std::size_t>(m_list->row(item))).session.id);
    };
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(m_list, &QListWidget::itemClicked, this, choose);
}

void ReviewQueue::refresh() {
    auto entries = this->entries();
    if (!entries.ok()) {
        m_banner->showError(entries.error());
        return;
    }
    m_banner->dismiss();
    m_entries = std::move(entries).value();
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Entry& entry : m_entries) {
        const catalog::Session& session = entry.session;
        auto* item = new QListWidgetItem(
            tr("%1 · %2").arg(ui::toQString(session.menteeName), ui::toQString(session.kitName)), m_list);
        item->setData(kAboutRole, tr("Attempt %1 · %2 · %3")
                                      .arg(session.attempt)
                                      .arg(ui::longDate(session.startedAt), entry.state));
        item->setData(Qt::AccessibleTextRole,
                      item->text() + QStringLiteral(", ") + item->data(kAboutRole).toString());
    }
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    m_list->setVisible(!m_entries.empty());
    m_empty->setVisible(m_entries.empty());
}

Result<std::vector<ReviewQueue::Entry>> ReviewQueue::entries() const {
    std::vector<Entry> entries;
    for (catalog::Session& session : TRY(m_catalog.sessions().all())) {
        if (session.state == "none")
            continue;
        const auto review = TRY(m_catalog.reviews().ofActor(session.id));
        Entry entry{std::move(session), tr("not reviewed by you yet"), false};
        if (review && review->state == catalog::ReviewState::Draft)
            entry.state = tr("your review is a draft");
        else if (review) {
            entry.state = tr("you sealed your review");
            entry.done = true;
        }
        entries.push_back(std::move(entry));
    }
    std::ranges::stable_partition(entries, [](const Entry& entry) { return !entry.done; });
    return entries;
}

} // namespace mockingbird::review

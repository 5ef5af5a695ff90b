// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/review_queue.h"

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/agreement/rater_tendency.h"
#include "review/consensus/calibration_dialog.h"
#include "review/tendency/tendency_panel.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kAboutRole = Qt::UserRole;
constexpr std::size_t kPageRows = 40;
constexpr std::size_t kMostRowsAgain = 400; ///< at a refresh; who looked further down scrolls there again
constexpr int kRowsAhead = 5;               ///< from the end of what is read, at which more is

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
          {}, this)),
      m_tendency(ui::quietButton(tr("How you rate"), nullptr, this)),
      m_calibration(ui::quietButton(tr("Calibration"), nullptr, this)) {
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
    auto* top = new QHBoxLayout;
    top->addWidget(ui::label(tr("Review"), ui::TextStyle::Title, this), 1);
    top->addWidget(m_calibration);
    top->addWidget(m_tendency);
    layout->addLayout(top);
    layout->addWidget(m_banner);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    // A single click opens as Enter does: there is nothing else to do with an entry.
    const auto choose = [this](QListWidgetItem* item) {
        emit chosen(m_entries.at(static_cast<std::size_t>(m_list->row(item))).session.id);
    };
    m_tendency->setToolTip(tr("How strict you are, and what your scores rest on: for you alone"));
    m_calibration->setToolTip(tr("Mentors rate the chosen session to see how they differ"));
    connect(m_tendency, &QPushButton::clicked, this, &ReviewQueue::showTendency);
    connect(m_calibration, &QPushButton::clicked, this, &ReviewQueue::showCalibration);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReviewQueue::showButtons);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= m_list->count() - kRowsAhead)
            readMore();
    });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const QScrollBar* bar = m_list->verticalScrollBar();
        if (value >= bar->maximum() - bar->pageStep())
            readMore();
    });
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(m_list, &QListWidget::itemClicked, this, choose);
}

void ReviewQueue::refresh() {
    Place place;
    auto entries = read(place, std::clamp(m_entries.size(), kPageRows, kMostRowsAgain));
    if (!entries.ok()) {
        m_banner->showError(entries.error());
        return;
    }
    m_banner->dismiss();
    m_place = place;
    const int row = m_list->currentRow();
    m_filling = true;
    m_list->clear();
    m_entries.clear();
    append(std::move(entries).value());
    m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
    m_filling = false;
    m_list->setVisible(!m_entries.empty());
    m_empty->setVisible(m_entries.empty());
    showButtons();
}

void ReviewQueue::append(std::vector<Entry> entries) {
    for (Entry& entry : entries) {
        const catalog::Session& session = entry.session;
        auto* item = new QListWidgetItem(
            tr("%1 · %2").arg(ui::toQString(session.menteeName), ui::toQString(session.kitName)), m_list);
        QString about =
            tr("Attempt %1 · %2 · %3").arg(session.attempt).arg(ui::longDate(session.startedAt), entry.state);
        if (entry.calibration)
            about = tr("Calibration: %1 · %2").arg(ui::toQString(entry.calibration->title), entry.state);
        item->setData(kAboutRole, about);
        item->setData(Qt::AccessibleTextRole,
                      item->text() + QStringLiteral(", ") + item->data(kAboutRole).toString());
        m_entries.push_back(std::move(entry));
    }
}

void ReviewQueue::readMore() {
    if (m_filling || m_place.part == Part::End)
        return;
    auto entries = read(m_place, kPageRows);
    if (!entries.ok()) {
        m_place.part = Part::End; // until the next refresh
        m_banner->showError(entries.error());
        return;
    }
    m_filling = true;
    append(std::move(entries).value());
    m_filling = false;
}

const ReviewQueue::Entry* ReviewQueue::current() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_entries.size()) ? &m_entries[static_cast<std::size_t>(row)]
                                                                : nullptr;
}

void ReviewQueue::showButtons() {
    bool coordinates = false;
    bool rates = false;
    if (!m_catalog.actor().isNull()) {
        const auto person = m_catalog.people().byId(m_catalog.actor());
        coordinates = person.ok() && person->roles.contains(catalog::Role::Coordinator);
        rates = person.ok() && person->roles.contains(catalog::Role::Mentor);
    }
    m_tendency->setVisible(rates);
    m_calibration->setVisible(coordinates && current() != nullptr);
}

void ReviewQueue::showTendency() {
    const auto tendency = tendencyOf(m_catalog, m_catalog.actor());
    if (!tendency.ok()) {
        m_banner->showError(tendency.error());
        return;
    }
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("How you rate"));
    auto* panel = new TendencyPanel(dialog);
    panel->showTendency(*tendency);
    auto* close = ui::button(tr("Close"), nullptr, dialog);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto* layout = new QVBoxLayout(dialog);
    const int margin = ui::px(ui::kLarge);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(panel, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    dialog->resize(ui::px(560), ui::px(520));
    dialog->open();
}

void ReviewQueue::showCalibration() {
    const Entry* entry = current();
    const auto cohorts = m_catalog.people().cohorts();
    if (!entry || !cohorts.ok())
        return;
    CalibrationChoice choice;
    choice.session = tr("%1 · %2 · attempt %3")
                         .arg(ui::toQString(entry->session.menteeName), ui::toQString(entry->session.kitName))
                         .arg(entry->session.attempt);
    for (const catalog::Cohort& cohort : *cohorts)
        choice.cohorts.emplace_back(cohort.id, ui::toQString(cohort.name));
    choice.running = entry->calibration;
    auto* dialog = new CalibrationDialog(choice, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CalibrationDialog::beginRequested, this,
            [this, session = entry->session.id](const QString& title, catalog::CohortId cohort) {
                const auto begun = m_catalog.calibrations().begin(session, cohort, title.toStdString());
                changeCalibration(begun.ok() ? Result<void>() : Result<void>(begun.error()));
            });
    connect(dialog, &CalibrationDialog::endRequested, this,
            [this](catalog::CalibrationId id) { changeCalibration(m_catalog.calibrations().end(id)); });
    dialog->open();
}

void ReviewQueue::changeCalibration(const Result<void>& changed) {
    refresh();
    if (!changed.ok())
        m_banner->showError(changed.error());
}

Result<std::vector<ReviewQueue::Entry>> ReviewQueue::calibrated() const {
    std::vector<Entry> entries;
    for (catalog::Calibration& calibration : TRY(m_catalog.calibrations().all())) {
        auto session = m_catalog.sessions().byId(calibration.session);
        if (!session.ok() &&
            (session.error().code == ErrorCode::NotFound || session.error().code == ErrorCode::Denied))
            continue; // removed, or not this person's to see
        Entry entry{TRY(std::move(session)), tr("not reviewed by you yet"), std::move(calibration)};
        const auto review = TRY(m_catalog.reviews().ofActor(entry.session.id));
        // What was begun stays in sight.
        entry.foreign = !review && !TRY(m_catalog.calibrations().concernsActor(*entry.calibration));
        if (entry.session.state == "none")
            continue;
        if (review && review->state == catalog::ReviewState::Draft)
            entry.state = tr("your review is a draft");
        entry.done = review && review->state != catalog::ReviewState::Draft;
        if (entry.done)
            entry.state = tr("you sealed your review");
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
        return a.session.startedAt != b.session.startedAt ? a.session.startedAt > b.session.startedAt
                                                          : a.session.id > b.session.id;
    });
    return entries;
}

Result<std::vector<ReviewQueue::Entry>> ReviewQueue::readPart(Place& place, int limit) const {
    auto calibrations = TRY(calibrated());
    if (place.part == Part::Calibrated) {
        std::erase_if(calibrations, [](const Entry& entry) { return entry.done || entry.foreign; });
        place = {Part::Unsealed, std::nullopt};
        return calibrations;
    }
    const bool sealed = place.part == Part::Sealed;
    catalog::SessionFilter filter{.recorded = true};
    (sealed ? filter.sealedBy : filter.unsealedBy) = m_catalog.actor();
    std::vector<Entry> entries;
    auto sessions = TRY(m_catalog.sessions().page(filter, limit, place.after));
    const bool end = static_cast<int>(sessions.size()) < limit;
    if (!sessions.empty())
        place.after = catalog::placeOf(sessions.back());
    for (catalog::Session& session : sessions) {
        Entry entry{std::move(session), sealed ? tr("you sealed your review") : tr("not reviewed by you yet"),
                    std::nullopt, sealed};
        const auto known = std::ranges::find_if(
            calibrations, [&](const Entry& one) { return one.session.id == entry.session.id; });
        if (known != calibrations.end() && !sealed)
            continue; // it came first, or is others' business
        if (known != calibrations.end())
            entry.calibration = known->calibration;
        if (!sealed && TRY(m_catalog.reviews().ofActor(entry.session.id)))
            entry.state = tr("your review is a draft");
        entries.push_back(std::move(entry));
    }
    if (end)
        place = {sealed ? Part::End : Part::Sealed, std::nullopt};
    return entries;
}

Result<std::vector<ReviewQueue::Entry>> ReviewQueue::read(Place& place, std::size_t limit) const {
    std::vector<Entry> entries;
    // Nobody acting has sealed nothing.
    while (entries.size() < limit && place.part != Part::End) {
        if (place.part == Part::Sealed && m_catalog.actor().isNull()) {
            place.part = Part::End;
            break;
        }
        for (Entry& entry : TRY(readPart(place, static_cast<int>(limit))))
            entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace mockingbird::review

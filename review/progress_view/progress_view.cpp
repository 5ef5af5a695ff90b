// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/progress_view/progress_view.h"

#include "common/catalog/access_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/programme.h"
#include "common/catalog/recording_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/empty_state.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/plot/plot_view.h"
#include "review/progress_view/change_text.h"
#include "review/progress_view/commitment_card.h"
#include "review/progress_view/progress_plots.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

constexpr int kPlotWidth = 320;
constexpr int kPlotHeight = 210;
constexpr std::size_t kMostLinks = 6;
constexpr int kMostLinksInARow = 6;
constexpr int kMostColumns = 4;

/// `Library Assistant: 3 attempts`, with the rubric's version where that tells groups apart.
QString groupName(const ProgressGroup& group, bool nameVersion) {
    QString name = ui::toQString(group.kit.name);
    if (nameVersion)
        name = ProgressView::tr("%1, version %2 of the rubric").arg(name).arg(group.kit.rubric.version);
    const auto count = static_cast<int>(group.attempts.size());
    return count == 1 ? ProgressView::tr("%1: one attempt").arg(name)
                      : ProgressView::tr("%1: %2 attempts").arg(name).arg(count);
}

bool isScored(const ProgressGroup& group) {
    return std::ranges::any_of(group.criteria, [](const CriterionProgress& criterion) {
        return std::ranges::any_of(criterion.cells,
                                   [](const ComparisonCell& cell) { return cell.mean.has_value(); });
    });
}

} // namespace

ProgressView::ProgressView(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_head(new QWidget(this)), m_groups(new QComboBox(m_head)),
      m_banner(new ui::Banner(this)), m_empty(new ui::EmptyState("compare", {}, {}, this)), m_scroll(nullptr),
      m_summary(ui::label({}, ui::TextStyle::Heading, this)),
      m_notice(ui::mutedLabel({}, ui::TextStyle::Body, this)), m_plotHost(new QWidget(this)),
      m_plotGrid(new QGridLayout(m_plotHost)), m_legend(ui::mutedLabel({}, ui::TextStyle::Small, this)),
      m_method(ui::mutedLabel({}, ui::TextStyle::Small, this)), m_commitments(new CommitmentCard(this)) {
    m_groups->setAccessibleName(tr("Kit and version of its rubric"));
    m_groups->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_summary->setWordWrap(true);
    layOut();
    connect(m_groups, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        showGroup();
        emit kitChanged(kit());
    });
    connect(m_commitments, &CommitmentCard::openSession, this, &ProgressView::openSession);
    connect(m_commitments, &CommitmentCard::closeRequested, this, &ProgressView::closeCommitment);
    connect(m_commitments, &CommitmentCard::reopenRequested, this, &ProgressView::reopenCommitment);
    showEmpty({});
}

void ProgressView::layOut() {
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(ui::px(ui::kMedium));
    head->addWidget(m_groups);
    head->addStretch();

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_summary);
    column->addWidget(m_notice);
    m_attempts = new QWidget(content);
    m_attemptGrid = new QGridLayout(m_attempts);
    m_attemptGrid->setContentsMargins(0, 0, 0, 0);
    m_attemptGrid->setSpacing(ui::px(ui::kTight));
    column->addWidget(m_attempts);
    column->addWidget(m_legend);
    column->addWidget(m_plotHost);
    column->addWidget(m_method);
    column->addWidget(m_commitments);
    column->addStretch();
    m_plotGrid->setContentsMargins(0, 0, 0, 0);
    m_plotGrid->setSpacing(ui::px(ui::kMedium));
    m_scroll = ui::scrolled(content);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kMedium));
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_scroll, 1);
}

void ProgressView::show(catalog::PersonId mentee) {
    const Shown now{mentee, m_catalog.actor(), m_catalog.revision()};
    if (now == m_shown)
        return; // as it is: what was chosen and typed stays
    const bool same = now.mentee == m_shown.mentee;
    m_shown = now;
    const catalog::KitId wanted = same ? kit() : catalog::KitId();
    m_progress = {};
    if (mentee.isNull()) {
        fillGroups();
        showEmpty(tr("Choose a mentee to see how their attempts went."));
        return;
    }
    auto progress = progressOf(m_catalog, mentee);
    if (!progress.ok()) {
        fillGroups();
        showEmpty({});
        m_scroll->hide();
        m_banner->showError(progress.error());
        return;
    }
    m_banner->dismiss();
    m_progress = std::move(progress).value();
    fillGroups();
    if (!wanted.isNull()) {
        m_filling = true;
        chooseKit(wanted);
        m_filling = false;
    }
    showGroup();
}

void ProgressView::fillGroups() {
    m_filling = true;
    m_groups->clear();
    for (const ProgressGroup& group : m_progress.groups) {
        const auto ofKit = std::ranges::count_if(
            m_progress.groups, [&](const ProgressGroup& other) { return other.kit.id == group.kit.id; });
        m_groups->addItem(groupName(group, ofKit > 1));
    }
    m_head->setVisible(m_groups->count() > 0);
    m_filling = false;
}

const ProgressGroup* ProgressView::group() const {
    const int index = m_groups->currentIndex();
    return index < 0 ? nullptr : &m_progress.groups[static_cast<std::size_t>(index)];
}

catalog::KitId ProgressView::kit() const {
    const ProgressGroup* shown = group();
    return shown == nullptr ? catalog::KitId() : shown->kit.id;
}

void ProgressView::chooseKit(catalog::KitId kit) {
    for (std::size_t i = 0; i < m_progress.groups.size(); ++i)
        if (m_progress.groups[i].kit.id == kit) {
            m_groups->setCurrentIndex(static_cast<int>(i));
            return;
        }
}

QString ProgressView::summary() const {
    return m_summary->text();
}

void ProgressView::showGroup() {
    const ProgressGroup* shown = group();
    if (shown == nullptr) {
        showEmpty(
            tr("%1 has no attempt yet. After the first one that is scored, its levels show here, and with "
               "the second what has changed.")
                .arg(ui::toQString(m_progress.mentee.name)));
        return;
    }
    showEmpty({});
    measureDelivery(m_catalog, m_progress, shown->kit.id);
    const bool scored = isScored(*shown);
    m_summary->setText(scored ? summaryText(*shown, attemptNumbers(m_progress, *shown))
                              : tr("None of these attempts is scored yet, as far as you may see."));
    QStringList notices;
    if (m_progress.groups.size() > 1)
        notices << tr(
            "Attempts at other kits, or by another version of the rubric, are apart and compared with "
            "none of these.");
    if (std::ranges::any_of(shown->attempts,
                            [&](std::size_t attempt) { return m_progress.attempts[attempt].hasDrafts; }))
        notices << tr("Levels of a draft count here, and can still change.");
    m_notice->setText(notices.join(u' '));
    m_notice->setVisible(!notices.isEmpty());
    m_method->setText(methodText(*shown));
    m_method->setVisible(scored && shown->attempts.size() > 1);
    showAttempts(*shown);

    for (PlotView* plot : m_plots)
        delete plot;
    m_plots.clear();
    if (scored)
        for (ProgressPlot& plot : criterionPlots(m_progress, *shown))
            addPlot(std::move(plot));
    const bool severalRaters =
        std::ranges::any_of(m_plots, [](const PlotView* plot) { return plot->content().series.size() > 1; });
    m_legend->setText(
        tr("The line is the agreed level, or the raters' mean where none was agreed on. The small "
           "marks are each rater's own, with their initials."));
    m_legend->setVisible(severalRaters);
    for (ProgressPlot& plot : deliveryPlots(m_progress, *shown))
        addPlot(std::move(plot));
    if (auto confidence = confidencePlot(m_progress))
        addPlot(std::move(*confidence));
    arrangePlots();
    const auto may =
        m_catalog.access().may(catalog::Action::Change, catalog::Thing::Commitment, m_progress.mentee.id);
    m_commitments->show(m_progress, may.ok() && *may ? CommitmentCard::Saying::Allowed
                                                     : CommitmentCard::Saying::NotAllowed);
}

/// The newest attempts as links to them; all are reached from the plots' values.
void ProgressView::showAttempts(const ProgressGroup& group) {
    for (QPushButton* link : m_attemptLinks)
        delete link;
    m_attemptLinks.clear();
    const std::size_t count = group.attempts.size();
    for (std::size_t i = count - std::min(count, kMostLinks); i < count; ++i) {
        const catalog::Session& session = m_progress.attempts[group.attempts[i]].session;
        auto* open = ui::quietButton(attemptName(session), nullptr, m_attempts);
        open->setAccessibleDescription(tr("Opens the attempt in Review"));
        connect(open, &QPushButton::clicked, this,
                [this, id = session.id] { emit openSession(id, std::nullopt); });
        m_attemptLinks.push_back(open);
    }
    arrangeAttempts();
}

void ProgressView::arrangeAttempts() {
    int widest = 1;
    for (const QPushButton* link : m_attemptLinks)
        widest = std::max(widest, link->sizeHint().width() + ui::px(ui::kTight));
    const int columns = std::clamp((width() - ui::px(ui::kLarge)) / widest, 1, kMostLinksInARow);
    while (QLayoutItem* item = m_attemptGrid->takeAt(0))
        delete item; // the links stay the widget's
    for (std::size_t i = 0; i < m_attemptLinks.size(); ++i) {
        m_attemptGrid->addWidget(m_attemptLinks[i], static_cast<int>(i) / columns,
                                 static_cast<int>(i) % columns, Qt::AlignLeft);
        m_attemptLinks[i]->show();
    }
    m_attemptGrid->setColumnStretch(kMostLinksInARow, 1);
}

void ProgressView::addPlot(ProgressPlot plot) {
    auto* view = new PlotView(std::move(plot.content), m_plotHost);
    view->setPlotHeight(ui::px(kPlotHeight));
    connect(view, &PlotView::activated, this, [this, sessions = std::move(plot.sessions)](PlotPlace place) {
        if (place.category < sessions.size())
            emit openSession(sessions[place.category], std::nullopt);
    });
    m_plots.push_back(view);
}

void ProgressView::arrangePlots() {
    const int columns = std::clamp(width() / ui::px(kPlotWidth), 1, kMostColumns);
    while (QLayoutItem* item = m_plotGrid->takeAt(0))
        delete item; // the widgets stay the host's
    for (int column = 0; column < kMostColumns; ++column)
        m_plotGrid->setColumnStretch(column, column < columns ? 1 : 0);
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plotGrid->addWidget(m_plots[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        m_plots[i]->show();
    }
}

void ProgressView::showEmpty(const QString& sentence) {
    m_emptyText = sentence;
    m_empty->setSentence(sentence);
    m_empty->setVisible(!sentence.isEmpty());
    m_scroll->setVisible(sentence.isEmpty());
}

void ProgressView::closeCommitment(catalog::CommitmentId id, catalog::SessionId session,
                                   std::optional<MediaTime> at) {
    const auto closed = [&]() -> Result<void> {
        std::optional<catalog::ShownMoment> moment;
        if (at) {
            const auto recordings = TRY(m_catalog.recordings().ofSession(session));
            if (recordings.empty())
                return Error{ErrorCode::NotFound, "the attempt has no recording, so no moment of it shows it",
                             0};
            moment = catalog::ShownMoment{recordings.front().id, *at};
        }
        return catalog::Programme(m_catalog).commitments().close(id, session, moment);
    }();
    if (!closed.ok()) {
        m_banner->showError(closed.error());
        return;
    }
    show(m_progress.mentee.id);
    m_commitments->setFocus();
}

void ProgressView::reopenCommitment(catalog::CommitmentId id) {
    const Result<void> reopened = catalog::Programme(m_catalog).commitments().reopen(id);
    if (!reopened.ok()) {
        m_banner->showError(reopened.error());
        return;
    }
    show(m_progress.mentee.id);
}

void ProgressView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangePlots();
    arrangeAttempts();
}

} // namespace mockingbird::review

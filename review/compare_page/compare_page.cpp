// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/compare_page.h"

#include "common/catalog/access_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/session_store.h"
#include "common/ui/banner.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/compare_page/cohort_view.h"
#include "review/compare_page/progress_panel.h"
#include "review/compare_page/quarter_view.h"
#include "review/side_by_side/side_by_side_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mockingbird::review {

namespace {

constexpr char kMenteeKey[] = "compare/mentee";
constexpr char kKitKey[] = "compare/kit";
constexpr char kTabKey[] = "compare/tab";
constexpr int kNameLetters = 18; ///< room for a name; measuring each of a programme's takes long

template <class SomeId>
QString idKey(SomeId id) {
    return QString::fromStdString(id.toString());
}

/// As settings keep it.
QString tabKey(CompareTab tab) {
    switch (tab) {
    case CompareTab::Progress:
        return QStringLiteral("progress");
    case CompareTab::SideBySide:
        return QStringLiteral("side-by-side");
    case CompareTab::Quarter:
        return QStringLiteral("quarter");
    case CompareTab::Cohort:
        break;
    }
    return QStringLiteral("cohort");
}

QString tabText(CompareTab tab) {
    switch (tab) {
    case CompareTab::Progress:
        return ComparePage::tr("Progress");
    case CompareTab::SideBySide:
        return ComparePage::tr("Side by side");
    case CompareTab::Quarter:
        return ComparePage::tr("Quarter");
    case CompareTab::Cohort:
        break;
    }
    return ComparePage::tr("Cohort");
}

} // namespace

ComparePage::ComparePage(catalog::Catalog& catalog, QWidget* parent)
    : ui::Page(parent), m_catalog(catalog), m_bar(new QTabBar(this)), m_mentees(new QComboBox(this)),
      m_banner(new ui::Banner(this)), m_empty(new ui::EmptyState("compare", {}, {}, this)),
      m_stack(new QStackedWidget(this)), m_progress(new ProgressPanel(catalog, this)) {
    m_bar->setObjectName(QStringLiteral("compareTabs"));
    m_bar->setAccessibleName(tr("What to compare"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_mentees->setObjectName(QStringLiteral("mentee"));
    m_mentees->setAccessibleName(tr("Mentee"));
    m_mentees->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_mentees->setMinimumContentsLength(kNameLetters);
    m_stack->addWidget(m_progress);
    connect(m_bar, &QTabBar::currentChanged, this, [this] {
        if (m_filling)
            return;
        showCurrent();
        remember();
    });
    connect(m_mentees, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        showCurrent();
        remember();
    });
    connect(m_progress, &ProgressPanel::openSession, this, &ComparePage::openSession);
    connect(m_progress, &ProgressPanel::kitChanged, this, &ComparePage::remember);
    layOut();
    refresh();
}

void ComparePage::layOut() {
    auto* head = new QHBoxLayout;
    head->setSpacing(ui::px(ui::kLarge));
    head->addWidget(ui::label(tr("Compare"), ui::TextStyle::Title, this));
    head->addWidget(m_bar, 1);
    m_progress->setChoice(m_mentees);
    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kLarge);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kMedium));
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_stack, 1);
}

void ComparePage::refresh() {
    fillTabs();
    if (const Result<void> filled = fillMentees(); !filled.ok())
        m_banner->showError(filled.error());
    showCurrent();
}

void ComparePage::entered() {
    m_bar->setFocus();
}

void ComparePage::left() {
    if (m_sideBySide != nullptr)
        m_sideBySide->left();
}

/// A quarter and a year are there for who may see one.
void ComparePage::fillTabs() {
    const auto may = [this](catalog::Thing thing) {
        return m_catalog.access().may(catalog::Action::See, thing).valueOr(false);
    };
    std::vector<CompareTab> tabs{CompareTab::Progress, CompareTab::SideBySide};
    if (may(catalog::Thing::Quarter))
        tabs.push_back(CompareTab::Quarter);
    if (may(catalog::Thing::CohortYear))
        tabs.push_back(CompareTab::Cohort);
    if (tabs == m_tabs)
        return;
    m_tabs = std::move(tabs);
    const QString chosen = m_bar->count() > 0 ? m_bar->tabData(m_bar->currentIndex()).toString()
                                              : QSettings().value(QLatin1String(kTabKey)).toString();
    m_filling = true;
    while (m_bar->count() > 0)
        m_bar->removeTab(0);
    for (const CompareTab tab : m_tabs) {
        const int place = m_bar->addTab(tabText(tab));
        m_bar->setTabData(place, tabKey(tab));
        if (tabKey(tab) == chosen)
            m_bar->setCurrentIndex(place);
    }
    m_filling = false;
}

Result<void> ComparePage::fillMentees() {
    const catalog::PersonId actor = m_catalog.actor();
    const std::pair now{actor, m_catalog.revision()};
    if (m_menteesOf == now)
        return {};
    bool onlyOwn = false;
    if (!actor.isNull())
        onlyOwn = TRY(m_catalog.people().byId(actor)).roles == std::set<catalog::Role>{catalog::Role::Mentee};
    std::vector<std::pair<QString, QString>> mentees; // name, id
    for (const catalog::MenteeHead& mentee : TRY(m_catalog.sessions().mentees()))
        if (!onlyOwn || mentee.id == actor)
            mentees.emplace_back(ui::toQString(mentee.name), idKey(mentee.id));
    QString wanted = m_mentees->currentData().toString();
    if (wanted.isEmpty())
        wanted = QSettings().value(QLatin1String(kMenteeKey)).toString();
    if (wanted.isEmpty() && !mentees.empty()) {
        const auto newest = TRY(m_catalog.sessions().page(
            onlyOwn ? catalog::SessionFilter{.mentee = actor} : catalog::SessionFilter{}, 1));
        if (!newest.empty())
            wanted = idKey(newest.front().mentee);
    }
    std::ranges::sort(mentees);
    const bool first = m_mentees->count() == 0;
    m_filling = true;
    m_mentees->clear();
    for (const auto& [name, id] : mentees)
        m_mentees->addItem(name, id);
    m_mentees->setCurrentIndex(std::max(0, m_mentees->findData(wanted)));
    m_filling = false;
    m_menteesOf = now;
    if (first && !mentees.empty()) {
        m_progress->show(mentee());
        if (const auto kit =
                catalog::KitId::parse(QSettings().value(QLatin1String(kKitKey)).toString().toStdString());
            kit.ok())
            m_progress->chooseKit(*kit);
    }
    return {};
}

catalog::PersonId ComparePage::mentee() const {
    return catalog::PersonId::parse(m_mentees->currentData().toString().toStdString()).valueOr({});
}

CompareTab ComparePage::currentTab() const {
    const int place = m_bar->currentIndex();
    return place < 0 ? CompareTab::Progress : m_tabs.at(static_cast<std::size_t>(place));
}

void ComparePage::showTab(CompareTab tab) {
    const auto place = std::ranges::find(m_tabs, tab);
    if (place != m_tabs.end())
        m_bar->setCurrentIndex(static_cast<int>(place - m_tabs.begin()));
}

void ComparePage::choose(catalog::PersonId mentee, catalog::KitId kit) {
    if (const int place = m_mentees->findData(idKey(mentee)); place >= 0) {
        m_mentees->setCurrentIndex(place);
        m_progress->chooseKit(kit);
    }
}

void ComparePage::makeSideBySide() {
    m_sideBySide = new SideBySideView(m_catalog, this);
    m_stack->addWidget(m_sideBySide);
    connect(m_sideBySide, &SideBySideView::openSession, this, &ComparePage::openSession);
}

void ComparePage::makeQuarter() {
    m_quarter = new QuarterView(m_catalog, this);
    m_stack->addWidget(m_quarter);
    connect(m_quarter, &QuarterView::openSession, this, &ComparePage::openSession);
    connect(m_quarter, &QuarterView::progressRequested, this, &ComparePage::showProgressOf);
    connect(m_quarter, &QuarterView::sideBySideRequested, this, &ComparePage::showSideBySideOf);
}

QWidget* ComparePage::made(CompareTab tab) {
    switch (tab) {
    case CompareTab::Progress:
        break;
    case CompareTab::SideBySide:
        if (m_sideBySide == nullptr) {
            makeSideBySide();
            if (!mentee().isNull())
                m_sideBySide->choose(mentee(), m_progress->kit());
        }
        return m_sideBySide;
    case CompareTab::Quarter:
        if (m_quarter == nullptr)
            makeQuarter();
        return m_quarter;
    case CompareTab::Cohort:
        if (m_cohort == nullptr) {
            m_cohort = new CohortView(m_catalog, this);
            m_stack->addWidget(m_cohort);
        }
        return m_cohort;
    }
    return m_progress;
}

/// Brings the current tab into sight and reads it anew.
void ComparePage::showCurrent() {
    const CompareTab tab = currentTab();
    const bool ofMentee = tab == CompareTab::Progress;
    m_emptyText = ofMentee && m_mentees->count() == 0
                      ? tr("Nothing to compare yet. After a first recorded and scored attempt it shows here, "
                           "and with a second one what has changed.")
                      : QString();
    m_empty->setSentence(m_emptyText);
    m_empty->setVisible(!m_emptyText.isEmpty());
    m_stack->setVisible(m_emptyText.isEmpty());
    if (m_sideBySide != nullptr && tab != CompareTab::SideBySide)
        m_sideBySide->left();
    QWidget* shown = made(tab);
    // The others ask for no room: the players of one tab need more than the lists of another.
    for (int place = 0; place < m_stack->count(); ++place) {
        const auto room = m_stack->widget(place) == shown ? QSizePolicy::Expanding : QSizePolicy::Ignored;
        m_stack->widget(place)->setSizePolicy(room, room);
    }
    m_stack->setCurrentWidget(shown);
    switch (tab) {
    case CompareTab::Progress:
        m_progress->show(mentee());
        break;
    case CompareTab::SideBySide:
        m_sideBySide->refresh();
        break;
    case CompareTab::Quarter:
        m_quarter->refresh();
        break;
    case CompareTab::Cohort:
        m_cohort->refresh();
        break;
    }
}

void ComparePage::showProgressOf(catalog::PersonId mentee) {
    const int place = m_mentees->findData(idKey(mentee));
    if (place < 0) {
        m_banner->showMessage(ui::Tone::Info, tr("They have not recorded an attempt yet."));
        return;
    }
    m_mentees->setCurrentIndex(place);
    showTab(CompareTab::Progress);
}

void ComparePage::showSideBySideOf(catalog::PersonId mentee) {
    const int place = m_mentees->findData(idKey(mentee));
    if (place < 0) {
        m_banner->showMessage(ui::Tone::Info, tr("They have not recorded an attempt yet."));
        return;
    }
    m_mentees->setCurrentIndex(place);
    m_progress->show(mentee);
    showTab(CompareTab::SideBySide);
    m_sideBySide->choose(mentee, m_progress->kit());
}

void ComparePage::remember() const {
    QSettings settings;
    settings.setValue(QLatin1String(kTabKey), tabKey(currentTab()));
    settings.setValue(QLatin1String(kMenteeKey), m_mentees->currentData());
    if (!m_progress->kit().isNull())
        settings.setValue(QLatin1String(kKitKey), idKey(m_progress->kit()));
}

} // namespace mockingbird::review

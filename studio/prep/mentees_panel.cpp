// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/mentees_panel.h"

#include "common/catalog/people_store.h"
#include "common/catalog/preparation.h"
#include "common/ui/card.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/prep/appointments_panel.h"

#include <QLabel>
#include <QVBoxLayout>
#include <set>

namespace mockingbird::studio {

namespace {

constexpr int kNumbersShown = 5;

QString confidenceOf(const std::optional<catalog::Confidence>& said) {
    return said ? QString::number(said->level) : QStringLiteral("–");
}

void addStory(QVBoxLayout* into, const catalog::Story& story) {
    into->addWidget(
        ui::label(story.title.empty() ? QObject::tr("A story without a title") : ui::toQString(story.title),
                  ui::TextStyle::Strong));
    const std::pair<QString, const std::string&> parts[] = {{QObject::tr("Situation"), story.situation},
                                                            {QObject::tr("Task"), story.task},
                                                            {QObject::tr("Action"), story.action},
                                                            {QObject::tr("Result"), story.result}};
    for (const auto& [name, text] : parts) {
        if (!text.empty())
            into->addWidget(
                ui::label(QObject::tr("%1: %2").arg(name, ui::toQString(text)), ui::TextStyle::Body));
    }
    into->addSpacing(ui::px(ui::kSmall));
}

} // namespace

MenteesPanel::MenteesPanel(catalog::Catalog& catalog, Clock clock, QWidget* parent)
    : QWidget(parent), m_catalog(catalog),
      m_appointments(new AppointmentsPanel(catalog, AppointmentsPanel::Whose::Mentees, std::move(clock))) {
    m_column = ui::pageColumn(this, ui::kColumnWidth);
    m_column->addWidget(m_appointments);
    m_column->addStretch();
    connect(m_appointments, &AppointmentsPanel::failed, this, &MenteesPanel::failed);
    connect(m_appointments, &AppointmentsPanel::calendarRequested, this, &MenteesPanel::calendarRequested);
}

void MenteesPanel::refresh() {
    m_appointments->refresh();
    rebuild();
}

void MenteesPanel::rebuild() {
    if (m_shared != nullptr) { // what was clicked in it is still at work
        m_shared->hide();
        m_shared->deleteLater();
    }
    m_shared = new QWidget;
    auto* column = new QVBoxLayout(m_shared);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kLarge));
    m_column->insertWidget(1, m_shared);
    const catalog::PersonId actor = m_catalog.actor();
    std::set<catalog::PersonId> mine;
    for (const catalog::Pair& pair : m_catalog.people().pairs().valueOr({})) {
        if (pair.mentor == actor || pair.liaison == actor)
            mine.insert(pair.mentee);
    }
    for (const catalog::PersonId mentee : mine) {
        const auto person = m_catalog.people().byId(mentee);
        auto stories = catalog::Preparation(m_catalog).stories().of(mentee).valueOr({}).stories;
        const auto numbers =
            catalog::Preparation(m_catalog).confidence().bySession(mentee, kNumbersShown).valueOr({});
        if (!person || (stories.empty() && numbers.empty()))
            continue;
        auto* card = new ui::Card(tr("Shared with you by %1").arg(ui::toQString(person->name)));
        for (const catalog::Story& story : stories)
            addStory(card->body(), story);
        if (!numbers.empty())
            card->body()->addWidget(ui::label(tr("Confidence, 1 to 10"), ui::TextStyle::Strong));
        for (const catalog::SessionConfidence& one : numbers)
            card->body()->addWidget(ui::label(
                tr("%1: before %2, after %3")
                    .arg(ui::longDate(one.startedAt), confidenceOf(one.before), confidenceOf(one.after)),
                ui::TextStyle::Body));
        column->addWidget(card);
    }
}

} // namespace mockingbird::studio

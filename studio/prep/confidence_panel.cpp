// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/confidence_panel.h"

#include "common/catalog/preparation.h"
#include "common/catalog/session_store.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/prep/due_text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

using catalog::ConfidenceMoment;
using catalog::ConfidenceStore;

constexpr int kPastShown = 3;

QString levelText(const std::optional<catalog::Confidence>& said) {
    return said ? QString::number(said->level) : QStringLiteral("–");
}

} // namespace

ConfidencePanel::ConfidencePanel(catalog::Catalog& catalog, Ask ask, Clock clock, QWidget* parent)
    : ui::Card({}, parent), m_catalog(catalog), m_ask(ask), m_clock(std::move(clock)),
      m_question(ui::label({}, ui::TextStyle::Strong)), m_levels(new QButtonGroup(this)),
      m_answer(ui::mutedLabel({}, ui::TextStyle::Small)), m_past(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_share(new QCheckBox(tr("My mentor and liaison may see these numbers"))) {
    m_question->setWordWrap(true);
    m_share->setObjectName(QStringLiteral("shareConfidence"));
    auto* row = new QHBoxLayout;
    row->setSpacing(ui::px(ui::kTight));
    for (int level = ConfidenceStore::kLowest; level <= ConfidenceStore::kHighest; ++level) {
        auto* button = new QPushButton(QString::number(level));
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("confidence%1").arg(level));
        button->setAccessibleName(tr("Confidence %1 of 10").arg(level));
        button->setMinimumWidth(ui::px(34));
        m_levels->addButton(button, level);
        row->addWidget(button, 1);
    }
    auto* ends = new QHBoxLayout;
    ends->addWidget(ui::mutedLabel(tr("1: not at all"), ui::TextStyle::Small), 1);
    auto* most = ui::mutedLabel(tr("10: as much as can be"), ui::TextStyle::Small);
    most->setAlignment(Qt::AlignRight);
    ends->addWidget(most, 1);
    body()->addWidget(m_question);
    body()->addLayout(row);
    body()->addLayout(ends);
    body()->addWidget(m_answer);
    body()->addWidget(m_past);
    body()->addWidget(m_share);
    m_share->setVisible(ask == Ask::BeforeAndAfter);
    connect(m_levels, &QButtonGroup::idClicked, this, &ConfidencePanel::answered);
    connect(m_share, &QCheckBox::clicked, this, [this](bool shared) {
        if (const auto done = catalog::Preparation(m_catalog).confidence().share(m_catalog.actor(), shared);
            !done)
            emit failed(done.error());
    });
}

void ConfidencePanel::refresh() {
    const catalog::PersonId person = m_catalog.actor();
    auto store = catalog::Preparation(m_catalog).confidence();
    m_after = store.awaited(person, m_clock()).valueOr(std::nullopt);
    setVisible(m_ask == Ask::BeforeAndAfter || m_after.has_value());
    std::optional<catalog::Confidence> said;
    if (m_after) {
        const auto session = m_catalog.sessions().byId(*m_after);
        m_question->setText(session ? tr("How confident are you now, after the interview of %1?")
                                          .arg(ui::dateAndTime(session->startedAt))
                                    : tr("How confident are you now, after the interview?"));
        m_answer->setText(tr("One click is enough. You can compare it later with what you said before."));
    } else {
        m_question->setText(tr("How confident do you feel about the next interview, just now?"));
        said = store.ahead(person, m_clock()).valueOr(std::nullopt);
        m_answer->setText(
            said ? tr("You said %1. It is kept with the next interview you record; choose another "
                      "number to correct it.")
                       .arg(said->level)
                 : tr("One click is enough, best just before you record. It is yours alone unless you share "
                      "it below."));
    }
    const QSignalBlocker quiet(m_levels);
    m_levels->setExclusive(false);
    for (QAbstractButton* button : m_levels->buttons())
        button->setChecked(said && m_levels->id(button) == said->level);
    m_levels->setExclusive(true);
    m_share->setChecked(store.shared(person).valueOr(false));
    showPast();
}

void ConfidencePanel::showPast() {
    QStringList lines;
    if (m_ask == Ask::BeforeAndAfter) {
        for (const catalog::SessionConfidence& one : catalog::Preparation(m_catalog)
                                                         .confidence()
                                                         .bySession(m_catalog.actor(), kPastShown)
                                                         .valueOr({}))
            lines << tr("%1: before %2, after %3")
                         .arg(ui::longDate(one.startedAt), levelText(one.before), levelText(one.after));
    }
    m_past->setText(lines.join(QLatin1Char('\n')));
    m_past->setVisible(!lines.isEmpty());
}

void ConfidencePanel::answered(int level) {
    const auto said = m_after ? catalog::Preparation(m_catalog).confidence().set(
                                    m_catalog.actor(), ConfidenceMoment::After, level, *m_after)
                              : catalog::Preparation(m_catalog).confidence().set(
                                    m_catalog.actor(), ConfidenceMoment::Before, level);
    if (!said)
        emit failed(said.error());
    refresh();
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/rubric/criterion_card.h"

#include "common/ui/buttons.h"
#include "common/ui/flow_layout.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/rubric/evidence_chip.h"
#include "review/rubric/evidence_prompt.h"
#include "review/rubric/level_card.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

/// The same as long as the same chips stand for it.
QString evidenceKey(const CriterionStanding& standing) {
    QString key = standing.editable ? QStringLiteral("e") : QStringLiteral("r");
    for (const EvidenceText& text : standing.evidence)
        key += QStringLiteral("\n%1 %2 %3 %4")
                   .arg(QString::fromStdString(text.evidence.note ? text.evidence.note->toString()
                                                                  : std::string()),
                        QString::fromStdString(text.evidence.recording.toString()),
                        QString::number(text.evidence.at.microseconds()), text.time + text.what);
    return key;
}

} // namespace

CriterionCard::CriterionCard(const catalog::Criterion& criterion, QWidget* parent)
    : QFrame(parent), m_criterion(criterion), m_header(new QToolButton(this)),
      m_standing(ui::mutedLabel({}, ui::TextStyle::Small, this)), m_body(new QWidget(this)) {
    setObjectName("criterionCard");
    m_header->setText(ui::toQString(criterion.name));
    m_header->setFont(ui::font(ui::TextStyle::Heading));
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setIconSize(QSize(ui::px(12), ui::px(12)));
    m_header->setAutoRaise(true);
    m_header->setFocusPolicy(Qt::StrongFocus);
    m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_header->installEventFilter(this);
    m_standing->setWordWrap(false);

    auto* head = new QHBoxLayout;
    head->addWidget(m_header, 1);
    head->addWidget(m_standing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addLayout(head);
    layout->addWidget(m_body);
    buildBody();
    setFolded(true);
    connect(m_header, &QToolButton::clicked, this, &CriterionCard::unfoldRequested);
}

void CriterionCard::buildBody() {
    auto* layout = m_bodyColumn = new QVBoxLayout(m_body);
    layout->setContentsMargins(ui::px(ui::kTight), 0, 0, ui::px(ui::kSmall));
    layout->setSpacing(ui::px(ui::kTight));
    if (!m_criterion.description.empty())
        layout->addWidget(
            ui::mutedLabel(ui::toQString(m_criterion.description), ui::TextStyle::Body, m_body));
    for (const catalog::Level& level : m_criterion.levels) {
        auto* card = new LevelCard(level, m_body);
        card->installEventFilter(this);
        layout->addWidget(card);
        m_levels.push_back(card);
        connect(card, &LevelCard::clicked, this, [this, card] { choose(card->level()); });
    }
    m_prompt = new EvidencePrompt(m_body);
    m_prompt->hide();
    layout->addWidget(m_prompt);
    connect(m_prompt, &EvidencePrompt::momentAdded, this, &CriterionCard::addMoment);
    m_others = ui::label({}, ui::TextStyle::Body, m_body);
    m_chipHost = new QWidget(m_body);
    m_chips = new ui::FlowLayout(m_chipHost);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(ui::px(ui::kTight));
    m_addMoment = ui::button({}, "plus", m_body);
    m_addMoment->setToolTip(tr("The moment shown, or the note you are at, as evidence  Alt+E"));
    m_clear = ui::quietButton(tr("Clear score"), nullptr, m_body);
    for (QPushButton* button : {m_addMoment, m_clear})
        button->setFocusPolicy(Qt::TabFocus);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_addMoment);
    actions->addStretch();
    actions->addWidget(m_clear);
    layout->addWidget(m_others);
    layout->addWidget(m_chipHost);
    layout->addLayout(actions);
    connect(m_addMoment, &QPushButton::clicked, this, &CriterionCard::addMoment);
    connect(m_clear, &QPushButton::clicked, this, &CriterionCard::cleared);
}

void CriterionCard::showStanding(const CriterionStanding& standing) {
    m_editable = standing.editable;
    const bool scored = standing.own.has_value();
    const int level = scored ? standing.own->level : 0;
    for (LevelCard* card : m_levels) {
        card->setChecked(scored && level == card->level());
        card->setEnabled(m_editable || card->isChecked());
        // One stop for the Tab key: the chosen level, or the first while none is.
        const bool stop = scored ? level == card->level() : card == m_levels.front();
        card->setFocusPolicy(stop ? Qt::StrongFocus : Qt::ClickFocus);
    }
    QString text = scored ? tr("%1 %2").arg(level).arg(labelOf(level)) : tr("Not scored");
    if (!standing.evidence.empty())
        text += standing.evidence.size() == 1 ? tr(" · 1 moment")
                                              : tr(" · %1 moments").arg(standing.evidence.size());
    m_standing->setText(text);
    m_header->setAccessibleName(tr("%1, %2").arg(ui::toQString(m_criterion.name), text));
    m_clear->setVisible(m_editable && scored);
    showPrompt(standing);
    showOffer();
    if (const QString evidence = evidenceKey(standing); evidence != m_evidenceShown) {
        m_evidenceShown = evidence; // every note that is written asks for the standings anew
        buildEvidence(standing);
    }
    showOthers(standing.others);
}

void CriterionCard::showPrompt(const CriterionStanding& standing) {
    const auto chosen =
        std::ranges::find_if(m_levels, [](const LevelCard* card) { return card->isChecked(); });
    const bool extreme =
        chosen != m_levels.end() && (*chosen == m_levels.front() || *chosen == m_levels.back());
    const bool asked = m_editable && extreme && standing.own && standing.own->evidence.empty();
    if (asked) {
        m_prompt->setSentence(*chosen == m_levels.back() ? tr("A top level needs its moment.")
                                                         : tr("A bottom level needs its moment."));
        const int place = m_bodyColumn->indexOf(*chosen) + 1;
        if (m_bodyColumn->indexOf(m_prompt) != place) {
            m_bodyColumn->removeWidget(m_prompt);
            m_bodyColumn->insertWidget(m_bodyColumn->indexOf(*chosen) + 1, m_prompt);
        }
    } else if (chosen != m_levels.end() && m_prompt->isAncestorOf(QApplication::focusWidget())) {
        (*chosen)->setFocus(Qt::OtherFocusReason); // what the keyboard was on goes away
    }
    const bool appears = asked && m_prompt->isHidden();
    m_prompt->setVisible(asked);
    if (appears)
        emit prompted();
}

QPushButton* CriterionCard::addMomentButton() const {
    return m_prompt->isHidden() ? m_addMoment : m_prompt->addButton();
}

void CriterionCard::setOffer(const EvidenceOffer& offer) {
    if (m_offer == offer)
        return;
    m_offer = offer;
    if (!m_folded)
        showOffer();
}

void CriterionCard::showOffer() {
    const bool prompted = !m_prompt->isHidden();
    QString text = tr("Add the moment shown");
    if (!m_offer.time.isEmpty())
        text = m_offer.note ? tr("Add the note at %1").arg(m_offer.time)
                            : tr("Add the moment shown (%1)").arg(m_offer.time);
    m_prompt->setAction(text, m_offer.possible);
    if (m_addMoment->text() != text)
        m_addMoment->setText(text);
    // One such button at a time; and none before there is a level to carry.
    m_addMoment->setVisible(m_editable && chosen() && !prompted);
    m_addMoment->setEnabled(m_offer.possible);
}

bool CriterionCard::addMoment() {
    if (!m_editable || !chosen() || !m_offer.possible)
        return false;
    emit momentAdded();
    return true;
}

void CriterionCard::buildEvidence(const CriterionStanding& standing) {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be its own click that brought us here
        delete item;
    }
    for (const EvidenceText& text : standing.evidence) {
        auto* chip = new EvidenceChip(text.time, text.what,
                                      m_editable ? EvidenceChip::Removable::Yes : EvidenceChip::Removable::No,
                                      m_chipHost);
        connect(chip, &EvidenceChip::jumpRequested, this,
                [this, text] { emit jumpRequested(text.evidence); });
        connect(chip, &EvidenceChip::removalRequested, this,
                [this, text] { emit evidenceRemoved(text.evidence); });
        m_chips->addWidget(chip);
        chip->show();
    }
    m_chipHost->setVisible(!standing.evidence.empty());
    m_chips->invalidate();
}

void CriterionCard::showOthers(const std::vector<catalog::Score>& others) {
    QStringList lines;
    for (const catalog::Score& score : others)
        lines
            << tr("%1: %2 %3").arg(ui::toQString(score.raterName)).arg(score.level).arg(labelOf(score.level));
    m_others->setText(lines.join(QStringLiteral("\n")));
    m_others->setVisible(!lines.isEmpty());
}

void CriterionCard::setFolded(bool folded) {
    m_folded = folded;
    m_body->setVisible(!folded);
    if (!folded)
        showOffer();
    m_header->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
}

std::optional<int> CriterionCard::chosen() const {
    const auto checked =
        std::ranges::find_if(m_levels, [](const LevelCard* card) { return card->isChecked(); });
    return checked == m_levels.end() ? std::nullopt : std::optional((*checked)->level());
}

void CriterionCard::choose(int level) {
    if (m_editable)
        emit levelChosen(level);
}

bool CriterionCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        // The header takes the digits only: arrows go on through the page from there.
        const bool digit = key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9;
        if (plain && (digit || watched != m_header) && handleKey(key->key()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

bool CriterionCard::handleKey(int key) {
    if (!m_editable || m_levels.empty())
        return false;
    const auto focusOn = [this](LevelCard* card) {
        choose(card->level());
        if (!m_folded)
            card->setFocus(Qt::OtherFocusReason);
        return true;
    };
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        const auto wanted = std::ranges::find(m_levels, key - Qt::Key_0, &LevelCard::level);
        return wanted != m_levels.end() && focusOn(*wanted);
    }
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    const int step = key == Qt::Key_Down ? 1 : -1;
    const auto current =
        std::ranges::find_if(m_levels, [](const LevelCard* card) { return card->isChecked(); });
    if (current == m_levels.end())
        return focusOn(step > 0 ? m_levels.front() : m_levels.back());
    const auto index = (current - m_levels.begin()) + step;
    if (index >= 0 && index < static_cast<std::ptrdiff_t>(m_levels.size()))
        focusOn(m_levels[static_cast<std::size_t>(index)]);
    return true;
}

QString CriterionCard::labelOf(int level) const {
    const auto found = std::ranges::find(m_criterion.levels, level, &catalog::Level::level);
    return found == m_criterion.levels.end() ? QString() : ui::toQString(found->label);
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/consensus_panel.h"

#include "common/ui/theme.h"
#include "review/consensus/calibration_figures.h"
#include "review/consensus/calibration_table.h"
#include "review/consensus/consensus_text.h"
#include "review/consensus/level_picker.h"
#include "review/consensus/unit_card.h"

#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

bool sameUnit(const ScoredUnit& one, const ScoredUnit& other) {
    return one.criterion == other.criterion && one.question == other.question;
}

/// Those to talk about. In a calibration: where the viewer differs from the agreed level; for who writes the
/// levels down, every one.
std::vector<ScoredUnit> unitsToTalkAbout(const ConsensusContent& content) {
    std::vector<ScoredUnit> units;
    if (!content.calibration) {
        std::vector<catalog::Score> scores;
        for (const ScoredUnit& unit : content.units)
            scores.insert(scores.end(), unit.scores.begin(), unit.scores.end());
        return differingUnits(content.kit, scores);
    }
    for (const ScoredUnit& unit : content.units) {
        const catalog::AgreedScore* agreed = agreedFor(content, unit);
        const auto own = std::ranges::find(unit.scores, content.viewer, &catalog::Score::rater);
        const bool differs = agreed && own != unit.scores.end() && own->level != agreed->level;
        if (content.editable || differs)
            units.push_back(unit);
    }
    return units;
}

std::vector<ScoredUnit> without(std::vector<ScoredUnit> units, const std::vector<ScoredUnit>& those) {
    std::erase_if(units, [&](const ScoredUnit& unit) {
        return std::ranges::any_of(those, [&](const ScoredUnit& each) { return sameUnit(unit, each); });
    });
    return units;
}

bool sameCards(const std::vector<UnitCard*>& cards, const std::vector<ScoredUnit>& units) {
    return std::ranges::equal(cards, units, [](const UnitCard* card, const ScoredUnit& unit) {
        return sameUnit(card->unit(), unit);
    });
}

} // namespace

ConsensusPanel::ConsensusPanel(QWidget* parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_refusal(ui::label({}, ui::TextStyle::Body, this)),
      m_body(new QWidget) {
    auto* content = new QWidget;
    auto* outer = new QVBoxLayout(content);
    outer->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    outer->addWidget(m_refusal);
    outer->addWidget(m_body);
    outer->addStretch();

    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    m_heading = ui::label({}, ui::TextStyle::Heading, m_body);
    m_figures = ui::label({}, ui::TextStyle::Body, m_body);
    m_meaning = ui::mutedLabel({}, ui::TextStyle::Body, m_body);
    m_table = new CalibrationTable(m_body);
    m_differingHeading = ui::label({}, ui::TextStyle::Heading, m_body);
    for (QLabel* heading : {m_heading, m_differingHeading})
        heading->setWordWrap(true);
    m_differingColumn = new QVBoxLayout;
    m_differingColumn->setSpacing(ui::px(ui::kSmall));
    m_alikeHeader = new QToolButton(m_body);
    m_alikeHeader->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_alikeHeader->setIconSize(QSize(ui::px(12), ui::px(12)));
    m_alikeHeader->setAutoRaise(true);
    m_alikeHeader->setFont(ui::font(ui::TextStyle::Heading));
    m_alikeHeader->setFocusPolicy(Qt::TabFocus);
    m_alikeBody = new QWidget(m_body);
    m_alikeColumn = new QVBoxLayout(m_alikeBody);
    m_alikeColumn->setContentsMargins(0, 0, 0, 0);
    m_alikeColumn->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_heading);
    column->addWidget(m_figures);
    column->addWidget(m_meaning);
    column->addWidget(m_table);
    column->addWidget(m_differingHeading);
    column->addLayout(m_differingColumn);
    column->addWidget(m_alikeHeader);
    column->addWidget(m_alikeBody);

    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    layout->addWidget(m_scroll);
    connect(m_alikeHeader, &QToolButton::clicked, this, [this] { foldAlike(!m_alikeBody->isHidden()); });
    foldAlike(true);
}

void ConsensusPanel::showContent(const ConsensusContent& content) {
    m_content = content;
    m_refusal->setText(content.refusal);
    m_refusal->setVisible(!content.refusal.isEmpty());
    m_body->setVisible(content.refusal.isEmpty());
    if (!content.refusal.isEmpty())
        return;
    // The right level is written down whether or not somebody has scored already.
    if (content.calibration && content.editable)
        m_content.units = everyUnit(content.kit, content.units);
    showFigures();
    showCards();
}

void ConsensusPanel::takeKeyboard() {
    if (!m_differing.empty() && m_differing.front()->picker()->isVisible())
        m_differing.front()->picker()->takeKeyboard();
}

void ConsensusPanel::showFigures() {
    m_table->setVisible(m_content.calibration);
    if (!m_content.calibration) {
        const FigureText text = agreementText(m_content);
        const bool rates = std::ranges::any_of(m_content.units, [this](const ScoredUnit& unit) {
            return std::ranges::find(unit.scores, m_content.viewer, &catalog::Score::rater) !=
                   unit.scores.end();
        });
        m_heading->setText(rates ? tr("How far you agree") : tr("How far the raters agree"));
        m_figures->setText(text.figures);
        m_meaning->setText(text.meaning);
    } else if (m_content.editable) {
        m_heading->setText(tr("Raters beside the agreed levels"));
        m_figures->setText(
            tr("In brackets: how much higher (+) or lower (−) than the agreed level. Each rater sees their "
               "own alone."));
        m_meaning->clear();
        m_table->showContent(m_content);
    } else {
        const auto raters = calibrationOf(m_content.units, m_content.agreed);
        const auto own = std::ranges::find(raters, m_content.viewer, &RaterCalibration::rater);
        const FigureText text = calibrationText(own == raters.end() ? RaterCalibration() : *own);
        m_heading->setText(tr("How you differ"));
        m_figures->setText(text.figures);
        m_meaning->setText(text.meaning);
        m_table->showContent(m_content);
    }
    m_meaning->setVisible(!m_meaning->text().isEmpty());
}

void ConsensusPanel::showCards() {
    const std::vector<ScoredUnit> differing = unitsToTalkAbout(m_content);
    m_alikeUnits = without(m_content.units, differing);
    showIn(m_differing, differing, m_differingColumn);
    const auto agreed = std::ranges::count_if(
        differing, [this](const ScoredUnit& unit) { return agreedFor(m_content, unit) != nullptr; });
    QString heading;
    if (m_content.calibration)
        heading = m_content.editable
                      ? tr("Agreed levels (%1 of %2 written down)").arg(agreed).arg(differing.size())
                      : tr("Where you differ (%1)").arg(differing.size());
    else
        heading = differing.empty() ? tr("Nothing differs by more than a level or the kit's margin")
                                    : tr("To talk about (%1, %2 agreed)").arg(differing.size()).arg(agreed);
    m_differingHeading->setText(heading);
    m_alikeHeader->setText(tr("Alike (%1)").arg(m_alikeUnits.size()));
    m_alikeHeader->setVisible(!m_alikeUnits.empty());
    foldAlike(m_alikeBody->isHidden());
}

void ConsensusPanel::showIn(std::vector<UnitCard*>& cards, const std::vector<ScoredUnit>& units,
                            QVBoxLayout* column) {
    if (sameCards(cards, units)) {
        for (std::size_t i = 0; i < units.size(); ++i)
            cards[i]->showContent(m_content, units[i]);
        return;
    }
    for (UnitCard* card : cards) {
        card->flush();
        card->hide();
        card->deleteLater(); // it may be its own signal that brought us here
    }
    cards.clear();
    for (const ScoredUnit& unit : units)
        cards.push_back(addCard(unit, column));
}

UnitCard* ConsensusPanel::addCard(const ScoredUnit& unit, QVBoxLayout* column) {
    auto* card = new UnitCard(m_content, unit); // styled once, when it takes its place
    column->addWidget(card);
    connect(card, &UnitCard::jumpRequested, this, &ConsensusPanel::jumpRequested);
    connect(card, &UnitCard::withdrawn, this, &ConsensusPanel::withdrawn);
    connect(card, &UnitCard::agreed, this, [this, card](int level, const QString& reason) {
        emit agreed(card->unit().criterion, card->unit().question, level, reason);
    });
    return card;
}

void ConsensusPanel::foldAlike(bool folded) {
    if (!folded) // what is folded is built when somebody wants to see it
        showIn(m_alike, m_alikeUnits, m_alikeColumn);
    m_alikeBody->setVisible(!folded && !m_alikeUnits.empty());
    m_alikeHeader->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
    m_alikeHeader->setAccessibleName(folded ? tr("%1, folded").arg(m_alikeHeader->text())
                                            : tr("%1, unfolded").arg(m_alikeHeader->text()));
}

void ConsensusPanel::flush() {
    for (const auto* cards : {&m_differing, &m_alike})
        for (UnitCard* card : *cards)
            card->flush();
}

QString ConsensusPanel::figuresText() const {
    return m_heading->text() + QLatin1Char('\n') + m_figures->text() + QLatin1Char('\n') + m_meaning->text();
}

QString ConsensusPanel::refusalText() const {
    return m_refusal->text();
}

} // namespace mockingbird::review

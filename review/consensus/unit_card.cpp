// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/unit_card.h"

#include "common/ui/buttons.h"
#include "common/ui/flow_layout.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/consensus/consensus_text.h"
#include "review/consensus/level_picker.h"
#include "review/rubric/evidence_chip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace mockingbird::review {

namespace {

QVBoxLayout* tightColumn(QWidget* host) {
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    return column;
}

EvidenceText textOf(const ConsensusContent& content, const catalog::Evidence& evidence) {
    return content.evidenceText ? content.evidenceText(evidence)
                                : EvidenceText{evidence, ui::shortTime(evidence.at), {}};
}

} // namespace

UnitCard::UnitCard(const ConsensusContent& content, const ScoredUnit& unit, QWidget* parent)
    : QFrame(parent), m_apart(ui::label({}, ui::TextStyle::Body, this)),
      m_agreedText(ui::label({}, ui::TextStyle::Body, this)), m_agreeing(new QWidget(this)) {
    setProperty("card", true);
    if (const catalog::Criterion* criterion = content.kit.rubric.criterion(unit.criterion))
        m_criterion = *criterion;
    const QString name = unitName(content.kit, unit.criterion, unit.question);
    setAccessibleName(name);
    m_column = new QVBoxLayout(this);
    const int margin = ui::px(ui::kMedium);
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(ui::px(ui::kSmall));
    auto* heading = ui::label(name, ui::TextStyle::Strong, this);
    heading->setWordWrap(true);
    m_column->addWidget(heading);
    m_column->addWidget(m_apart);
    m_column->addWidget(m_agreeing);
    m_column->addWidget(m_agreedText);
    buildAgreeing();
    showContent(content, unit);
}

void UnitCard::buildAgreeing() {
    auto* column = tightColumn(m_agreeing);
    column->addWidget(ui::label(tr("Agreed level"), ui::TextStyle::Strong, m_agreeing));
    m_picker =
        new LevelPicker(m_criterion.levels, tr("Agreed level of %1").arg(accessibleName()), m_agreeing);
    m_reason = new QLineEdit(m_agreeing);
    m_reason->setPlaceholderText(tr("Why, in a sentence"));
    m_reason->setAccessibleName(tr("Reason for the agreed level of %1").arg(accessibleName()));
    m_reason->installEventFilter(this);
    m_withdraw = ui::quietButton(tr("Take the agreed level back"), nullptr, m_agreeing);
    m_withdraw->setFocusPolicy(Qt::TabFocus);
    column->addWidget(m_picker);
    column->addWidget(m_reason);
    column->addWidget(m_withdraw, 0, Qt::AlignLeft);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &UnitCard::flush);
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        m_reasonTouched = true;
        m_pause.start();
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &UnitCard::flush);
    connect(m_picker, &LevelPicker::chosen, this, [this](int level) {
        m_pause.stop();
        m_reasonTouched = false;
        emit agreed(level, m_reason->text().trimmed());
    });
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        m_pause.stop();
        m_reasonTouched = false;
        if (m_agreed)
            emit withdrawn(m_agreed->id);
    });
}

void UnitCard::showContent(const ConsensusContent& content, const ScoredUnit& unit) {
    m_unit = unit;
    const catalog::AgreedScore* agreed = agreedFor(content, unit);
    m_agreed = agreed ? std::optional(*agreed) : std::nullopt;
    showRaters(content);
    showAgreed(content);
}

void UnitCard::showRaters(const ConsensusContent& content) {
    const QString key = ratersKey(content);
    if (m_raters && key == m_ratersShown)
        return; // every note that is written shows the panel anew
    m_ratersShown = key;
    if (m_raters) {
        m_raters->hide();
        m_raters->deleteLater(); // it may be a chip's own click that brought us here
    }
    m_raters = new QWidget; // put in its place when it is whole: styled once, not with each label
    auto* column = tightColumn(m_raters);
    QString apart;
    if (content.calibration && content.editable) {
        // The table above holds the levels side by side.
        QStringList given;
        for (const catalog::Score& score : m_unit.scores)
            given << tr("%1 %2").arg(ui::toQString(score.raterName)).arg(score.level);
        apart = given.isEmpty() ? tr("Not scored yet") : given.join(QStringLiteral(", "));
    } else {
        for (const catalog::Score& score : m_unit.scores)
            if (!content.calibration || score.rater == content.viewer)
                addRater(content, score, column);
        if (content.calibration)
            apart.clear();
        else if (m_unit.scores.size() < 2)
            apart = tr("Scored by one rater");
        else
            apart = m_unit.spread() == 0   ? tr("The same level")
                    : m_unit.spread() == 1 ? tr("One level apart")
                                           : tr("%1 levels apart").arg(m_unit.spread());
    }
    m_apart->setText(apart);
    m_apart->setVisible(!apart.isEmpty());
    const bool empty = column->count() == 0;
    m_column->insertWidget(2, m_raters);
    m_raters->setVisible(!empty);
}

QString UnitCard::ratersKey(const ConsensusContent& content) const {
    // In a calibration a rater's line says how it lies to the agreed level.
    QString key = QStringLiteral("%1 %2 %3")
                      .arg(content.calibration)
                      .arg(content.editable)
                      .arg(content.calibration && m_agreed ? m_agreed->level : 0);
    for (const catalog::Score& score : m_unit.scores) {
        key += QStringLiteral("\n%1 %2").arg(ui::toQString(score.raterName)).arg(score.level);
        for (const catalog::Evidence& evidence : score.evidence) {
            const EvidenceText text = textOf(content, evidence);
            key += QStringLiteral(" %1 %2 %3")
                       .arg(ui::toQString(evidence.recording.toString()))
                       .arg(evidence.at.microseconds())
                       .arg(text.time + text.what);
        }
    }
    return key;
}

void UnitCard::addRater(const ConsensusContent& content, const catalog::Score& score, QVBoxLayout* column) {
    const QString level = levelText(content.kit, score.criterion, score.level);
    const bool own = score.rater == content.viewer;
    QString line = own ? tr("You: %1").arg(level) : tr("%1: %2").arg(ui::toQString(score.raterName), level);
    if (content.calibration && m_agreed)
        line += tr(", %1 than agreed").arg(differenceText(score.level - m_agreed->level));
    if (content.calibration && m_agreed && score.level == m_agreed->level)
        line = tr("You: %1, as agreed").arg(level);
    auto* head = ui::label(line, ui::TextStyle::Strong, m_raters);
    head->setWordWrap(true);
    column->addWidget(head);
    if (const QString anchor = anchorText(content.kit, score.criterion, score.level); !anchor.isEmpty())
        column->addWidget(ui::mutedLabel(anchor, ui::TextStyle::Body, m_raters));
    if (score.evidence.empty()) {
        column->addWidget(ui::mutedLabel(tr("No moment given"), ui::TextStyle::Small, m_raters));
        return;
    }
    // What a note says is read here, not only in a tool tip; bare moments stand in one row.
    auto* host = new QWidget(m_raters);
    auto* bare = new ui::FlowLayout(host);
    bare->setContentsMargins(0, 0, 0, 0);
    bare->setSpacing(ui::px(ui::kTight));
    for (const catalog::Evidence& evidence : score.evidence) {
        const EvidenceText text = textOf(content, evidence);
        auto* chip = new EvidenceChip(text.time, text.what, EvidenceChip::Removable::No, m_raters);
        connect(chip, &EvidenceChip::jumpRequested, this, [this, evidence] { emit jumpRequested(evidence); });
        if (text.what.isEmpty()) {
            bare->addWidget(chip);
            continue;
        }
        auto* row = new QHBoxLayout;
        row->setSpacing(ui::px(ui::kSmall));
        row->addWidget(chip, 0, Qt::AlignTop);
        auto* what = ui::label(text.what, ui::TextStyle::Body, m_raters);
        what->setContentsMargins(0, ui::px(6), 0, 0); // level with the chip's own words
        row->addWidget(what, 1, Qt::AlignTop);
        column->addLayout(row);
    }
    host->setVisible(bare->count() > 0);
    column->addWidget(host);
}

void UnitCard::showAgreed(const ConsensusContent& content) {
    m_agreeing->setVisible(content.editable);
    QString text;
    if (m_agreed && !content.editable) {
        text = tr("Agreed: %1.").arg(levelText(content.kit, m_unit.criterion, m_agreed->level));
        if (!m_agreed->reason.empty())
            text += QLatin1Char(' ') + ui::toQString(m_agreed->reason);
        if (content.calibration)
            text += QLatin1Char('\n') + anchorText(content.kit, m_unit.criterion, m_agreed->level);
    } else if (!content.editable) {
        text = tr("No level is agreed yet.");
    }
    if (m_agreed && !content.calibration)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                tr("Written down by %1. The first levels stay beside it.")
                    .arg(ui::toQString(m_agreed->authorName));
    m_agreedText->setText(text);
    m_agreedText->setVisible(!text.isEmpty());
    m_picker->setLevel(m_agreed ? std::optional(m_agreed->level) : std::nullopt);
    // A reason typed before its level waits for it.
    if (!m_reasonTouched && (m_agreed || !m_reason->hasFocus()) &&
        m_reason->text().trimmed() != (m_agreed ? ui::toQString(m_agreed->reason) : QString()))
        m_reason->setText(m_agreed ? ui::toQString(m_agreed->reason) : QString());
    m_withdraw->setVisible(content.editable && m_agreed.has_value());
}

void UnitCard::flush() {
    m_pause.stop();
    if (!m_reasonTouched || !m_agreed)
        return;
    m_reasonTouched = false;
    const QString reason = m_reason->text().trimmed();
    if (reason != ui::toQString(m_agreed->reason))
        emit agreed(m_agreed->level, reason);
}

QString UnitCard::text() const {
    QStringList texts;
    for (const QLabel* label : findChildren<QLabel*>())
        if (!label->text().isEmpty() && label->isVisibleTo(this))
            texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

bool UnitCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_reason && event->type() == QEvent::FocusOut)
        flush();
    return QFrame::eventFilter(watched, event);
}

} // namespace mockingbird::review

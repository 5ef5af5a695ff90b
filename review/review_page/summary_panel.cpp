// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/summary_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/flow_layout.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/review_page/seal_panel.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <utility>

namespace mockingbird::review {

namespace {

/// Takes what room there is, and asks for little: the commitments below stay in sight.
class SummaryField : public QPlainTextEdit {
public:
    using QPlainTextEdit::QPlainTextEdit;
    [[nodiscard]] QSize sizeHint() const override { return {ui::px(240), ui::px(96)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {ui::px(120), ui::px(96)}; }
};

} // namespace

SummaryPanel::SummaryPanel(QWidget* parent)
    : QWidget(parent), m_state(ui::mutedLabel({}, ui::TextStyle::Body, this)),
      m_standing(ui::label({}, ui::TextStyle::Body, this)),
      m_open(ui::button(tr("Open the reviews now"), nullptr, this)), m_summary(new SummaryField(this)),
      m_others(ui::label({}, ui::TextStyle::Body, this)),
      m_seal(ui::primaryButton(tr("Seal this review"), "check", this)),
      m_report(ui::button(tr("Print or save the report"), nullptr, this)), m_sealPanel(new SealPanel(this)) {
    m_summary->setObjectName("summary");
    m_summary->setTabChangesFocus(true);
    m_summary->setAccessibleName(tr("Summary"));
    m_summary->setPlaceholderText(tr("What went well, and what to work on next"));
    m_summary->installEventFilter(this);
    for (std::size_t i = 0; i < m_commitments.size(); ++i) {
        auto* field = new QLineEdit(this);
        field->setAccessibleName(tr("Commitment %1").arg(i + 1));
        field->setPlaceholderText(i == 0 ? tr("One thing to do by the next attempt") : QString());
        field->installEventFilter(this);
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_commitmentsTouched = true;
            m_pause.start();
        });
        m_commitments[i] = field;
    }
    for (QPushButton* button : {m_open, m_seal, m_report})
        button->setFocusPolicy(Qt::TabFocus);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SummaryPanel::flush);
    connect(m_summary, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        m_summaryTouched = true;
        m_pause.start();
    });
    connect(m_seal, &QPushButton::clicked, this, &SummaryPanel::showSealStep);
    connect(m_open, &QPushButton::clicked, this, &SummaryPanel::openRequested);
    connect(m_report, &QPushButton::clicked, this, [this] {
        flush();
        emit reportRequested();
    });
    connect(m_sealPanel, &SealPanel::sealRequested, this, [this] {
        flush();
        emit sealRequested();
    });
    connect(m_sealPanel, &SealPanel::backRequested, this, &SummaryPanel::leaveSealStep);
    connect(m_sealPanel, &SealPanel::scoreRequested, this, &SummaryPanel::scoreRequested);
    connect(m_sealPanel, &SealPanel::momentAdded, this, &SummaryPanel::momentAdded);
    connect(m_sealPanel, &SealPanel::questionRequested, this, &SummaryPanel::questionRequested);
    buildLayout();
}

void SummaryPanel::buildLayout() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    column->setSpacing(ui::px(ui::kSmall));

    m_about = new QWidget(content);
    auto* about = new QVBoxLayout(m_about);
    about->setContentsMargins(0, 0, 0, 0);
    about->setSpacing(ui::px(ui::kTight));
    m_goal = ui::label({}, ui::TextStyle::Body, m_about);
    m_tookAlong = ui::label({}, ui::TextStyle::Body, m_about);
    about->addWidget(m_goal);
    about->addWidget(m_tookAlong);

    column->addWidget(m_about);
    column->addWidget(m_state);
    column->addWidget(m_standing);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(ui::label(tr("Summary"), ui::TextStyle::Heading, content));
    column->addWidget(m_summary, 1);
    m_commitmentsHeading = ui::label(tr("Commitments"), ui::TextStyle::Heading, content);
    m_atMost = ui::mutedLabel(tr("At most three things to take along to the next attempt."),
                              ui::TextStyle::Small, content);
    column->addWidget(m_commitmentsHeading);
    column->addWidget(m_atMost);
    for (QLineEdit* field : m_commitments)
        column->addWidget(field);
    m_balanceBox = new QWidget(content);
    auto* box = new QVBoxLayout(m_balanceBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(ui::px(ui::kTight));
    box->addWidget(ui::label(tr("Balance"), ui::TextStyle::Heading, m_balanceBox));
    m_balance = new BalanceCard(m_balanceBox);
    box->addWidget(m_balance);
    column->addWidget(m_balanceBox);
    column->addWidget(m_others);

    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* writing = new QWidget(this);
    auto* layout = new QVBoxLayout(writing);
    layout->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    layout->addWidget(m_scroll, 1);
    auto* buttonHost = new QWidget(writing);
    auto* buttons = new ui::FlowLayout(buttonHost);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(ui::px(ui::kSmall));
    buttons->addWidget(m_seal);
    buttons->addWidget(m_report);
    layout->addWidget(buttonHost);

    m_steps = new QStackedLayout(this);
    m_steps->addWidget(writing);
    m_steps->addWidget(m_sealPanel);
}

void SummaryPanel::showContent(const SummaryContent& content) {
    m_content = content;
    m_showing = true;
    if (!m_summaryTouched && m_summary->toPlainText() != content.summary)
        m_summary->setPlainText(content.summary);
    for (std::size_t i = 0; i < m_commitments.size() && !m_commitmentsTouched; ++i) {
        const QString text =
            i < content.commitments.size() ? ui::toQString(content.commitments[i]) : QString();
        if (m_commitments[i]->text().trimmed() != text)
            m_commitments[i]->setText(text);
        m_commitments[i]->setReadOnly(!content.editable);
        m_commitments[i]->setVisible(content.editable || !text.isEmpty());
    }
    m_commitmentsHeading->setVisible(content.editable || !content.commitments.empty());
    m_atMost->setVisible(content.editable);
    m_showing = false;
    m_summary->setReadOnly(!content.editable);
    m_state->setText(content.state);
    m_state->setVisible(!content.state.isEmpty());
    m_others->setText(content.others);
    m_others->setVisible(!content.others.isEmpty());
    showAbout(content);
    showRound(content);
    m_balanceBox->setVisible(content.balance.has_value());
    if (content.balance)
        m_balance->showContent(*content.balance);
    m_seal->setVisible(content.editable);
    m_report->setVisible(content.reportable);
    if (!content.editable)
        leaveSealStep();
    else if (atSealStep())
        showSealContent();
}

void SummaryPanel::showAbout(const SummaryContent& content) {
    const bool own = content.round.viewer == RoundStanding::Viewer::Mentee;
    m_goal->setText(own ? tr("Your goal: %1").arg(content.goal)
                        : tr("%1's goal: %2").arg(content.mentee, content.goal));
    m_goal->setVisible(!content.goal.isEmpty());
    QStringList lines(tr("Took along last time:"));
    for (const std::string& text : content.tookAlong)
        lines << tr("•  %1").arg(ui::toQString(text));
    m_tookAlong->setText(lines.join(QLatin1Char('\n')));
    m_tookAlong->setVisible(!content.tookAlong.empty());
    m_about->setVisible(!content.goal.isEmpty() || !content.tookAlong.empty());
}

void SummaryPanel::showRound(const SummaryContent& content) {
    const QString text = standingText(content.round, content.mentee);
    m_standing->setText(text);
    m_standing->setVisible(!text.isEmpty());
    m_open->setVisible(content.round.mayOpen && !content.round.opened);
}

void SummaryPanel::showSealContent() {
    SealContent content;
    if (m_content.balance)
        content.balance = *m_content.balance;
    content.notes = m_content.notes;
    content.summaryWritten = !m_summary->toPlainText().trimmed().isEmpty();
    content.readers = readersText(m_content.round, m_content.mentee);
    m_sealPanel->showContent(content);
}

void SummaryPanel::showSealStep() {
    flush();
    if (!m_content.editable)
        return;
    showSealContent();
    m_steps->setCurrentIndex(1);
    (m_sealPanel->missing() == 0 ? m_sealPanel->sealButton() : m_sealPanel->backButton())
        ->setFocus(Qt::OtherFocusReason);
}

void SummaryPanel::leaveSealStep() {
    if (!atSealStep())
        return;
    m_steps->setCurrentIndex(0);
    m_summary->setFocus(Qt::OtherFocusReason);
}

void SummaryPanel::takeKeyboard() {
    if (m_content.editable && !atSealStep())
        m_summary->setFocus(Qt::ShortcutFocusReason);
}

bool SummaryPanel::atSealStep() const {
    return m_steps->currentIndex() == 1;
}

void SummaryPanel::setOffer(const EvidenceOffer& offer) {
    m_sealPanel->setOffer(offer);
}

QString SummaryPanel::aboutText() const {
    QStringList texts;
    for (const QLabel* label : {m_goal, m_tookAlong})
        if (!label->isHidden())
            texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

QString SummaryPanel::standingShown() const {
    return m_standing->text();
}

QString SummaryPanel::balanceText() const {
    return m_balance->text();
}

void SummaryPanel::flush() {
    m_pause.stop();
    if (std::exchange(m_summaryTouched, false))
        emit summaryWritten(m_summary->toPlainText().trimmed());
    if (std::exchange(m_commitmentsTouched, false))
        emit commitmentsWritten(commitmentTexts());
}

QStringList SummaryPanel::commitmentTexts() const {
    QStringList texts;
    for (const QLineEdit* field : m_commitments)
        if (const QString text = field->text().trimmed(); !text.isEmpty())
            texts << text;
    return texts;
}

bool SummaryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut)
        flush();
    return QWidget::eventFilter(watched, event);
}

} // namespace mockingbird::review

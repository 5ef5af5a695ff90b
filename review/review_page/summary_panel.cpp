// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/summary_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <utility>

namespace mockingbird::review {

SummaryPanel::SummaryPanel(QWidget* parent)
    : QWidget(parent), m_state(ui::mutedLabel({}, ui::TextStyle::Body, this)),
      m_summary(new QPlainTextEdit(this)), m_others(ui::label({}, ui::TextStyle::Body, this)),
      m_seal(ui::primaryButton(tr("Seal this review"), "check", this)) {
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
    m_seal->setFocusPolicy(Qt::TabFocus);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SummaryPanel::flush);
    connect(m_summary, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        m_summaryTouched = true;
        m_pause.start();
    });
    connect(m_seal, &QPushButton::clicked, this, [this] {
        flush();
        emit sealRequested();
    });
    buildLayout();
}

void SummaryPanel::buildLayout() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_state);
    column->addWidget(ui::label(tr("Summary"), ui::TextStyle::Heading, content));
    column->addWidget(m_summary, 1);
    m_summary->setMinimumHeight(ui::px(120));
    column->addWidget(ui::label(tr("Commitments"), ui::TextStyle::Heading, content));
    column->addWidget(ui::mutedLabel(tr("At most three things to take along to the next attempt."),
                                     ui::TextStyle::Small, content));
    for (QLineEdit* field : m_commitments)
        column->addWidget(field);
    column->addWidget(m_others);

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_seal, 0, Qt::AlignLeft);
}

void SummaryPanel::showContent(const SummaryContent& content) {
    m_showing = true;
    if (!m_summaryTouched && m_summary->toPlainText() != content.summary)
        m_summary->setPlainText(content.summary);
    for (std::size_t i = 0; i < m_commitments.size() && !m_commitmentsTouched; ++i) {
        const QString text =
            i < content.commitments.size() ? ui::toQString(content.commitments[i]) : QString();
        if (m_commitments[i]->text().trimmed() != text)
            m_commitments[i]->setText(text);
        m_commitments[i]->setReadOnly(!content.editable);
    }
    m_showing = false;
    m_summary->setReadOnly(!content.editable);
    m_state->setText(content.state);
    m_state->setVisible(!content.state.isEmpty());
    m_others->setText(content.others);
    m_others->setVisible(!content.others.isEmpty());
    m_seal->setVisible(content.editable);
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

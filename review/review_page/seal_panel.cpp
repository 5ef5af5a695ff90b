// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/seal_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/flow_layout.h"
#include "common/ui/icons.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

QString capitalised(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

SealPanel::SealPanel(QWidget* parent)
    : QWidget(parent), m_heading(ui::label({}, ui::TextStyle::Heading, this)),
      m_readers(ui::label({}, ui::TextStyle::Body, this)),
      m_seal(ui::primaryButton(tr("Seal now"), "check", this)),
      m_back(ui::button(tr("Not yet"), nullptr, this)) {
    m_heading->setWordWrap(true);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    m_column->setSpacing(ui::px(ui::kSmall));
    m_column->addWidget(m_heading);
    m_balance = new BalanceCard(content);
    m_column->addWidget(m_balance);
    m_column->addWidget(m_readers);
    m_column->addStretch();

    auto* scroll = ui::scrolled(content);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttonHost = new QWidget(this);
    auto* buttons = new ui::FlowLayout(buttonHost);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(ui::px(ui::kSmall));
    buttons->addWidget(m_seal);
    buttons->addWidget(m_back);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttonHost);
    for (QPushButton* button : {m_seal, m_back})
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_seal, &QPushButton::clicked, this, &SealPanel::sealRequested);
    connect(m_back, &QPushButton::clicked, this, &SealPanel::backRequested);
}

void SealPanel::showContent(const SealContent& content) {
    if (m_list) {
        m_list->hide();
        m_list->deleteLater(); // it may be a click of its own that brought us here
    }
    m_addButtons.clear();
    m_missing = 0;
    m_list = new QWidget(this);
    auto* list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(ui::px(ui::kTight));
    m_column->insertWidget(2, m_list);
    m_balance->showContent(content.balance, BalanceDetail::WithoutQuestions);

    const catalog::Kit& kit = content.balance.kit;
    const ReviewBalance& balance = content.balance.balance;
    if (!balance.extremesWithoutEvidence.empty())
        addGroup(tr("Top and bottom levels without their moment"));
    for (const catalog::Score& score : balance.extremesWithoutEvidence) {
        const catalog::Criterion* criterion = kit.rubric.criterion(score.criterion);
        QString label;
        if (criterion)
            for (const catalog::Level& level : criterion->levels)
                if (level.level == score.level)
                    label = ui::toQString(level.label);
        const QString name = scoreName(kit, score.criterion, score.question);
        QWidget* row = addRow(tr("%1: %2 %3").arg(capitalised(name)).arg(score.level).arg(label).trimmed());
        auto* go = addAction(row, tr("Go there"), tr("Go to the score of %1").arg(name));
        auto* add = addAction(row, {}, {});
        m_addButtons.push_back(add);
        add->setProperty("of", name);
        connect(go, &QPushButton::clicked, this,
                [this, score] { emit scoreRequested(score.criterion, score.question); });
        connect(add, &QPushButton::clicked, this,
                [this, score] { emit momentAdded(score.criterion, score.question); });
    }
    if (!balance.criteriaWithoutScore.empty())
        addGroup(tr("Not scored"));
    for (const catalog::CriterionId id : balance.criteriaWithoutScore) {
        const QString name = scoreName(kit, id, std::nullopt);
        auto* go = addAction(addRow(name), tr("Go there"), tr("Go to the score of %1").arg(name));
        // Scored nowhere: the first question is as good as any to begin with.
        const auto first = kit.profile.scoring == catalog::ScoringScope::Question && !kit.questions.empty()
                               ? std::optional(kit.questions.front().id)
                               : std::nullopt;
        connect(go, &QPushButton::clicked, this, [this, id, first] { emit scoreRequested(id, first); });
    }
    if (!balance.questionsWithoutNote.empty())
        addGroup(tr("Questions without a note"));
    for (const catalog::QuestionId id : balance.questionsWithoutNote) {
        const catalog::Question* question = kit.question(id);
        const QString name = questionName(kit, id);
        auto* row = addRow(question ? tr("%1: %2").arg(capitalised(name), ui::toQString(question->text))
                                    : capitalised(name));
        auto* go = addAction(row, tr("Go there"), tr("Go to %1").arg(name));
        connect(go, &QPushButton::clicked, this, [this, id] { emit questionRequested(id); });
    }
    if (!content.summaryWritten || content.notes == 0)
        addGroup(tr("Nothing is written"));
    if (content.notes == 0)
        addRow(tr("No note on any moment"));
    if (!content.summaryWritten) {
        auto* go = addAction(addRow(tr("No summary")), tr("Go there"), tr("Go to the summary"));
        connect(go, &QPushButton::clicked, this, &SealPanel::backRequested);
    }
    m_heading->setText(m_missing == 0 ? tr("Everything is there") : tr("Before you seal"));
    m_seal->setText(m_missing == 0 ? tr("Seal now") : tr("Seal anyway"));
    m_readers->setText(tr("Sealed, your notes, scores and summary stay as they are: nobody can change them, "
                          "you neither. %1")
                           .arg(content.readers));
    m_list->setVisible(m_missing > 0);
    showOffer();
}

void SealPanel::addGroup(const QString& heading) {
    m_list->layout()->addWidget(ui::label(heading, ui::TextStyle::Strong, m_list));
}

QWidget* SealPanel::addRow(const QString& text) {
    ++m_missing;
    auto* row = new QWidget(m_list);
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(ui::px(ui::kSmall), 0, 0, ui::px(ui::kTight));
    column->setSpacing(ui::px(2));
    column->addWidget(ui::label(text, ui::TextStyle::Body, row));
    m_list->layout()->addWidget(row);
    return row;
}

QPushButton* SealPanel::addAction(QWidget* row, const QString& text, const QString& accessibleName) {
    if (row->layout()->count() == 1) {
        auto* host = new QWidget(row);
        auto* flow = new ui::FlowLayout(host);
        flow->setContentsMargins(0, 0, 0, 0);
        flow->setSpacing(ui::px(ui::kTight));
        row->layout()->addWidget(host);
    }
    QWidget* host = row->layout()->itemAt(1)->widget();
    auto* button = ui::quietButton(text, nullptr, host);
    button->setAccessibleName(accessibleName);
    button->setFocusPolicy(Qt::TabFocus);
    host->layout()->addWidget(button);
    return button;
}

void SealPanel::setOffer(const EvidenceOffer& offer) {
    if (m_offer == offer)
        return;
    m_offer = offer;
    showOffer();
}

void SealPanel::showOffer() {
    QString text = tr("Add the moment shown");
    if (!m_offer.time.isEmpty())
        text = m_offer.note ? tr("Add the note at %1").arg(m_offer.time)
                            : tr("Add the moment shown (%1)").arg(m_offer.time);
    for (QPushButton* button : m_addButtons) {
        button->setText(text);
        button->setAccessibleName(tr("%1, for %2").arg(text, button->property("of").toString()));
        button->setEnabled(m_offer.possible);
    }
}

QString SealPanel::text() const {
    QStringList texts;
    for (const QLabel* label : findChildren<QLabel*>())
        if (!label->text().isEmpty() && (label->isVisibleTo(this)))
            texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/progress_view/commitment_card.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/progress_view/progress_plots.h"

#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

namespace {

/// So many are shown until all are wanted: an old hand has dozens.
constexpr std::size_t kFewCommitments = 6;

/// Beside buttons: a label that wraps would give way to them.
QLabel* unwrapped(const QString& text, QWidget* parent) {
    QLabel* label = ui::mutedLabel(text, ui::TextStyle::Small, parent);
    label->setWordWrap(false);
    return label;
}

} // namespace

CommitmentCard::CommitmentCard(QWidget* parent) : ui::Card(tr("Taken along"), parent) {}

void CommitmentCard::show(const PersonProgress& progress, Saying saying) {
    m_commitments = progress.commitments;
    m_sessions.clear();
    for (const ProgressAttempt& attempt : progress.attempts)
        m_sessions.insert(m_sessions.begin(), attempt.session);
    m_saying = saying;
    m_closing = {};
    if (m_mentee != progress.mentee.id)
        m_all = false;
    m_mentee = progress.mentee.id;
    rebuild();
}

void CommitmentCard::rebuild() {
    if (m_rows != nullptr) {
        m_rows->hide();
        m_rows->deleteLater(); // perhaps in the click of one of its own buttons
    }
    m_attempt = nullptr;
    m_moment = nullptr;
    m_fault = nullptr;
    m_rows = new QWidget(this);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    body()->addWidget(m_rows);
    if (m_commitments.empty())
        column->addWidget(
            ui::mutedLabel(tr("Nothing was taken along from an attempt yet."), ui::TextStyle::Body, m_rows));
    const std::size_t shown = m_all ? m_commitments.size() : std::min(m_commitments.size(), kFewCommitments);
    for (std::size_t i = 0; i < shown; ++i)
        addRow(m_commitments[i]);
    if (shown < m_commitments.size()) {
        auto* all = ui::quietButton(tr("Show all %1").arg(m_commitments.size()), nullptr, m_rows);
        connect(all, &QPushButton::clicked, this, &CommitmentCard::showAll);
        column->addWidget(all, 0, Qt::AlignLeft);
    }
    m_rows->show();
}

void CommitmentCard::showAll() {
    m_all = true;
    rebuild();
}

void CommitmentCard::addRow(const CommitmentProgress& commitment) {
    auto* row = new QVBoxLayout;
    row->setSpacing(0);
    row->addWidget(ui::label(ui::toQString(commitment.taken.commitment.text), ui::TextStyle::Body, m_rows));
    auto* line = new QHBoxLayout;
    line->setSpacing(ui::px(ui::kTight));
    line->addWidget(unwrapped(commitment.taken.rater.isNull()
                                  ? tr("From")
                                  : tr("%1, from").arg(ui::toQString(commitment.taken.raterName)),
                              m_rows));
    const auto session = commitment.taken.session;
    auto* from = ui::quietButton(
        tr("%1, %2").arg(ui::toQString(commitment.taken.kitName), ui::longDate(commitment.taken.heldAt)),
        nullptr, m_rows);
    from->setAccessibleDescription(tr("Opens the attempt it was taken along from"));
    connect(from, &QPushButton::clicked, this, [this, session] { emit openSession(session, std::nullopt); });
    line->addWidget(from);
    line->addStretch();
    row->addLayout(line);
    addState(*row, commitment);
    static_cast<QVBoxLayout*>(m_rows->layout())->addLayout(row);
}

void CommitmentCard::addState(QVBoxLayout& row, const CommitmentProgress& commitment) {
    const catalog::CommitmentId id = commitment.taken.commitment.id;
    auto* line = new QHBoxLayout;
    line->setSpacing(ui::px(ui::kTight));
    if (commitment.fate == CommitmentFate::Closed) {
        const catalog::CommitmentClosing& closing = *commitment.taken.closing;
        std::optional<MediaTime> at;
        if (closing.moment)
            at = closing.moment->at;
        const QString when = ui::longDate(closing.heldAt);
        auto* shown = ui::quietButton(at ? tr("Kept on %1, at %2").arg(when, ui::shortTime(*at))
                                         : tr("Kept on %1").arg(when),
                                      "check", m_rows);
        shown->setAccessibleDescription(at ? tr("Opens the moment that shows it")
                                           : tr("Opens the attempt that shows it"));
        connect(shown, &QPushButton::clicked, this,
                [this, session = closing.session, at] { emit openSession(session, at); });
        line->addWidget(shown);
        if (m_saying == Saying::Allowed) {
            auto* reopen = ui::quietButton(tr("Not kept after all"), nullptr, m_rows);
            connect(reopen, &QPushButton::clicked, this, [this, id] { emit reopenRequested(id); });
            line->addWidget(reopen);
        }
    } else if (commitment.fate == CommitmentFate::NoAttemptSince) {
        line->addWidget(unwrapped(tr("No attempt since."), m_rows));
    } else if (m_closing == id) {
        delete line;
        addForm(row, commitment);
        return;
    } else {
        line->addWidget(unwrapped(tr("There was an attempt since; nobody said that it was kept."), m_rows));
        if (m_saying == Saying::Allowed) {
            auto* close = ui::quietButton(tr("It was kept…"), nullptr, m_rows);
            connect(close, &QPushButton::clicked, this, [this, id] { beginClosing(id); });
            line->addWidget(close);
        }
    }
    line->addStretch();
    row.addLayout(line);
}

void CommitmentCard::addForm(QVBoxLayout& row, const CommitmentProgress& commitment) {
    auto* line = new QHBoxLayout;
    line->setSpacing(ui::px(ui::kSmall));
    m_attempt = new QComboBox(m_rows);
    m_attempt->setAccessibleName(tr("Attempt that kept it"));
    for (const catalog::Session& session : m_sessions)
        if (session.startedAt > commitment.taken.heldAt)
            m_attempt->addItem(tr("%1, %2").arg(ui::toQString(session.kitName), attemptName(session)),
                               QString::fromStdString(session.id.toString()));
    // The next one after it is most likely meant.
    m_attempt->setCurrentIndex(m_attempt->count() - 1);
    m_moment = new QLineEdit(m_rows);
    m_moment->setAccessibleName(tr("Moment that shows it, in minutes and seconds; may be empty"));
    m_moment->setPlaceholderText(tr("at 2:31, or empty"));
    m_moment->setMaximumWidth(ui::px(150));
    auto* save = ui::button(tr("Kept"), nullptr, m_rows);
    auto* cancel = ui::quietButton(tr("Cancel"), nullptr, m_rows);
    line->addWidget(m_attempt);
    line->addWidget(m_moment);
    line->addWidget(save);
    line->addWidget(cancel);
    line->addStretch();
    row.addLayout(line);
    m_fault = ui::label({}, ui::TextStyle::Small, m_rows);
    m_fault->hide();
    row.addWidget(m_fault);
    connect(save, &QPushButton::clicked, this, &CommitmentCard::saveClosing);
    connect(m_moment, &QLineEdit::returnPressed, this, &CommitmentCard::saveClosing);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_closing = {};
        rebuild();
    });
}

void CommitmentCard::beginClosing(catalog::CommitmentId id) {
    const auto wanted = std::ranges::find(
        m_commitments, id, [](const CommitmentProgress& one) { return one.taken.commitment.id; });
    if (wanted == m_commitments.end() || wanted->fate != CommitmentFate::Open || m_saying != Saying::Allowed)
        return;
    m_closing = id;
    rebuild();
    if (m_attempt != nullptr)
        m_attempt->setFocus();
}

QString CommitmentCard::fault() const {
    return m_fault == nullptr ? QString() : m_fault->text();
}

void CommitmentCard::saveClosing() {
    if (m_attempt == nullptr)
        return;
    const auto session = catalog::SessionId::parse(m_attempt->currentData().toString().toStdString());
    if (!session.ok())
        return;
    std::optional<MediaTime> at;
    if (const QString text = m_moment->text().trimmed(); !text.isEmpty()) {
        const auto parsed = MediaTime::parse(text.toStdString());
        if (!parsed.ok()) {
            m_fault->setText(tr("A moment is written as minutes and seconds, such as 2:31."));
            m_fault->show();
            QAccessibleEvent alert(m_fault, QAccessible::Alert);
            QAccessible::updateAccessibility(&alert);
            m_moment->setFocus();
            return;
        }
        at = *parsed;
    }
    emit closeRequested(m_closing, *session, at);
}

} // namespace mockingbird::review

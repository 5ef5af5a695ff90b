// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/pair_quarter_view.h"

#include "common/catalog/catalog.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/compare_page/outcomes_panel.h"
#include "review/compare_page/session_links_panel.h"
#include "review/report/day_text.h"
#include "review/report/pdf/sheet_pdf.h"
#include "review/report/quarter_text.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mockingbird::review {

namespace {

using Rows = std::vector<SessionLinksPanel::Row>;

QString words(const std::string& text) {
    return ui::toQString(text);
}

Rows talkRows(const PairQuarter& quarter) {
    Rows rows;
    for (const TalkingPoint& point : quarter.talkingPoints()) {
        SessionLinksPanel::Row row{words(talkingText(quarter, point, Naming::ByName)), point.session};
        if (point.moment)
            row.at = point.moment->at;
        row.urgent = point.kind == TalkingPointKind::ReviewOverdue;
        rows.push_back(std::move(row));
    }
    return rows;
}

Rows sessionRows(const PairQuarter& quarter) {
    Rows rows;
    for (const QuarterSession& held : quarter.sessions)
        rows.push_back({words(sessionLine(held)), held.session.id});
    return rows;
}

Rows owedRows(const PairQuarter& quarter) {
    Rows rows;
    for (const catalog::OutstandingReview& review : quarter.outstanding)
        rows.push_back(
            {words(owedLine(quarter, review, Naming::ByName)), review.session, std::nullopt, review.overdue});
    return rows;
}

Rows feedbackRows(const PairQuarter& quarter) {
    Rows rows;
    for (const catalog::Feedback& feedback : quarter.feedback)
        rows.push_back({words(feedbackLine(feedback)), feedback.session, std::nullopt, !feedback.seenAt});
    return rows;
}

Rows commitmentRows(const PairQuarter& quarter) {
    Rows rows;
    for (const auto* some : {&quarter.openCommitments, &quarter.closedCommitments})
        for (const catalog::TakenAlong& taken : *some) {
            SessionLinksPanel::Row row{PairQuarterView::tr("%1 (from %2): %3")
                                           .arg(words(taken.commitment.text), words(dayText(taken.heldAt)),
                                                words(closingText(taken))),
                                       taken.closing ? taken.closing->session : taken.session};
            if (taken.closing && taken.closing->moment)
                row.at = taken.closing->moment->at;
            rows.push_back(std::move(row));
        }
    return rows;
}

Rows confidenceRows(const PairQuarter& quarter) {
    Rows rows;
    for (const catalog::SessionConfidence& said : quarter.confidence)
        rows.push_back({words(confidenceLine(said)), said.session});
    return rows;
}

Rows aheadRows(const PairQuarter& quarter) {
    Rows rows;
    for (const catalog::Appointment& appointment : quarter.appointments)
        rows.push_back({words(appointmentLine(appointment))});
    return rows;
}

} // namespace

PairQuarterView::PairQuarterView(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_back(ui::quietButton(tr("← All pairs"), nullptr, this)),
      m_title(ui::label({}, ui::TextStyle::Heading, this)),
      m_lead(ui::mutedLabel({}, ui::TextStyle::Body, this)),
      m_progress(ui::button(tr("Progress"), "compare", this)),
      m_sideBySide(ui::button(tr("Side by side"), "layout_side", this)),
      m_names(new QCheckBox(tr("With names"), this)), m_export(ui::button(tr("Export…"), nullptr, this)),
      m_banner(new ui::Banner(this)), m_content(new QWidget(this)), m_grid(new QGridLayout(m_content)),
      m_talk(new SessionLinksPanel(tr("What to talk about"), m_content)),
      m_sessions(new SessionLinksPanel(tr("Sessions held"), m_content)),
      m_owed(new SessionLinksPanel(tr("Reviews owed"), m_content)),
      m_feedback(new SessionLinksPanel(tr("Feedback"), m_content)),
      m_commitments(new SessionLinksPanel(tr("Commitments"), m_content)),
      m_confidence(new SessionLinksPanel(tr("Confidence"), m_content)),
      m_ahead(new SessionLinksPanel(tr("Ahead"), m_content)),
      m_outcomes(new OutcomesPanel(catalog, m_content)) {
    m_back->setToolTip(tr("Back to the quarter's pairs (Esc)"));
    m_progress->setToolTip(tr("How the mentee's attempts went over time"));
    m_sideBySide->setToolTip(tr("The same question in several attempts"));
    m_names->setToolTip(tr("Exports leave names out unless this is ticked"));
    m_export->setToolTip(tr("Saves the quarter as a web page, a PDF or a table"));
    connect(m_back, &QPushButton::clicked, this, &PairQuarterView::back);
    connect(m_progress, &QPushButton::clicked, this, [this] {
        if (m_quarter)
            emit progressRequested(m_quarter->mentee.id);
    });
    connect(m_sideBySide, &QPushButton::clicked, this, [this] {
        if (m_quarter)
            emit sideBySideRequested(m_quarter->mentee.id);
    });
    connect(m_export, &QPushButton::clicked, this, &PairQuarterView::exportQuarter);
    connect(m_outcomes, &OutcomesPanel::changed, this, [this] { show(m_pair, m_wanted); });
    for (SessionLinksPanel* panel :
         {m_talk, m_sessions, m_owed, m_feedback, m_commitments, m_confidence, m_ahead})
        connect(panel, &SessionLinksPanel::openSession, this, &PairQuarterView::openSession);
    layOut();
}

void PairQuarterView::layOut() {
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_lead);
    auto* head = new QHBoxLayout;
    head->setSpacing(ui::px(ui::kSmall));
    head->addWidget(m_back);
    head->addLayout(names, 1);
    head->addWidget(m_progress);
    head->addWidget(m_sideBySide);
    auto* exporting = new QHBoxLayout;
    exporting->addStretch();
    exporting->addWidget(m_names);
    exporting->addWidget(m_export);

    m_grid->setContentsMargins(0, 0, ui::px(ui::kSmall), 0);
    m_grid->setSpacing(ui::px(ui::kMedium));
    auto* scroll = ui::scrolled(m_content);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(scroll, 1);
    column->addLayout(exporting);
    arrange();
}

/// Two columns where there is room for both.
void PairQuarterView::arrange() {
    const int columns = width() >= ui::px(760) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item; // the widgets stay the content's
    m_grid->addWidget(m_talk, 0, 0, 1, columns);
    const std::vector<QWidget*> cards{m_sessions,   m_owed,     m_feedback, m_commitments,
                                      m_confidence, m_outcomes, m_ahead};
    int place = columns;
    for (QWidget* card : cards) {
        m_grid->addWidget(card, place / columns, place % columns);
        ++place;
    }
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_grid->setRowStretch(static_cast<int>(cards.size()) + 2, 1);
}

void PairQuarterView::show(catalog::PairId pair, const catalog::Quarter& quarter) {
    if (pair != m_pair)
        m_names->setChecked(false);
    m_pair = pair;
    m_wanted = quarter;
    auto read = readPairQuarter(m_catalog, pair, quarter);
    m_content->setVisible(read.ok());
    m_export->setEnabled(read.ok());
    m_quarter.reset();
    if (!read.ok()) {
        m_title->clear();
        m_lead->clear();
        m_banner->showError(read.error());
        return;
    }
    m_quarter = std::move(read).value();
    showHead();
    showRows();
}

void PairQuarterView::showHead() {
    m_title->setText(tr("%1 with %2").arg(words(m_quarter->mentee.name), words(m_quarter->mentor.name)));
    QString lead =
        QStringLiteral("%1 · %2").arg(words(quarterText(m_quarter->quarter)), words(m_quarter->cohort.name));
    if (m_quarter->liaison)
        lead += tr(" · liaison %1").arg(words(m_quarter->liaison->name));
    m_lead->setText(lead);
}

void PairQuarterView::showRows() {
    m_talk->setRows(talkRows(*m_quarter), tr("Nothing stands out."));
    m_sessions->setRows(
        sessionRows(*m_quarter),
        m_quarter->lastSession
            ? tr("None this quarter; the last one was on %1.").arg(words(dayText(*m_quarter->lastSession)))
            : tr("None yet."));
    m_owed->setRows(owedRows(*m_quarter), tr("None."));
    m_feedback->setRows(feedbackRows(*m_quarter), tr("None was opened."));
    m_commitments->setRows(commitmentRows(*m_quarter), tr("None."));
    m_confidence->setRows(confidenceRows(*m_quarter),
                          m_quarter->confidenceShared
                              ? tr("Nothing was said about it this quarter.")
                              : tr("It isn't shared: the mentee keeps it to themselves."));
    m_ahead->setRows(aheadRows(*m_quarter), tr("No appointment is made yet."));
    m_outcomes->show(m_quarter->mentee.id);
}

void PairQuarterView::exportQuarter() {
    if (!m_quarter)
        return;
    const Naming naming = m_names->isChecked() ? Naming::ByName : Naming::ByRole;
    const QString who = naming == Naming::ByName ? words(m_quarter->mentee.name) : tr("A mentee");
    exportReport(this, *m_banner, m_chooseFile,
                 QStringLiteral("%1, %2.pdf").arg(who, words(m_quarter->quarter.name())),
                 [this, naming](ReportFormat format) { return quarterReport(*m_quarter, naming, format); });
}

void PairQuarterView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit back();
    else
        QWidget::keyPressEvent(event);
}

void PairQuarterView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/person_history_panel.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Role;

constexpr int kMostLines = 6; ///< more are scrolled to

QString stateText(const ReviewOnPage& review) {
    switch (review.state) {
    case catalog::ReviewState::Draft:
        return QObject::tr("being written");
    case catalog::ReviewState::Sealed:
        return review.readable ? QObject::tr("sealed") : QObject::tr("sealed, not open to you yet");
    case catalog::ReviewState::Opened:
        return QObject::tr("opened");
    }
    return {};
}

QString termText(const TermOnPage& one) {
    const QString who =
        one.liaison.empty()
            ? QObject::tr("%1 with %2").arg(ui::toQString(one.mentee), ui::toQString(one.mentor))
            : QObject::tr("%1 with %2, liaison %3")
                  .arg(ui::toQString(one.mentee), ui::toQString(one.mentor), ui::toQString(one.liaison));
    const QString when =
        one.term.until.empty()
            ? QObject::tr("since %1").arg(ui::toQString(one.term.from))
            : QObject::tr("%1 to %2").arg(ui::toQString(one.term.from), ui::toQString(one.term.until));
    QStringList why;
    for (const std::string& reason : {one.term.reason, one.term.endReason})
        if (!reason.empty())
            why << ui::toQString(reason);
    return QObject::tr("%1\n%2 · %3").arg(who, ui::toQString(one.cohort), when) +
           (why.isEmpty() ? QString() : QStringLiteral(" · ") + why.join(QStringLiteral("; ")));
}

} // namespace

PersonHistoryPanel::PersonHistoryPanel(QWidget* parent)
    : ui::Card({}, parent), m_attempts(addSection(tr("Attempts"), "attempts")),
      m_received(addSection(tr("Reviews of them"), "reviewsReceived")),
      m_written(addSection(tr("Reviews they wrote"), "reviewsWritten")),
      m_commitments(addSection(tr("Commitments"), "personCommitments")),
      m_materials(addSection(tr("Materials read"), "personMaterials")),
      m_pairs(addSection(tr("Pairs"), "personPairs")) {}

PersonHistoryPanel::Section PersonHistoryPanel::addSection(const QString& heading, const char* objectName) {
    Section section{ui::label(heading, ui::TextStyle::Strong), new QListWidget, ui::mutedLabel({})};
    section.list->setAccessibleName(heading);
    section.list->setObjectName(QLatin1String(objectName));
    section.list->setWordWrap(true);
    section.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(section.heading);
    body()->addWidget(section.list);
    body()->addWidget(section.empty);
    const auto open = [this](const QListWidgetItem* item) {
        const auto session = catalog::SessionId::parse(item->data(Qt::UserRole).toString().toStdString());
        if (session && !session->isNull())
            emit sessionRequested(*session);
    };
    connect(section.list, &QListWidget::itemActivated, this, open);
    connect(section.list, &QListWidget::itemClicked, this, open);
    return section;
}

void PersonHistoryPanel::fill(const Section& section, const std::vector<Line>& lines,
                              const QString& whenEmpty, bool wanted) {
    const int before = section.list->currentRow();
    section.list->clear();
    for (const Line& line : lines) {
        auto* item = new QListWidgetItem(line.text, section.list);
        if (line.session.isNull()) {
            item->setFlags(item->flags() & ~Qt::ItemIsSelectable);
        } else {
            item->setData(Qt::UserRole, ui::toQString(line.session.toString()));
            item->setToolTip(tr("Open in Review"));
        }
    }
    if (before >= 0 && before < section.list->count())
        section.list->setCurrentRow(before);
    int height = 2 * section.list->frameWidth();
    for (int row = 0; row < std::min(section.list->count(), kMostLines); ++row)
        height += section.list->sizeHintForRow(row);
    section.list->setFixedHeight(height + ui::px(ui::kSmall));
    section.heading->setVisible(wanted);
    section.list->setVisible(wanted && !lines.empty());
    section.empty->setText(whenEmpty);
    section.empty->setVisible(wanted && lines.empty());
}

void PersonHistoryPanel::showHistory(const catalog::Person& person, const PersonHistory& history) {
    std::vector<Line> attempts;
    for (const catalog::Session& session : history.attempts)
        attempts.push_back({tr("%1, attempt %2\n%3")
                                .arg(ui::toQString(session.kitName))
                                .arg(session.attempt)
                                .arg(ui::longDate(session.startedAt)),
                            session.id});
    std::vector<Line> received;
    for (const ReviewOnPage& review : history.received)
        received.push_back(
            {tr("By %1: %2\n%3, attempt %4")
                 .arg(ui::toQString(review.rater), stateText(review), ui::toQString(review.kit))
                 .arg(review.attempt),
             review.session});
    std::vector<Line> written;
    for (const ReviewOnPage& review : history.written)
        written.push_back(
            {tr("Of %1: %2\n%3, attempt %4")
                 .arg(ui::toQString(review.mentee), stateText(review), ui::toQString(review.kit))
                 .arg(review.attempt),
             review.session});
    std::vector<Line> commitments;
    for (const CommitmentOnPage& commitment : history.commitments)
        commitments.push_back(
            {tr("%1\n%2").arg(ui::toQString(commitment.text), ui::longDate(commitment.heldAt)),
             commitment.session});
    std::vector<Line> materials;
    for (const ReadOnPage& read : history.materials)
        materials.push_back({tr("%1\n%2").arg(ui::toQString(read.title), ui::longDate(read.readAt))});
    std::vector<Line> pairs;
    for (const TermOnPage& term : history.terms)
        pairs.push_back({termText(term)});

    const bool learns = person.roles.contains(Role::Mentee) || person.roles.empty() || !attempts.empty();
    const bool rates = person.roles.contains(Role::Mentor) || !written.empty();
    fill(m_attempts, attempts, tr("No attempt that you may see. Record one, or import it in the Library."),
         learns);
    fill(m_received, received, tr("Nobody has reviewed an attempt of theirs yet."),
         learns && !attempts.empty());
    fill(m_written, written, tr("No review yet. Open a session in Review to begin one."), rates);
    fill(m_commitments, commitments, tr("None that you may read: they come with a review that is opened."),
         learns && !attempts.empty());
    fill(m_materials, materials, {}, !materials.empty());
    fill(m_pairs, pairs, tr("In no pair yet. Add one under Cohorts and pairs."), true);
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/consent_panel.h"

#include "common/ui/theme.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::recorder {

namespace {

QString timeOfDay(WallTime at) {
    return QDateTime::fromMSecsSinceEpoch(at.milliseconds).toLocalTime().toString(QStringLiteral("HH:mm"));
}

} // namespace

ConsentPanel::ConsentPanel(QWidget* parent) : QWidget(parent), m_list(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    const QStringList paragraphs = consentText().split(QStringLiteral("\n\n"));
    for (const QString& paragraph : paragraphs)
        column->addWidget(ui::label(paragraph, ui::TextStyle::Small));
    m_list->setSpacing(0);
    m_list->setContentsMargins(0, ui::px(ui::kTight), 0, 0);
    column->addLayout(m_list);
}

QString ConsentPanel::consentText() {
    return tr(
        "Recorded are the pictures and the sound of this interview, as they are chosen on this page, "
        "from Record to Stop. Nothing is recorded during a pause.\n\n"
        "It is for learning. It can be seen by the person who is interviewed, their mentor, the liaison "
        "who accompanies them, and the coordinator of the programme.\n\n"
        "It lies on this computer and is sent nowhere.\n\n"
        "You may say no, and need not say why; then there is no recording. You may also say stop at any "
        "time, and ask later that it is deleted.");
}

void ConsentPanel::setParticipants(std::vector<Participant> participants) {
    if (participants == m_participants)
        return;
    const bool another = m_participants.empty() || participants.empty() ||
                         m_participants.front().person != participants.front().person;
    std::vector<Agreement> kept;
    if (!another)
        kept = agreements();
    for (const Line& line : m_lines)
        delete line.row;
    m_lines.clear();
    m_participants.clear();
    for (Participant& one : participants) {
        const auto before = std::find_if(kept.begin(), kept.end(),
                                         [&](const Agreement& old) { return old.person == one.person; });
        const auto at = before == kept.end() ? std::nullopt : std::optional(before->at);
        m_participants.push_back(std::move(one));
        addLine(m_participants.back(), at);
    }
    showAll();
    emit changed();
}

void ConsentPanel::addParticipant(const Participant& participant) {
    const bool there = std::any_of(m_participants.begin(), m_participants.end(),
                                   [&](const Participant& one) { return one.person == participant.person; });
    if (there)
        return;
    m_participants.push_back(participant);
    addLine(participant, std::nullopt);
    showAll();
    emit changed();
}

void ConsentPanel::clearAgreements() {
    const bool any = !agreements().empty();
    for (Line& line : m_lines)
        line.at.reset();
    showAll();
    if (any)
        emit changed();
}

void ConsentPanel::setRecording(bool recording) {
    m_recording = recording;
    showAll();
}

std::vector<Agreement> ConsentPanel::agreements() const {
    std::vector<Agreement> given;
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        if (m_lines[index].at)
            given.push_back({m_participants[index].person, *m_lines[index].at});
    }
    return given;
}

bool ConsentPanel::complete() const {
    return !m_lines.empty() && waitingFor().isEmpty();
}

QStringList ConsentPanel::waitingFor() const {
    QStringList names;
    for (std::size_t index = 0; index < m_lines.size(); ++index) {
        if (!m_lines[index].at)
            names << m_participants[index].name;
    }
    return names;
}

void ConsentPanel::addLine(const Participant& participant, std::optional<WallTime> at) {
    Line line{new QWidget, new QCheckBox, ui::mutedLabel({}, ui::TextStyle::Small), at};
    line.box->setObjectName(
        QStringLiteral("agrees %1").arg(QString::fromStdString(participant.person.toString())));
    auto* row = new QHBoxLayout(line.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kMedium));
    row->addWidget(line.box);
    row->addWidget(line.time, 1);
    m_list->addWidget(line.row);
    connect(line.box, &QCheckBox::toggled, this,
            [this, person = participant.person](bool on) { ticked(person, on); });
    m_lines.push_back(line);
}

void ConsentPanel::ticked(catalog::PersonId person, bool on) {
    const auto found = std::find_if(m_participants.begin(), m_participants.end(),
                                    [&](const Participant& one) { return one.person == person; });
    if (found == m_participants.end())
        return;
    const auto index = static_cast<std::size_t>(found - m_participants.begin());
    m_lines[index].at = on ? std::optional(WallTime::now()) : std::nullopt;
    showLine(index);
    if (on)
        emit agreed({person, *m_lines[index].at});
    emit changed();
}

void ConsentPanel::showLine(std::size_t index) {
    const Participant& one = m_participants[index];
    const Line& line = m_lines[index];
    const QSignalBlocker quiet(line.box);
    const bool alone = m_participants.size() == 1;
    QString words = alone ? tr("I agree (%1)").arg(one.name) : tr("%1 agrees").arg(one.name);
    line.box->setText(words.replace(QLatin1Char('&'), QLatin1String("&&"))); // a name is no shortcut
    line.box->setChecked(line.at.has_value());
    line.box->setEnabled(!m_recording || !line.at);
    QStringList details;
    if (!alone && !one.role.isEmpty())
        details << one.role;
    if (line.at)
        details << tr("agreed at %1").arg(timeOfDay(*line.at));
    line.time->setText(details.join(QStringLiteral(", ")));
    line.box->setAccessibleDescription(line.time->text());
}

void ConsentPanel::showAll() {
    for (std::size_t index = 0; index < m_lines.size(); ++index)
        showLine(index);
}

} // namespace mockingbird::recorder

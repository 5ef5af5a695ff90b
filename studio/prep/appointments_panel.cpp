// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/appointments_panel.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/preparation.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/chip.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/prep/appointment_edit_panel.h"
#include "studio/prep/due_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::Appointment;
using catalog::AppointmentKind;
using catalog::SessionMode;

constexpr int kShown = 50;
constexpr int kUsualHour = 10;

QString modeText(SessionMode mode) {
    switch (mode) {
    case SessionMode::InPerson:
        return QCoreApplication::translate("Appointment", "in person");
    case SessionMode::Virtual:
        return QCoreApplication::translate("Appointment", "over a call");
    case SessionMode::Solo:
        return QCoreApplication::translate("Appointment", "alone");
    }
    return {};
}

QString changeText(const catalog::AppointmentChange& change) {
    const QString who = change.author.empty() ? QCoreApplication::translate("Appointment", "somebody")
                                              : ui::toQString(change.author);
    const QString at = ui::dateAndTime(change.at);
    QString what;
    if (change.kind == "made")
        what = QCoreApplication::translate("Appointment", "made by %1, for %2").arg(who, at);
    else if (change.kind == "changed")
        what = QCoreApplication::translate("Appointment", "changed by %1, now for %2").arg(who, at);
    else if (change.kind == "cancelled")
        what = QCoreApplication::translate("Appointment", "cancelled by %1").arg(who);
    else if (change.kind == "restored")
        what = QCoreApplication::translate("Appointment", "taken up again by %1").arg(who);
    else
        what = QCoreApplication::translate("Appointment", "a recording was noted by %1").arg(who);
    return QStringLiteral("%1: %2").arg(ui::dateAndTime(change.madeAt), what);
}

} // namespace

QString appointmentDetail(const Appointment& one) {
    QStringList parts{one.kind == AppointmentKind::Real
                          ? QCoreApplication::translate("Appointment", "the real interview")
                          : QCoreApplication::translate("Appointment", "practice"),
                      modeText(one.mode)};
    if (!one.kitName.empty())
        parts << ui::toQString(one.kitName);
    parts << QCoreApplication::translate("Appointment", "about %1 minutes").arg(one.minutes);
    if (!one.place.empty())
        parts << ui::toQString(one.place);
    return parts.join(QStringLiteral(" · "));
}

AppointmentsPanel::AppointmentsPanel(catalog::Catalog& catalog, Whose whose, Clock clock, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_whose(whose), m_clock(std::move(clock)),
      m_card(new ui::Card(whose == Whose::Own ? tr("Your next interview") : tr("Interviews ahead"))),
      m_add(ui::button(tr("Add an interview"), "plus")),
      m_calendar(ui::quietButton(tr("Save for your calendar"))),
      m_seen(ui::mutedLabel(tr("Your mentor, liaison and coordinators see it too."), ui::TextStyle::Small)),
      m_banner(new ui::Banner), m_edit(new AppointmentEditPanel) {
    m_add->setObjectName(QStringLiteral("addAppointment"));
    m_calendar->setObjectName(QStringLiteral("saveCalendar"));
    m_edit->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_calendar);
    buttons->addStretch();
    m_card->body()->addLayout(buttons);
    m_card->body()->addWidget(m_seen);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_banner);
    column->addWidget(m_card);
    column->addWidget(m_edit);
    connect(m_add, &QPushButton::clicked, this, &AppointmentsPanel::add);
    connect(m_calendar, &QPushButton::clicked, this, &AppointmentsPanel::calendarRequested);
    connect(m_edit, &AppointmentEditPanel::kept, this, &AppointmentsPanel::keep);
    connect(m_edit, &AppointmentEditPanel::dismissed, this, [this] {
        m_edit->hide();
        m_add->setFocus();
    });
}

std::vector<catalog::Person> AppointmentsPanel::mentees() const {
    const catalog::PersonId actor = m_catalog.actor();
    std::vector<catalog::Person> all;
    if (m_whose == Whose::Own) {
        if (auto person = m_catalog.people().byId(actor))
            all.push_back(std::move(*person));
        return all;
    }
    const auto acting = m_catalog.people().byId(actor);
    const bool everybody = acting.ok() && acting->roles.contains(catalog::Role::Coordinator);
    const auto pairs = m_catalog.people().pairs().valueOr({});
    for (catalog::Person& person : m_catalog.people().all().valueOr({})) {
        const bool mine = std::any_of(pairs.begin(), pairs.end(), [&](const catalog::Pair& pair) {
            return pair.mentee == person.id && pair.mentor == actor;
        });
        if (mine || (everybody && person.roles.contains(catalog::Role::Mentee)))
            all.push_back(std::move(person));
    }
    return all;
}

std::optional<Appointment> AppointmentsPanel::next() const {
    return m_ahead.empty() ? std::nullopt : std::optional(m_ahead.front());
}

void AppointmentsPanel::refresh() {
    const auto ahead =
        m_whose == Whose::Own
            ? catalog::Preparation(m_catalog).appointments().ahead(m_catalog.actor(), m_clock(), kShown)
            : catalog::Preparation(m_catalog).appointments().aheadOfMentees(m_clock(), kShown);
    if (!ahead) {
        emit failed(ahead.error());
        return;
    }
    m_ahead = *ahead;
    m_add->setVisible(!mentees().empty());
    m_seen->setVisible(m_whose == Whose::Own);
    m_calendar->setVisible(!m_ahead.empty());
    rebuild();
}

void AppointmentsPanel::rebuild() {
    const QWidget* focused = focusWidget();
    const QString focusName = focused != nullptr && m_rows != nullptr && m_rows->isAncestorOf(focused)
                                  ? focused->objectName()
                                  : QString();
    if (m_rows != nullptr) { // what was clicked in it is still at work
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget;
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kMedium));
    if (m_ahead.empty())
        column->addWidget(ui::mutedLabel(m_whose == Whose::Own
                                             ? tr("No day is set yet. Once it is, the checklist below gets "
                                                  "its dates, and Home reminds you.")
                                             : tr("No interview is ahead.")));
    for (std::size_t i = 0; i < m_ahead.size(); ++i)
        column->addWidget(row(m_ahead[i], i == 0));
    m_card->body()->insertWidget(m_card->body()->count() - 2, m_rows);
    m_rows->show(); // at once: a layout would show it with the next event alone
    if (!focusName.isEmpty()) {
        if (auto* again = m_rows->findChild<QWidget*>(focusName))
            again->setFocus();
    }
}

QWidget* AppointmentsPanel::row(const Appointment& one, bool first) {
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    const QString when = interviewText(one.at, m_clock());
    QString heading = when.left(1).toUpper() + when.mid(1);
    if (m_whose == Whose::Mentees)
        heading = tr("%1, %2").arg(ui::toQString(one.menteeName), when);
    auto* words = ui::label(heading, first ? ui::TextStyle::Heading : ui::TextStyle::Strong);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addWidget(ui::mutedLabel(appointmentDetail(one)));
    if (!one.panel.empty())
        column->addWidget(ui::mutedLabel(tr("Panel: %1").arg(ui::toQString(one.panel))));

    const QString id = ui::toQString(one.id.toString());
    const auto named = [&](QPushButton* button, const char* name) {
        button->setObjectName(QStringLiteral("%1 %2").arg(QLatin1String(name), id));
        button->setAccessibleName(tr("%1: %2").arg(button->text(), heading));
        return button;
    };
    auto* buttons = new QHBoxLayout;
    if (one.kind == AppointmentKind::Mock && !one.kit.isNull() && m_whose == Whose::Own) {
        auto* record = named(ui::quietButton(tr("Record it"), "record"), "recordAppointment");
        connect(record, &QPushButton::clicked, this, [this, kit = one.kit] { emit recordRequested(kit); });
        buttons->addWidget(record);
    }
    if (m_add->isVisibleTo(m_card)) { // who may add may change
        auto* change = named(ui::quietButton(tr("Change")), "changeAppointment");
        auto* drop = named(ui::quietButton(tr("Call it off")), "cancelAppointment");
        connect(change, &QPushButton::clicked, this, [this, one] {
            m_edit->setChoices(mentees(), m_catalog.kits().heads().valueOr({}));
            m_edit->show();
            m_edit->edit(one);
        });
        connect(drop, &QPushButton::clicked, this, [this, one] { cancel(one); });
        buttons->addWidget(change);
        buttons->addWidget(drop);
    }
    if (one.sequence > 0) {
        auto* history = named(ui::quietButton(m_open == one.id ? tr("Hide its history") : tr("Its history")),
                              "appointmentHistory");
        connect(history, &QPushButton::clicked, this, [this, appointment = one.id] {
            m_open = m_open == appointment ? std::nullopt : std::optional(appointment);
            rebuild();
        });
        buttons->addWidget(history);
    }
    buttons->addStretch();
    column->addLayout(buttons);
    if (m_open == one.id)
        showHistory(column, one);
    return row;
}

void AppointmentsPanel::showHistory(QVBoxLayout* into, const Appointment& one) {
    for (const catalog::AppointmentChange& change :
         catalog::Preparation(m_catalog).appointments().history(one.id).valueOr({}))
        into->addWidget(ui::mutedLabel(changeText(change), ui::TextStyle::Small));
}

void AppointmentsPanel::add() {
    const auto who = mentees();
    if (who.empty())
        return;
    Appointment wanted;
    wanted.mentee = who.front().id;
    const QDate day = dayOf(m_clock()).addDays(7);
    wanted.at = {QDateTime(day, QTime(kUsualHour, 0)).toMSecsSinceEpoch()};
    const auto last = m_catalog.sessions().all({wanted.mentee, std::nullopt}).valueOr({});
    if (!last.empty())
        wanted.kit = last.front().kit;
    m_edit->setChoices(who, m_catalog.kits().heads().valueOr({}));
    m_edit->show();
    m_edit->edit(wanted);
}

void AppointmentsPanel::keep(const Appointment& wanted) {
    const bool isNew = wanted.id.isNull();
    const auto before =
        isNew ? Result<Appointment>(wanted) : catalog::Preparation(m_catalog).appointments().byId(wanted.id);
    const auto kept = isNew ? catalog::Preparation(m_catalog).appointments().make(wanted)
                            : catalog::Preparation(m_catalog).appointments().change(wanted);
    if (!kept || !before) {
        emit failed(kept ? before.error() : kept.error());
        return;
    }
    m_edit->hide();
    m_add->setFocus();
    const QString when = interviewText(kept->at, m_clock());
    if (isNew)
        tell(tr("The interview is noted, %1.").arg(when),
             [this, id = kept->id] { return catalog::Preparation(m_catalog).appointments().cancel(id); });
    else
        tell(tr("The interview is now %1.").arg(when),
             [this, was = *before] { return catalog::Preparation(m_catalog).appointments().change(was); });
    refresh();
}

void AppointmentsPanel::cancel(const Appointment& one) {
    const auto cancelled = catalog::Preparation(m_catalog).appointments().cancel(one.id);
    if (!cancelled) {
        emit failed(cancelled.error());
        return;
    }
    m_add->setFocus();
    tell(tr("The interview of %1 is called off.").arg(ui::dateAndTime(one.at)),
         [this, id = one.id] { return catalog::Preparation(m_catalog).appointments().restore(id); });
    refresh();
}

void AppointmentsPanel::tell(const QString& text, std::function<Result<Appointment>()> undo) {
    m_banner->showMessage(ui::Tone::Success, text, tr("Undo"), [this, undo = std::move(undo)] {
        if (const auto undone = undo(); !undone)
            emit failed(undone.error());
        m_banner->dismiss();
        refresh();
    });
}

} // namespace mockingbird::studio

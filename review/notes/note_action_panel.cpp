// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_action_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/flow_layout.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace mockingbird::review {

namespace {

/// A menu takes a single & for the mark of a key.
QString menuText(QString text) {
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

NoteActionPanel::NoteActionPanel(QWidget* parent)
    : QWidget(parent), m_menu(new QMenu(this)), m_reply(ui::quietButton(tr("Reply"), "reply", this)),
      m_understood(ui::quietButton(tr("Understood"), "check", this)),
      m_audience(ui::quietButton({}, nullptr, this)), m_more(ui::iconButton(tr("More"), "more", this)) {
    m_reply->setToolTip(tr("Write below this note  Alt+R"));
    m_understood->setCheckable(true);
    m_more->setToolTip(tr("Everything about this note; also with the Menu key"));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    for (QAbstractButton* button :
         std::initializer_list<QAbstractButton*>{m_reply, m_understood, m_audience, m_more})
        button->setFocusPolicy(Qt::TabFocus);
    auto* row = new ui::FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kTight));
    for (QWidget* each : std::initializer_list<QWidget*>{m_reply, m_understood, m_audience, m_more})
        row->addWidget(each);
    connect(m_reply, &QPushButton::clicked, this, &NoteActionPanel::replyRequested);
    connect(m_understood, &QPushButton::clicked, this, &NoteActionPanel::toggleUnderstood);
    connect(m_audience, &QPushButton::clicked, this, &NoteActionPanel::toggleAudience);
    connect(m_menu, &QMenu::aboutToShow, this, &NoteActionPanel::fillMenu);
    hide();
}

void NoteActionPanel::setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria) {
    m_criteria = criteria;
}

void NoteActionPanel::setQuestions(const std::vector<std::pair<catalog::QuestionId, QString>>& questions) {
    m_questions = questions;
}

void NoteActionPanel::setTags(const QStringList& tags) {
    m_tags = tags;
}

void NoteActionPanel::showNote(const NoteRow* row, const catalog::Reply* reply, bool editable) {
    m_row = row ? std::optional(*row) : std::nullopt;
    m_isReply = reply != nullptr;
    m_editable = editable;
    const bool own = row && row->editable && !reply;
    m_reply->setVisible(row && row->answerable);
    m_understood->setVisible(row && row->understandable && !reply);
    m_audience->setVisible(own);
    m_more->setVisible(own || editable);
    setVisible(row && (row->answerable || own || editable || (row->understandable && !reply)));
    if (!row)
        return;
    m_understood->setChecked(row->note.understood);
    m_understood->setText(row->note.understood ? tr("Understood") : tr("Mark as understood"));
    m_understood->setIcon(row->note.understood ? ui::icon("check", &ui::Colors::accent) : QIcon());
    m_understood->setToolTip(row->note.understood ? tr("Take the mark back  Alt+U")
                                                  : tr("Tell your mentor that you got this  Alt+U"));
    const bool hidden = row->isPrivate();
    m_audience->setText(hidden ? tr("Only me") : tr("Shared"));
    m_audience->setIcon(ui::icon(hidden ? "lock" : "people", &ui::Colors::accent));
    const QString what = hidden ? tr("Private: only you ever see this note")
                                : tr("Shared: the mentee sees this note once the review is opened");
    m_audience->setAccessibleName(what);
    m_audience->setToolTip(tr("%1. Change it: Alt+P").arg(what));
}

void NoteActionPanel::toggleAudience() {
    if (!m_row || !m_row->editable || m_isReply)
        return;
    change([](catalog::Note& note) {
        note.audience = note.audience == catalog::NoteAudience::Private ? catalog::NoteAudience::Shared
                                                                        : catalog::NoteAudience::Private;
    });
}

void NoteActionPanel::toggleUnderstood() {
    if (!m_row || !m_row->understandable || m_isReply)
        return;
    m_understood->setChecked(m_row->note.understood); // it changes when the catalog has it
    emit understoodToggled(!m_row->note.understood);
}

void NoteActionPanel::change(const std::function<void(catalog::Note&)>& how) {
    catalog::Note note = m_row->note;
    how(note);
    emit changed(note);
}

void NoteActionPanel::fillMenu() {
    m_menu->clear();
    for (QMenu* old : m_menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly))
        old->deleteLater();
    if (!m_row)
        return;
    if (m_row->answerable)
        m_menu->addAction(ui::icon("reply"), tr("Reply\tAlt+R"), this, &NoteActionPanel::replyRequested);
    if (m_row->understandable && !m_isReply)
        m_menu->addAction(m_row->note.understood ? tr("Not understood yet\tAlt+U")
                                                 : tr("Mark as understood\tAlt+U"),
                          this, &NoteActionPanel::toggleUnderstood);
    if (m_row->editable && !m_isReply)
        addChoices(*m_menu);
    if (!m_editable)
        return;
    m_menu->addSeparator();
    m_menu->addAction(tr("Edit the text\tF2"), this, &NoteActionPanel::editRequested);
    m_menu->addAction(ui::icon("trash"), m_isReply ? tr("Delete the reply\tDel") : tr("Delete the note\tDel"),
                      this, &NoteActionPanel::removalRequested);
}

void NoteActionPanel::addChoices(QMenu& menu) {
    menu.addAction(ui::icon(m_row->isPrivate() ? "people" : "lock"),
                   m_row->isPrivate() ? tr("Share with the mentee\tAlt+P") : tr("Make private\tAlt+P"), this,
                   &NoteActionPanel::toggleAudience);
    menu.addSeparator();
    const auto addOne = [this](QMenu& into, QActionGroup& group, const QString& text, bool chosen,
                               std::function<void(catalog::Note&)> how) {
        QAction* action = into.addAction(menuText(text), this, [this, how = std::move(how)] { change(how); });
        action->setCheckable(true);
        action->setChecked(chosen);
        group.addAction(action);
    };
    const catalog::Note& note = m_row->note;
    if (!m_criteria.empty()) {
        QMenu* criteria = menu.addMenu(tr("Criterion"));
        auto* group = new QActionGroup(criteria);
        addOne(*criteria, *group, tr("No criterion"), !note.criterion,
               [](catalog::Note& to) { to.criterion.reset(); });
        for (const auto& [id, name] : m_criteria)
            addOne(*criteria, *group, name, note.criterion == id,
                   [id = id](catalog::Note& to) { to.criterion = id; });
    }
    if (!m_questions.empty()) {
        QMenu* questions = menu.addMenu(tr("Question"));
        auto* group = new QActionGroup(questions);
        addOne(*questions, *group, tr("By its moment"), !note.question,
               [](catalog::Note& to) { to.question.reset(); });
        for (const auto& [id, name] : m_questions)
            addOne(*questions, *group, name, note.question == id,
                   [id = id](catalog::Note& to) { to.question = id; });
    }
    QStringList offered = m_tags;
    for (const std::string& tag : note.tags)
        if (!offered.contains(ui::toQString(tag)))
            offered << ui::toQString(tag);
    if (offered.isEmpty())
        return;
    QMenu* tags = menu.addMenu(tr("Tags"));
    for (const QString& tag : offered) {
        const std::string name = tag.toStdString();
        QAction* action = tags->addAction(menuText(tag), this, [this, name] {
            change([&name](catalog::Note& to) {
                if (std::erase(to.tags, name) == 0)
                    to.tags.push_back(name);
            });
        });
        action->setCheckable(true);
        action->setChecked(std::ranges::find(note.tags, name) != note.tags.end());
    }
}

} // namespace mockingbird::review

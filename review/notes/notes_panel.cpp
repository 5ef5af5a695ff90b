// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/notes_panel.h"

#include "common/ui/empty_state.h"
#include "review/notes/note_action_panel.h"
#include "review/notes/note_delegate.h"
#include "review/notes/note_filter_panel.h"
#include "review/notes/reply_panel.h"
#include "review/timeline/time_text.h"

#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace mockingbird::review {

NotesPanel::NotesPanel(QWidget* parent)
    : QWidget(parent), m_model(new NoteModel(this)), m_filter(new NoteFilterPanel(this)),
      m_list(new QListView(this)),
      m_empty(new ui::EmptyState("note",
                                 tr("No notes yet. Play the recording and start to type: the note takes the "
                                    "moment at which typing began."),
                                 {}, this)),
      m_actions(new NoteActionPanel(this)), m_reply(new ReplyPanel(this)) {
    m_list->setObjectName("notes");
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoteDelegate(m_list));
    m_list->setAccessibleName(tr("Notes"));
    m_list->setAccessibleDescription(
        tr("Enter goes to a note's moment, Alt+R replies, F2 edits, Delete removes, Ctrl+Shift+F finds."));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    buildLayout();
    connectParts();
}

void NotesPanel::buildLayout() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_actions);
    layout->addWidget(m_reply);
    m_list->hide();
}

void NotesPanel::connectParts() {
    connect(m_model, &NoteModel::rewritten, this, &NotesPanel::rewritten);
    connect(m_model, &NoteModel::replyRewritten, this, &NotesPanel::replyRewritten);
    connect(m_model, &NoteModel::currentMoved, this,
            [this](const QModelIndex& before, const QModelIndex& now) {
                for (const QModelIndex& each : {before, now})
                    if (each.isValid())
                        m_list->update(each);
            });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit jumpRequested(m_model->row(index).note.id); });
    connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (m_actions->isVisibleTo(this))
            m_actions->menu()->popup(m_list->viewport()->mapToGlobal(at));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NotesPanel::showSelection);
    connect(m_filter, &NoteFilterPanel::filterChanged, this, [this](const NoteFilter& filter) {
        const auto before = selected();
        m_model->setFilter(filter);
        if (before && m_model->indexOf(before->id).isValid())
            select(before->id);
        rowsChanged();
    });
    connect(m_filter, &NoteFilterPanel::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_actions, &NoteActionPanel::replyRequested, this, &NotesPanel::replyToSelected);
    connect(m_actions, &NoteActionPanel::editRequested, this, &NotesPanel::editSelected);
    connect(m_actions, &NoteActionPanel::removalRequested, this, &NotesPanel::removeSelected);
    connect(m_actions, &NoteActionPanel::changed, this, &NotesPanel::changed);
    connect(m_actions, &NoteActionPanel::understoodToggled, this, [this](bool understood) {
        if (const NoteRow* row = selectedRow())
            emit understoodToggled(row->note.id, understood);
    });
    connect(m_reply, &ReplyPanel::written, this, &NotesPanel::replyWritten);
    connect(m_reply, &ReplyPanel::closed, m_list, qOverload<>(&QWidget::setFocus));
}

void NotesPanel::setRows(std::vector<NoteRow> rows) {
    const auto before = selected();
    m_model->setRows(std::move(rows));
    if (before && !selected())
        select(before->id);
    rowsChanged();
}

void NotesPanel::putRow(NoteRow row) {
    m_model->putRow(std::move(row));
    rowsChanged();
}

void NotesPanel::removeRow(catalog::NoteId id) {
    m_model->removeRow(id);
    rowsChanged();
}

void NotesPanel::rowsChanged() {
    const bool empty = m_model->rows().empty();
    m_filter->setRows(m_model->rows());
    m_filter->setShown(m_model->shownNotes(), static_cast<int>(m_model->rows().size()));
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    showSelection();
}

void NotesPanel::setCriteria(const std::vector<std::pair<catalog::CriterionId, QString>>& criteria) {
    m_actions->setCriteria(criteria);
}

void NotesPanel::setQuestions(const std::vector<std::pair<catalog::QuestionId, QString>>& questions) {
    m_actions->setQuestions(questions);
}

void NotesPanel::setTags(const QStringList& tags) {
    m_actions->setTags(tags);
}

void NotesPanel::setActor(catalog::PersonId actor) {
    m_model->setActor(actor);
}

const NoteRow* NotesPanel::selectedRow() const {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_list->selectionModel()->isSelected(index))
        return nullptr;
    return &m_model->row(index);
}

std::optional<catalog::Note> NotesPanel::selected() const {
    const NoteRow* row = selectedRow();
    return row ? std::optional(row->note) : std::nullopt;
}

void NotesPanel::select(catalog::NoteId id) {
    QModelIndex index = m_model->indexOf(id);
    if (!index.isValid() && !m_model->filter().empty()) {
        m_filter->clear(); // it is there, only left out
        index = m_model->indexOf(id);
    }
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void NotesPanel::clearSelection() {
    m_list->selectionModel()->clear();
    m_reply->forget();
    showSelection();
}

void NotesPanel::showSelection() {
    const NoteRow* row = selectedRow();
    const QModelIndex index = m_list->currentIndex();
    m_actions->showNote(row, row ? m_model->reply(index) : nullptr,
                        row && index.data(NoteModel::EditableRole).toBool());
}

void NotesPanel::find() {
    m_filter->find();
}

void NotesPanel::replyToSelected() {
    const NoteRow* row = selectedRow();
    if (row && row->answerable)
        m_reply->open(row->note.id, momentText(row->note.at, row->note.until));
}

void NotesPanel::toggleUnderstood() {
    m_actions->toggleUnderstood();
}

void NotesPanel::toggleAudience() {
    m_actions->toggleAudience();
}

void NotesPanel::editSelected() {
    const QModelIndex index = m_list->currentIndex();
    if (selectedRow() && index.data(NoteModel::EditableRole).toBool())
        m_list->edit(index);
}

void NotesPanel::removeSelected() {
    const NoteRow* row = selectedRow();
    const QModelIndex index = m_list->currentIndex();
    if (!row || !index.data(NoteModel::EditableRole).toBool())
        return;
    if (const catalog::Reply* reply = m_model->reply(index))
        emit replyRemoved(reply->id);
    else
        emit removalRequested(row->note.id);
}

bool NotesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (listKey(key->key(), key->modifiers() & ~Qt::KeypadModifier))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool NotesPanel::listKey(int key, Qt::KeyboardModifiers modifiers) {
    const NoteRow* row = selectedRow();
    if (!row)
        return false;
    if (modifiers == Qt::AltModifier) {
        switch (key) {
        case Qt::Key_R:
            replyToSelected();
            return true;
        case Qt::Key_U:
            toggleUnderstood();
            return true;
        case Qt::Key_P:
            toggleAudience();
            return true;
        default:
            return false;
        }
    }
    const bool contextMenu = key == Qt::Key_Menu || (key == Qt::Key_F10 && modifiers == Qt::ShiftModifier);
    if (contextMenu && m_actions->isVisibleTo(this)) {
        m_actions->menu()->popup(
            m_list->viewport()->mapToGlobal(m_list->visualRect(m_list->currentIndex()).center()));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        emit jumpRequested(row->note.id);
        return true;
    }
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        removeSelected();
        return true;
    }
    return false;
}

void NotesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    m_model->forgetHeights(); // another size of text
    m_list->doItemsLayout();
}

} // namespace mockingbird::review

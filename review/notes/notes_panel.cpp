// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/notes_panel.h"

#include "common/ui/empty_state.h"
#include "review/notes/note_delegate.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace mockingbird::review {

NotesPanel::NotesPanel(QWidget* parent)
    : QWidget(parent), m_model(new NoteModel(this)), m_list(new QListView(this)),
      m_empty(new ui::EmptyState("note",
                                 tr("No notes yet. Play the recording and start to type: the note takes the "
                                    "moment at which typing began."),
                                 {}, this)) {
    m_list->setObjectName("notes");
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoteDelegate(m_list));
    m_list->setAccessibleName(tr("Notes"));
    m_list->setAccessibleDescription(tr("Enter goes to a note's moment, F2 edits it, Delete removes it."));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    m_list->hide();

    connect(m_model, &NoteModel::rewritten, this, &NotesPanel::rewritten);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit jumpRequested(m_model->row(index).note.id); });
}

void NotesPanel::setRows(std::vector<NoteRow> rows) {
    const auto before = selected();
    m_model->setRows(std::move(rows));
    if (before && !selected())
        select(before->id);
    const bool empty = m_model->rows().empty();
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
}

std::optional<catalog::Note> NotesPanel::selected() const {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_list->selectionModel()->isSelected(index))
        return std::nullopt;
    return m_model->row(index).note;
}

void NotesPanel::select(catalog::NoteId id) {
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void NotesPanel::clearSelection() {
    m_list->selectionModel()->clear();
}

bool NotesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const auto note = selected();
        if (note && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            emit jumpRequested(note->id);
            return true;
        }
        if (note && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
            emit removalRequested(note->id);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

class QToolButton;

namespace mockingbird::ui {
class FlowLayout;
}

namespace mockingbird::review {

/// What is on the note being written besides its words: its tags and its drawing, each with a button that
/// takes it off. Not there while there is nothing.
class NoteChipsPanel : public QWidget {
    Q_OBJECT

public:
    explicit NoteChipsPanel(QWidget* parent = nullptr);

    void showChips(const QStringList& tags, bool drawing);
    /// One a chip, the drawing's last.
    [[nodiscard]] const std::vector<QToolButton*>& removeButtons() const { return m_chips; }

signals:
    void tagRemoved(const QString& name);
    void drawingRemoved();

private:
    QToolButton* addChip(const QString& text, const char* iconName, const QString& removal);

    ui::FlowLayout* m_flow;
    std::vector<QToolButton*> m_chips;
    QStringList m_tags;
    bool m_drawing = false;
};

} // namespace mockingbird::review

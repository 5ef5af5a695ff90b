// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/notes/note_filter.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace mockingbird::review {

/// Finds notes among many: by words, and behind a button by author, criterion, tag and standing. It says how
/// many are shown of how many. Not there while there are few.
class NoteFilterPanel : public QWidget {
    Q_OBJECT

public:
    explicit NoteFilterPanel(QWidget* parent = nullptr);

    /// Whose notes, and which criteria and tags there are, are what can be chosen.
    void setRows(const std::vector<NoteRow>& rows);
    void setShown(int shown, int all);
    /// Into the field for words, whether or not there are many.
    void find();
    void clear();
    [[nodiscard]] NoteFilter filter() const;

    [[nodiscard]] QLineEdit* words() const { return m_words; }
    [[nodiscard]] QToolButton* moreButton() const { return m_more; }
    [[nodiscard]] QComboBox* authors() const { return m_authors; }
    [[nodiscard]] QComboBox* criteria() const { return m_criteria; }
    [[nodiscard]] QComboBox* tags() const { return m_tags; }
    [[nodiscard]] QComboBox* standings() const { return m_standings; }
    [[nodiscard]] QLabel* count() const { return m_count; }
    [[nodiscard]] QPushButton* clearButton() const { return m_clear; }

signals:
    void filterChanged(const mockingbird::review::NoteFilter& filter);
    void left(); ///< Escape with nothing to find, or Enter: the keyboard goes to the list

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tell();
    void showParts();

    bool m_many = false;
    bool m_asked = false; ///< somebody wants it though there are few
    bool m_filling = false;
    QLineEdit* m_words;
    QToolButton* m_more;
    QWidget* m_choices;
    QComboBox* m_authors;
    QComboBox* m_criteria;
    QComboBox* m_tags;
    QComboBox* m_standings;
    QWidget* m_result;
    QLabel* m_count;
    QPushButton* m_clear;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/tags/tag_set.h"

#include <QDialog>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::review {

/// Sets of tags of one's own: which set, its name, and a row of key and word for each tag. Says what is wrong
/// with a set while it is being written, and keeps none that is.
class TagSetDialog : public QDialog {
    Q_OBJECT

public:
    /// Begins with the set named `first`, or with a new one. `taken` are the names that the studio's sets
    /// have.
    TagSetDialog(std::vector<TagSet> sets, const std::string& first, std::vector<std::string> taken,
                 QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<TagSet>& sets() const { return m_sets; }
    /// The set that was being edited when it was kept.
    [[nodiscard]] std::string shownSet() const;

    struct Row {
        QWidget* row;
        QLineEdit* key;
        QLineEdit* name;
        QPushButton* remove;
    };
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] QComboBox* choice() const { return m_choice; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* newButton() const { return m_new; }
    [[nodiscard]] QPushButton* deleteButton() const { return m_delete; }
    [[nodiscard]] QPushButton* keepButton() const { return m_keep; }
    [[nodiscard]] QString fault() const;

private:
    void buildLayout();
    void connectParts();
    void showSet();
    void addRow(const Tag& tag);
    void read();
    void check();
    void fillChoice();
    void addSet();
    void removeSet();
    [[nodiscard]] std::string faultOf(std::size_t index) const;

    std::vector<TagSet> m_sets;
    std::vector<std::string> m_taken;
    std::size_t m_shown = 0;
    bool m_showing = false;
    std::vector<Row> m_rows;
    QComboBox* m_choice;
    QPushButton* m_new;
    QPushButton* m_delete;
    QWidget* m_editor;
    QLineEdit* m_name;
    QVBoxLayout* m_list;
    QPushButton* m_add;
    QLabel* m_fault;
    QPushButton* m_keep;
    QPushButton* m_cancel;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/ids.h"
#include "review/tags/answer_tags.h"
#include "review/tags/tag_set.h"

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace mockingbird::ui {
class FlowLayout;
}

namespace mockingbird::review {

class TagButton;

/// The tags of the set that a person works with, each with how often it was given, and which answer lacks its
/// Result. In tag mode a tag's key gives it at once, and each tag shows its key; the page hands the keys over
/// (tagForKey). Says what was chosen, and makes no note itself. GUI thread.
class TagStrip : public QWidget {
    Q_OBJECT

public:
    explicit TagStrip(QWidget* parent = nullptr);

    /// Whose sets and choice are shown and remembered from now on.
    void setPerson(catalog::PersonId person);
    /// The sets to choose from, in place of the person's; the first is chosen unless one has the chosen's
    /// name.
    void setSets(const std::vector<TagSet>& sets);
    [[nodiscard]] const std::vector<TagSet>& sets() const { return m_sets; }
    [[nodiscard]] const TagSet& chosenSet() const;
    void chooseSet(const std::string& name);
    /// Counts beside the tags, all answers together; a tool tip says them answer by answer.
    void showCounts(const std::vector<AnswerTags>& answers);
    /// Whether tags can be given: not in a review that is sealed.
    void setWritable(bool writable);

    /// The tag of the chosen set with that key, whichever way the letter is written.
    [[nodiscard]] std::optional<QString> tagForKey(QChar key) const;
    void setTagMode(bool on);
    [[nodiscard]] bool tagMode() const { return m_tagMode; }
    /// Opens the dialog for sets of one's own.
    void editSets();

    [[nodiscard]] const std::vector<TagButton*>& buttons() const { return m_buttons; }
    [[nodiscard]] QToolButton* modeButton() const { return m_modeButton; }
    [[nodiscard]] QToolButton* setButton() const { return m_setButton; }
    [[nodiscard]] QString hint() const; ///< such as "Answer 2 has no Result yet"; empty where there is none

signals:
    void tagChosen(const QString& name);
    void tagModeChanged(bool on);
    void setChanged(); ///< another set is chosen, or its tags are others

private:
    void build();
    void showSet();
    void showMode();
    void remember();

    std::vector<TagSet> m_sets;
    std::size_t m_chosen = 0;
    std::optional<catalog::PersonId> m_person;
    std::vector<AnswerTags> m_answers;
    bool m_tagMode = false;
    bool m_writable = true;
    ui::FlowLayout* m_flow;
    std::vector<TagButton*> m_buttons;
    QToolButton* m_setButton;
    QToolButton* m_modeButton;
    QLabel* m_hint;
};

} // namespace mockingbird::review

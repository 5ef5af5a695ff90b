// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/story_store.h"

#include <QWidget>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class StoryEditPanel;
class StoryUsePanel;

/// The story ledger: one's own stories, where they fit, where they were told, and the questions that have
/// none yet. GUI thread.
class StoriesPanel : public QWidget {
    Q_OBJECT

public:
    explicit StoriesPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Keeps the story that is open, and what is half typed.
    void refresh();
    void flush();
    /// The kit of the next interview, as long as nobody chose another.
    void suggestKit(catalog::KitId kit);

signals:
    void failed(const mockingbird::Error& error);

private:
    void newStory();
    void open(std::optional<catalog::StoryId> story);
    void showUse();
    void showUncovered();
    void remove(catalog::StoryId story);
    [[nodiscard]] const catalog::Story* storyOf(std::optional<catalog::StoryId> id) const;
    [[nodiscard]] std::optional<catalog::Kit> kit() const;

    catalog::Catalog& m_catalog;
    catalog::StoryLedger m_ledger;
    std::vector<catalog::KitHead> m_kits;
    bool m_kitChosen = false;
    bool m_writing = false; ///< a new one, that nothing is typed in yet
    bool m_opening = false;
    ui::Banner* m_banner;
    QListWidget* m_list;
    QPushButton* m_new;
    QComboBox* m_kitBox;
    QLabel* m_uncovered;
    QStackedWidget* m_content;
    StoryEditPanel* m_edit;
    StoryUsePanel* m_use;
};

} // namespace mockingbird::studio

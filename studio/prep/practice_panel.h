// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/practice_store.h"
#include "common/catalog/story_store.h"
#include "recorder/ui/prompt_clock.h"
#include "studio/prep/practice_deck.h"

#include <QTimer>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

/// Practice questions one at a time, with the kit's times and the person's extra time. What became of each is
/// kept; an answer can be recorded. GUI thread.
class PracticePanel : public QWidget {
    Q_OBJECT

public:
    using Clock = std::function<WallTime()>;

    explicit PracticePanel(catalog::Catalog& catalog, Clock clock = WallTime::now, QWidget* parent = nullptr);

    /// A question that is being answered goes on.
    void refresh();
    /// The kit of the next interview, as long as nobody chose another.
    void suggestKit(catalog::KitId kit);
    /// Moves the clocks; called by a timer, and by tests.
    void tick();
    [[nodiscard]] std::optional<catalog::QuestionId> current() const { return m_deck.current(); }

signals:
    void recordRequested(mockingbird::catalog::KitId kit, mockingbird::catalog::QuestionId question);
    void failed(const mockingbird::Error& error);

private:
    void layOut();
    void chooseKit();
    void deal();
    void start();
    void showQuestion();
    void showClock();
    void finish(catalog::PracticeOutcome outcome);
    [[nodiscard]] MediaTime elapsed() const;
    [[nodiscard]] const catalog::Question* question() const;
    [[nodiscard]] QString historyText(catalog::QuestionId question) const;
    [[nodiscard]] QString storiesText(const catalog::Question& question) const;

    catalog::Catalog& m_catalog;
    Clock m_clock;
    catalog::Person m_person;
    std::vector<catalog::KitHead> m_kits;
    std::optional<catalog::Kit> m_kit;
    std::vector<catalog::Practice> m_history;
    catalog::StoryLedger m_ledger;
    PracticeDeck m_deck;
    recorder::PromptClock m_times;
    std::optional<WallTime> m_started; ///< while a question is being answered
    std::uint32_t m_seed = 0;
    bool m_chosen = false;
    QTimer m_timer;
    QComboBox* m_kitBox;
    QComboBox* m_order;
    QComboBox* m_pick;
    QLabel* m_place;
    QLabel* m_competency;
    QLabel* m_text;
    QLabel* m_past;
    QLabel* m_stories;
    QLabel* m_phase;
    QLabel* m_left;
    QLabel* m_more; ///< follow-ups and what a strong answer shows
    QPushButton* m_start;
    QPushButton* m_answerNow;
    QPushButton* m_answered;
    QPushButton* m_again;
    QPushButton* m_skip;
    QPushButton* m_record;
    QPushButton* m_showMore;
    ui::Banner* m_banner;
    QStackedWidget* m_stack;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "recorder/ui/prompt_clock.h"

#include <QPointer>
#include <QWidget>
#include <optional>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace mockingbird::recorder {

class PromptTimesView;
class QuestionVoice;

/// The kit's questions while recording: the one asked now, large, with its clocks; the next at a key. In solo
/// mode it asks by itself, with a voice.
class PrompterPanel : public QWidget {
    Q_OBJECT

public:
    explicit PrompterPanel(QWidget* parent = nullptr);

    struct Start {
        catalog::Kit kit;
        catalog::Accommodations accommodations; ///< the mentee's
        bool solo = false;                      ///< the studio asks
        int question = 0;                       ///< the index of the one to ask first
        MediaTime used;                         ///< of the whole, by earlier parts
    };
    /// Nothing is asked yet, but in solo mode, where the first question is at once.
    void start(const Start& start);
    /// Moves the clocks; `elapsed` is the recorded time.
    void showTime(MediaTime elapsed);
    /// What speaks in solo mode; not owned.
    void setVoice(QuestionVoice* voice);
    void hush(); ///< the question is not spoken further

    /// Asks the next one; nothing after the last.
    void next();
    /// The probes are shown; nothing where no question is asked.
    void followUp();
    void beginAnswer();
    [[nodiscard]] std::optional<catalog::QuestionId> current() const;

signals:
    /// The person asked to go on, or clicked a question.
    void asked(mockingbird::catalog::QuestionId question);
    void followedUp();
    /// The time to answer is up, where the kit's panel rings a bell; once a question.
    void bellDue();

private:
    void ask(int index);
    void showCurrent();
    void showClock();
    void setLarger(bool larger);

    Start m_start;
    PromptClock m_clock;
    MediaTime m_elapsed;
    int m_index = -1;
    bool m_rung = false; ///< for the question asked now
    QPointer<QuestionVoice> m_voice;
    QLabel* m_place;
    QLabel* m_question;
    QLabel* m_probes;
    PromptTimesView* m_times;
    QPushButton* m_next;
    QPushButton* m_followUp;
    QPushButton* m_answer;
    QCheckBox* m_aloud;
    QListWidget* m_list;
};

} // namespace mockingbird::recorder

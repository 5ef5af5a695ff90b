// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/ui/prompt_clock.h"

#include <QWidget>

class QLabel;

namespace mockingbird::recorder {

/// The prompter's clocks in words: what runs now, how much of it is left, and the whole.
class PromptTimesView : public QWidget {
    Q_OBJECT

public:
    explicit PromptTimesView(QWidget* parent = nullptr);

    void show(const PromptClock::Times& now, int extraTimePercent);

private:
    QLabel* m_phase;
    QLabel* m_left;
    QLabel* m_whole;
};

} // namespace mockingbird::recorder

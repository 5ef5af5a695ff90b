// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/banner.h"

#include <QLabel>

namespace mockingbird::ui {

/// A state or a label in a rounded field: a word always, the colour only beside it.
class Chip : public QLabel {
    Q_OBJECT

public:
    explicit Chip(const QString& text, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    void setTone(Tone tone);

private:
    Tone m_tone;
};

} // namespace mockingbird::ui

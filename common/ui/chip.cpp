// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/chip.h"

#include <QStyle>

namespace mockingbird::ui {

namespace {
const char* name(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return "neutral";
    case Tone::Info:
        return "info";
    case Tone::Success:
        return "success";
    case Tone::Warning:
        return "warning";
    case Tone::Danger:
        return "danger";
    }
    return "neutral";
}
} // namespace

Chip::Chip(const QString& text, Tone tone, QWidget* parent) : QLabel(text, parent), m_tone(tone) {
    setTextFormat(Qt::PlainText);
    setProperty("chip", name(tone));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
}

void Chip::setTone(Tone tone) {
    if (tone == m_tone)
        return;
    m_tone = tone;
    setProperty("chip", name(tone));
    style()->unpolish(this); // the style sheet looks at properties when it polishes alone
    style()->polish(this);
}

} // namespace mockingbird::ui

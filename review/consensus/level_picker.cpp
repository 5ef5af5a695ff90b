// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/level_picker.h"

#include "common/ui/flow_layout.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

LevelPicker::LevelPicker(const std::vector<catalog::Level>& levels, const QString& name, QWidget* parent)
    : QWidget(parent), m_levels(levels), m_anchor(ui::mutedLabel({}, ui::TextStyle::Small, this)) {
    auto* row = new QWidget(this);
    auto* flow = new ui::FlowLayout(row);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(ui::px(ui::kTight));
    for (const catalog::Level& each : levels) {
        auto* button = new QRadioButton(tr("%1 %2")
                                            .arg(each.level)
                                            .arg(ui::toQString(each.label))
                                            .trimmed()
                                            .replace(QLatin1Char('&'), "&&"),
                                        row);
        button->setAutoExclusive(false); // the picker moves the choice, so that no choice stays possible
        button->setAccessibleName(tr("%1: %2 %3").arg(name).arg(each.level).arg(ui::toQString(each.label)));
        button->setAccessibleDescription(ui::toQString(each.anchor));
        button->setToolTip(ui::toQString(each.anchor));
        button->setProperty("takesArrowsAndDigits", true);
        button->installEventFilter(this);
        flow->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QRadioButton::clicked, this, [this, level = each.level] {
            const bool another = m_level != level;
            setLevel(level);
            if (another)
                emit chosen(level);
        });
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(2));
    layout->addWidget(row);
    layout->addWidget(m_anchor);
    setLevel(std::nullopt);
}

std::optional<std::size_t> LevelPicker::chosenIndex() const {
    const auto found =
        m_level ? std::ranges::find(m_levels, *m_level, &catalog::Level::level) : m_levels.end();
    if (found == m_levels.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_levels.begin());
}

void LevelPicker::setLevel(std::optional<int> level) {
    m_level = level;
    const auto index = chosenIndex();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(index == i);
        // One stop for the Tab key.
        m_buttons[i]->setFocusPolicy(i == index.value_or(0) ? Qt::StrongFocus : Qt::ClickFocus);
    }
    showAnchor(index);
}

void LevelPicker::showAnchor(std::optional<std::size_t> index) {
    m_anchor->setText(index ? ui::toQString(m_levels[*index].anchor) : QString());
    m_anchor->setVisible(!m_anchor->text().isEmpty());
}

QString LevelPicker::anchorShown() const {
    return m_anchor->text();
}

void LevelPicker::takeKeyboard() {
    if (!m_buttons.empty())
        m_buttons[chosenIndex().value_or(0)]->setFocus(Qt::ShortcutFocusReason);
}

bool LevelPicker::eventFilter(QObject* watched, QEvent* event) {
    const auto found = std::ranges::find(m_buttons, watched);
    if (found == m_buttons.end())
        return QWidget::eventFilter(watched, event);
    const auto at = static_cast<std::size_t>(found - m_buttons.begin());
    if (event->type() == QEvent::FocusIn)
        showAnchor(at);
    else if (event->type() == QEvent::FocusOut)
        showAnchor(chosenIndex());
    else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && handleKey(at, key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool LevelPicker::handleKey(std::size_t at, int key) {
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        const auto wanted = std::ranges::find(m_levels, key - Qt::Key_0, &catalog::Level::level);
        if (wanted == m_levels.end())
            return false;
        auto* button = m_buttons[static_cast<std::size_t>(wanted - m_levels.begin())];
        button->setFocus(Qt::OtherFocusReason);
        button->click();
        return true;
    }
    const bool back = key == Qt::Key_Left || key == Qt::Key_Up;
    const bool forth = key == Qt::Key_Right || key == Qt::Key_Down;
    if (back && at > 0)
        m_buttons[at - 1]->setFocus(Qt::OtherFocusReason);
    else if (forth && at + 1 < m_buttons.size())
        m_buttons[at + 1]->setFocus(Qt::OtherFocusReason);
    return back || forth;
}

} // namespace mockingbird::review

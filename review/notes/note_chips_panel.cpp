// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_chips_panel.h"

#include "common/ui/flow_layout.h"
#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QToolButton>

namespace mockingbird::review {

NoteChipsPanel::NoteChipsPanel(QWidget* parent) : QWidget(parent), m_flow(new ui::FlowLayout(this)) {
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(ui::px(ui::kTight));
    hide();
}

void NoteChipsPanel::showChips(const QStringList& tags, bool drawing) {
    if (tags == m_tags && drawing == m_drawing)
        return;
    m_tags = tags;
    m_drawing = drawing;
    for (QToolButton* chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one that was just clicked
    }
    m_chips.clear();
    for (const QString& tag : tags) {
        QToolButton* chip = addChip(tag, "close", tr("Take the tag %1 off").arg(tag));
        connect(chip, &QToolButton::clicked, this, [this, tag] { emit tagRemoved(tag); });
    }
    if (drawing) {
        QToolButton* chip = addChip(tr("drawing"), "close", tr("Take the drawing away"));
        connect(chip, &QToolButton::clicked, this, &NoteChipsPanel::drawingRemoved);
    }
    setVisible(!m_chips.empty());
    updateGeometry();
}

QToolButton* NoteChipsPanel::addChip(const QString& text, const char* iconName, const QString& removal) {
    auto* chip = new QToolButton(this);
    chip->setText(text);
    chip->setIcon(ui::icon(iconName));
    chip->setIconSize(QSize(ui::px(12), ui::px(12)));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    chip->setFont(ui::font(ui::TextStyle::Small));
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setCheckable(true); // looks filled; a click takes it away
    chip->setChecked(true);
    chip->setAccessibleName(removal);
    chip->setToolTip(removal);
    m_flow->addWidget(chip);
    chip->show();
    m_chips.push_back(chip);
    return chip;
}

} // namespace mockingbird::review

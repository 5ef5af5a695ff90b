// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/drawing/drawing_bar.h"

#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "review/player_view/toggle_button.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace mockingbird::review {

namespace {

QToolButton* toolButton(const QString& name, const QString& toolTip, const char* icon, QWidget* parent) {
    auto* made = new ToggleButton(icon, name, {}, parent);
    made->setToolTip(toolTip);
    made->setText(name);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return made;
}

} // namespace

DrawingBar::DrawingBar(QWidget* parent) : QWidget(parent), m_tools(new QButtonGroup(this)) {
    setAccessibleName(tr("Drawing on the picture"));
    m_tools->addButton(toolButton(tr("Arrow"), tr("Draw an arrow: from where it begins to what it points at"),
                                  "draw_arrow", this),
                       static_cast<int>(catalog::ShapeKind::Arrow));
    m_tools->addButton(
        toolButton(tr("Ellipse"), tr("Draw an ellipse: from one corner to the other"), "draw_ellipse", this),
        static_cast<int>(catalog::ShapeKind::Ellipse));
    m_tools->addButton(toolButton(tr("Line"), tr("Draw a free line"), "draw_line", this),
                       static_cast<int>(catalog::ShapeKind::Line));
    m_undo = ui::quietButton(tr("Undo last shape"), "undo", this);
    m_undo->setAccessibleName(tr("Undo last shape"));
    m_done = ui::quietButton(tr("Done drawing"), "check", this);
    m_done->setAccessibleName(tr("Done drawing"));
    m_done->setToolTip(tr("Done drawing (Esc)"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kTight));
    row->setSizeConstraint(QLayout::SetNoConstraint); // it shortens its words instead
    for (QAbstractButton* each : m_tools->buttons())
        row->addWidget(each);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_done);

    connect(m_tools, &QButtonGroup::idClicked, this,
            [this](int id) { emit toolChosen(static_cast<catalog::ShapeKind>(id)); });
    connect(m_undo, &QAbstractButton::clicked, this, &DrawingBar::undone);
    connect(m_done, &QAbstractButton::clicked, this, &DrawingBar::finished);
    setShapes(0);
    shorten(true);
    m_least = layout()->sizeHint();
    shorten(false);
    m_full = layout()->sizeHint();
}

/// Icons alone for the tools, a word each for the rest, or all the words.
void DrawingBar::shorten(bool shortened) {
    for (QAbstractButton* each : m_tools->buttons())
        static_cast<QToolButton*>(each)->setToolButtonStyle(shortened ? Qt::ToolButtonIconOnly
                                                                      : Qt::ToolButtonTextBesideIcon);
    m_undo->setText(shortened ? tr("Undo") : tr("Undo last shape"));
    m_done->setText(shortened ? tr("Done") : tr("Done drawing"));
}

void DrawingBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    shorten(width() < m_full.width());
}

void DrawingBar::setTool(std::optional<catalog::ShapeKind> kind) {
    if (kind) {
        m_tools->button(static_cast<int>(*kind))->setChecked(true);
        return;
    }
    // An exclusive group lets go of its last choice only while it isn't one.
    m_tools->setExclusive(false);
    for (QAbstractButton* each : m_tools->buttons())
        each->setChecked(false);
    m_tools->setExclusive(true);
}

std::optional<catalog::ShapeKind> DrawingBar::tool() const {
    const int id = m_tools->checkedId();
    if (id < 0)
        return std::nullopt;
    return static_cast<catalog::ShapeKind>(id);
}

void DrawingBar::setShapes(std::size_t count) {
    m_undo->setEnabled(count > 0);
    for (QAbstractButton* each : m_tools->buttons())
        each->setEnabled(count < catalog::Drawing::kMostShapes);
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/code_view.h"

#include "common/ui/theme.h"

#include <QFontDatabase>
#include <QLabel>
#include <QVBoxLayout>

namespace mockingbird::studio {

CodeView::CodeView(QWidget* parent)
    : QFrame(parent), m_what(ui::label({}, ui::TextStyle::Strong)),
      m_code(ui::label({}, ui::TextStyle::Title)), m_advice(ui::mutedLabel({}, ui::TextStyle::Small)) {
    setObjectName(QStringLiteral("codeView"));
    m_what->setWordWrap(true);
    m_code->setObjectName(QStringLiteral("shownCode"));
    m_code->setAccessibleName(tr("Code"));
    m_code->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ui::px(ui::kSmall), 0, ui::px(ui::kSmall));
    column->setSpacing(ui::px(ui::kTight));
    column->addWidget(m_what);
    column->addWidget(m_code);
    column->addWidget(m_advice);
    hide();
}

void CodeView::showCode(const QString& what, const QString& code, const QString& advice) {
    m_what->setText(what);
    m_code->setText(code);
    m_advice->setText(advice);
    show();
}

void CodeView::clear() {
    m_code->clear();
    hide();
}

QString CodeView::code() const {
    return m_code->text();
}

} // namespace mockingbird::studio

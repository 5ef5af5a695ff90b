// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/new_passphrase_panel.h"

#include "common/catalog/passphrase.h"
#include "common/ui/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace mockingbird::studio {

QLineEdit* secretField(const QString& name, const QString& objectName, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setAccessibleName(name);
    field->setObjectName(objectName);
    field->setMaxLength(1024);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    field->setContextMenuPolicy(Qt::NoContextMenu);
    return field;
}

NewPassphrasePanel::NewPassphrasePanel(QWidget* parent)
    : QWidget(parent), m_first(secretField(tr("New passphrase"), QStringLiteral("newPassphrase"), this)),
      m_second(secretField(tr("New passphrase once more"), QStringLiteral("newPassphraseAgain"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    auto* above = ui::label(tr("New &passphrase"), ui::TextStyle::Small, this);
    above->setTextFormat(Qt::AutoText);
    above->setBuddy(m_first);
    column->addWidget(above);
    column->addWidget(m_first);
    column->addWidget(ui::mutedLabel(tr("At least 10 characters. Several words that you remember do well."),
                                     ui::TextStyle::Small, this));
    column->addSpacing(ui::px(ui::kSmall));
    auto* again = ui::label(tr("The same &once more"), ui::TextStyle::Small, this);
    again->setTextFormat(Qt::AutoText);
    again->setBuddy(m_second);
    column->addWidget(again);
    column->addWidget(m_second);
    connect(m_first, &QLineEdit::returnPressed, m_second, [this] { m_second->setFocus(); });
    connect(m_second, &QLineEdit::returnPressed, this, &NewPassphrasePanel::entered);
}

QString NewPassphrasePanel::trouble() const {
    if (const auto checked = catalog::checkPassphrase(passphrase()); !checked)
        return tr("A passphrase has at least 10 characters.");
    if (m_first->text() != m_second->text())
        return tr("The two are not the same. Type both again.");
    return {};
}

std::string NewPassphrasePanel::passphrase() const {
    // Typed on another keyboard, an accented letter may come in two parts.
    return m_first->text().normalized(QString::NormalizationForm_C).toStdString();
}

void NewPassphrasePanel::clear() {
    m_first->clear();
    m_second->clear();
}

} // namespace mockingbird::studio

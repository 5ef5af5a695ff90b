// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/passphrase_dialog.h"

#include "common/catalog/sign_in_store.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "studio/sign_in/new_passphrase_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

PassphraseDialog::PassphraseDialog(catalog::Catalog& catalog, QWidget* parent)
    : QDialog(parent), m_catalog(catalog), m_banner(new ui::Banner),
      m_old(secretField(tr("Present passphrase"), QStringLiteral("oldPassphrase"), this)),
      m_new(new NewPassphrasePanel), m_change(ui::primaryButton(tr("Change it"))) {
    setWindowTitle(tr("Change my passphrase"));
    m_banner->setDismissable(false);
    m_change->setObjectName(QStringLiteral("changePassphrase"));
    auto* cancel = ui::button(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_change->setAutoDefault(false);
    auto* above = ui::label(tr("P&resent passphrase"), ui::TextStyle::Small);
    above->setTextFormat(Qt::AutoText);
    above->setBuddy(m_old);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kLarge), ui::px(ui::kLarge), ui::px(ui::kLarge),
                               ui::px(ui::kLarge));
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(ui::label(tr("Change my passphrase"), ui::TextStyle::Heading));
    column->addWidget(m_banner);
    column->addWidget(above);
    column->addWidget(m_old);
    column->addSpacing(ui::px(ui::kSmall));
    column->addWidget(m_new);
    auto* row = new QHBoxLayout;
    row->addWidget(m_change);
    row->addWidget(cancel);
    row->addStretch();
    column->addSpacing(ui::px(ui::kMedium));
    column->addLayout(row);
    setMinimumWidth(ui::px(420));
    m_old->setFocus();
    connect(m_old, &QLineEdit::returnPressed, this, [this] { m_new->first()->setFocus(); });
    connect(m_new, &NewPassphrasePanel::entered, this, &PassphraseDialog::submit);
    connect(m_change, &QPushButton::clicked, this, &PassphraseDialog::submit);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void PassphraseDialog::submit() {
    if (m_job.isBusy())
        return;
    if (const QString trouble = m_new->trouble(); !trouble.isEmpty()) {
        m_banner->showMessage(ui::Tone::Warning, trouble);
        m_new->first()->setFocus();
        return;
    }
    m_banner->showMessage(ui::Tone::Neutral, tr("One moment ..."));
    m_change->setEnabled(false);
    m_job.start(
        m_catalog.folder(), m_catalog.actor(),
        [old = m_old->text().normalized(QString::NormalizationForm_C).toStdString(),
         next = m_new->passphrase()](catalog::SignInStore& store) -> Result<SignInJob::Answer> {
            TRY(store.changePassphrase(old, next));
            return SignInJob::Answer{};
        },
        [this](const Result<SignInJob::Answer>& answer) {
            m_change->setEnabled(true);
            if (!answer) {
                m_banner->showError(answer.error());
                m_old->clear();
                m_old->setFocus();
                return;
            }
            emit changed();
            accept();
        });
}

} // namespace mockingbird::studio

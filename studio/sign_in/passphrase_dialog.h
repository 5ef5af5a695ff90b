// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "studio/sign_in/sign_in_job.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class NewPassphrasePanel;

/// Changes one's own passphrase. GUI thread.
class PassphraseDialog : public QDialog {
    Q_OBJECT

public:
    explicit PassphraseDialog(catalog::Catalog& catalog, QWidget* parent = nullptr);

    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    void changed();

private:
    void submit();

    catalog::Catalog& m_catalog;
    SignInJob m_job;
    ui::Banner* m_banner;
    QLineEdit* m_old;
    NewPassphrasePanel* m_new;
    QPushButton* m_change;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/sign_in_store.h"
#include "common/ui/page.h"
#include "studio/sign_in/sign_in_job.h"

#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QStandardItemModel;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class NewPassphrasePanel;

/// In place of everything, where people sign in and nobody has: one's name out of all, then the passphrase,
/// or the code that a coordinator gave and a passphrase of one's own. By keyboard alone. GUI thread.
class SignInPage : public ui::Page {
    Q_OBJECT

public:
    enum class Step { Name, Passphrase, Code, Recovery };

    explicit SignInPage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Sign in"); }
    /// Who is in the catalog may have changed.
    void refresh() override;
    /// Begins anew, with nothing typed. `reason` says why somebody was signed out; `name` is typed already.
    void begin(catalog::Catalog& catalog, const QString& reason = {}, const QString& name = {});
    /// Nothing of anybody is left on it, and it lets go of the catalog.
    void clear();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    void signedIn(mockingbird::catalog::PersonId person);
    /// As a coordinator with the recovery code; the next one is to be shown.
    void recovered(mockingbird::catalog::PersonId person, const QString& nextCode);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeNameStep();
    QWidget* makePassphraseStep();
    QWidget* makeCodeStep();
    void filter(const QString& typed);
    void choose();
    void show(Step step);
    void submit();
    void run(SignInJob::Work work);
    void answered(const Result<SignInJob::Answer>& answer);
    void setBusy(bool busy);
    void showTrouble(const QString& text);
    void wipeFields();

    catalog::Catalog* m_catalog = nullptr;
    std::vector<catalog::SignInEntry> m_people;
    catalog::SignInEntry m_chosen;
    Step m_step = Step::Name;
    SignInJob m_job;
    ui::Banner* m_banner;
    QLabel* m_heading;
    QLabel* m_hint;
    QStackedWidget* m_steps;
    QLineEdit* m_search;
    QStandardItemModel* m_names;
    QSortFilterProxyModel* m_matching;
    QListView* m_list;
    QLineEdit* m_passphrase;
    QLabel* m_codeLabel;
    QLineEdit* m_code;
    NewPassphrasePanel* m_new;
    QPushButton* m_go;
    QPushButton* m_back;
    QPushButton* m_forgot;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/sign_in_page.h"

#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/error_text.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/sign_in/new_passphrase_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mockingbird::studio {

namespace {

constexpr int kCardWidth = 460;
constexpr int kPlaceRole = Qt::UserRole; ///< of the person in m_people

/// Every word typed begins a word of the name.
class NameFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QStringList& words) {
        m_words = words;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QString name = sourceModel()->index(row, 0, parent).data().toString();
        return std::all_of(m_words.begin(), m_words.end(), [&name](const QString& word) {
            return name.startsWith(word, Qt::CaseInsensitive) ||
                   name.contains(QLatin1Char(' ') + word, Qt::CaseInsensitive) ||
                   name.contains(QLatin1Char('-') + word, Qt::CaseInsensitive);
        });
    }

private:
    QStringList m_words;
};

} // namespace

SignInPage::SignInPage(QWidget* parent)
    : ui::Page(parent), m_banner(new ui::Banner), m_heading(ui::label({}, ui::TextStyle::Title)),
      m_hint(ui::mutedLabel({})), m_steps(new QStackedWidget), m_search(new QLineEdit),
      m_names(new QStandardItemModel(this)), m_matching(new NameFilter(this)), m_list(new QListView),
      m_passphrase(secretField(tr("Passphrase"), QStringLiteral("passphrase"), this)),
      m_codeLabel(ui::label({}, ui::TextStyle::Small)), m_code(new QLineEdit), m_new(new NewPassphrasePanel),
      m_go(ui::primaryButton(tr("Continue"))), m_back(ui::quietButton(tr("Somebody else"))),
      m_forgot(ui::quietButton(tr("Forgot it?"))) {
    m_heading->setWordWrap(true);
    m_steps->addWidget(makeNameStep());
    m_steps->addWidget(makePassphraseStep());
    m_steps->addWidget(makeCodeStep());
    m_go->setObjectName(QStringLiteral("signIn"));
    m_go->setAutoDefault(false);
    m_back->setObjectName(QStringLiteral("somebodyElse"));
    m_forgot->setObjectName(QStringLiteral("forgot"));
    m_banner->setDismissable(false);

    auto* card = new ui::Card;
    card->setMaximumWidth(ui::px(kCardWidth));
    card->setMinimumWidth(ui::px(300));
    card->body()->setSpacing(ui::px(ui::kMedium));
    card->body()->addWidget(m_heading);
    card->body()->addWidget(m_hint);
    card->body()->addWidget(m_banner);
    card->body()->addWidget(m_steps, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_go);
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_forgot);
    card->body()->addLayout(buttons);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 100);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(ui::kLarge), ui::px(ui::kLarge), ui::px(ui::kLarge),
                               ui::px(ui::kLarge));
    column->addStretch(2);
    column->addLayout(row, 6);
    column->addStretch(3);

    connect(m_go, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_back, &QPushButton::clicked, this, [this] { show(Step::Name); });
    connect(m_forgot, &QPushButton::clicked, this, [this] { show(Step::Recovery); });
    show(Step::Name);
}

QWidget* SignInPage::makeNameStep() {
    m_search->setPlaceholderText(tr("Type your name"));
    m_search->setAccessibleName(tr("Your name"));
    m_search->setObjectName(QStringLiteral("signInName"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_matching->setSourceModel(m_names);
    m_list->setModel(m_matching);
    m_list->setObjectName(QStringLiteral("signInPeople"));
    m_list->setAccessibleName(tr("People"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true); // two thousand names
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(ui::px(120));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SignInPage::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &SignInPage::choose);
    connect(m_list, &QListView::activated, this, &SignInPage::choose);
    connect(m_list, &QListView::clicked, this, &SignInPage::choose);
    return page;
}

QWidget* SignInPage::makePassphraseStep() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    auto* above = ui::label(tr("&Passphrase"), ui::TextStyle::Small);
    above->setTextFormat(Qt::AutoText);
    above->setBuddy(m_passphrase);
    column->addWidget(above);
    column->addWidget(m_passphrase);
    column->addStretch();
    m_passphrase->installEventFilter(this);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &SignInPage::submit);
    return page;
}

QWidget* SignInPage::makeCodeStep() {
    m_code->setObjectName(QStringLiteral("code"));
    m_code->setMaxLength(64);
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase);
    m_code->installEventFilter(this);
    m_codeLabel->setBuddy(m_code);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    column->addWidget(m_codeLabel);
    column->addWidget(m_code);
    column->addSpacing(ui::px(ui::kSmall));
    column->addWidget(m_new);
    column->addStretch();
    connect(m_code, &QLineEdit::returnPressed, this, [this] { m_new->first()->setFocus(); });
    connect(m_new, &NewPassphrasePanel::entered, this, &SignInPage::submit);
    return page;
}

void SignInPage::begin(catalog::Catalog& catalog, const QString& reason, const QString& name) {
    m_catalog = &catalog;
    m_chosen = {};
    m_search->clear();
    refresh();
    show(Step::Name);
    if (!reason.isEmpty())
        m_banner->showMessage(ui::Tone::Info, reason);
    m_search->setText(name);
    if (!name.isEmpty() && m_matching->rowCount() == 1)
        choose();
}

void SignInPage::clear() {
    m_catalog = nullptr;
    m_people.clear();
    m_names->clear();
    m_chosen = {};
    m_search->clear();
    show(Step::Name);
}

void SignInPage::refresh() {
    if (m_catalog == nullptr)
        return;
    const auto people = m_catalog->signIn().everybody();
    if (!people) {
        m_banner->showError(people.error());
        return;
    }
    m_people = *people;
    m_names->clear();
    for (std::size_t place = 0; place < m_people.size(); ++place) {
        auto* item = new QStandardItem(ui::toQString(m_people[place].name));
        item->setData(static_cast<int>(place), kPlaceRole);
        m_names->appendRow(item);
    }
    const auto chosen = std::ranges::find(m_people, m_chosen.id, &catalog::SignInEntry::id);
    if (chosen != m_people.end())
        m_chosen = *chosen;
    filter(m_search->text());
}

void SignInPage::filter(const QString& typed) {
    static_cast<NameFilter*>(m_matching)->setWords(typed.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    m_list->setCurrentIndex(typed.isEmpty() ? QModelIndex() : m_matching->index(0, 0));
}

void SignInPage::choose() {
    QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        index = m_matching->index(0, 0);
    if (!index.isValid() || (m_search->text().isEmpty() && m_list->currentIndex() != index)) {
        showTrouble(m_matching->rowCount() == 0 ? tr("Nobody here is called that.")
                                                : tr("Type your name, or choose it in the list."));
        return;
    }
    m_chosen = m_people[static_cast<std::size_t>(index.data(kPlaceRole).toInt())];
    show(m_chosen.state == catalog::PassphraseState::Set ? Step::Passphrase : Step::Code);
}

void SignInPage::show(Step step) {
    m_step = step;
    m_banner->dismiss();
    wipeFields();
    const QString name = ui::toQString(m_chosen.name);
    m_steps->setCurrentIndex(step == Step::Name ? 0 : step == Step::Passphrase ? 1 : 2);
    m_heading->setText(step == Step::Name ? tr("Who are you?") : name);
    m_back->setVisible(step != Step::Name);
    m_forgot->setVisible(step == Step::Passphrase);
    m_go->setText(step == Step::Name         ? tr("Continue")
                  : step == Step::Passphrase ? tr("Sign in")
                                             : tr("Keep it and sign in"));
    switch (step) {
    case Step::Name:
        m_hint->setText(tr("People sign in to this catalog."));
        m_search->setFocus();
        break;
    case Step::Passphrase:
        m_hint->setText(tr("Your passphrase, please."));
        m_passphrase->setFocus();
        break;
    case Step::Code:
        m_hint->setText(
            m_chosen.state == catalog::PassphraseState::CodeGiven
                ? tr("A coordinator gave you a code. With it you choose a passphrase of your own.")
                : tr("You have no passphrase yet. Ask a coordinator for a code; with it you choose "
                     "a passphrase of your own."));
        m_codeLabel->setText(tr("Code"));
        m_code->setAccessibleName(tr("Code from a coordinator"));
        m_code->setPlaceholderText(QStringLiteral("XXXX-XXXX-XXXX"));
        m_code->setFocus();
        break;
    case Step::Recovery:
        m_hint->setText(
            tr("Ask a coordinator: they give you a code. Coordinators use the recovery code that was "
               "shown when signing in was turned on."));
        m_codeLabel->setText(tr("Recovery code, for coordinators"));
        m_code->setAccessibleName(tr("Recovery code"));
        m_code->setPlaceholderText(QStringLiteral("XXXX-XXXX-XXXX-XXXX-XXXX"));
        m_code->setFocus();
        break;
    }
}

void SignInPage::submit() {
    if (m_catalog == nullptr || m_job.isBusy())
        return;
    if (m_step == Step::Name) {
        choose();
        return;
    }
    const std::string who = m_chosen.id.toString();
    if (m_step == Step::Passphrase) {
        std::string passphrase = m_passphrase->text().normalized(QString::NormalizationForm_C).toStdString();
        run([who, passphrase](catalog::SignInStore& store) -> Result<SignInJob::Answer> {
            return SignInJob::Answer{TRY(store.signIn(who, passphrase)), {}};
        });
        catalog::wipe(passphrase);
        return;
    }
    if (const QString trouble = m_new->trouble(); !trouble.isEmpty()) {
        showTrouble(trouble);
        m_new->first()->setFocus();
        return;
    }
    const std::string code = m_code->text().toStdString();
    const std::string passphrase = m_new->passphrase();
    if (m_step == Step::Code)
        run([who, code, passphrase](catalog::SignInStore& store) -> Result<SignInJob::Answer> {
            return SignInJob::Answer{TRY(store.signInWithCode(who, code, passphrase)), {}};
        });
    else
        run([id = m_chosen.id, who, code,
             passphrase](catalog::SignInStore& store) -> Result<SignInJob::Answer> {
            return SignInJob::Answer{id, TRY(store.recover(who, code, passphrase))};
        });
}

void SignInPage::run(SignInJob::Work work) {
    m_banner->dismiss();
    setBusy(true);
    m_job.start(m_catalog->folder(), {}, std::move(work),
                [this](const Result<SignInJob::Answer>& answer) { answered(answer); });
}

void SignInPage::answered(const Result<SignInJob::Answer>& answer) {
    setBusy(false);
    if (m_catalog == nullptr)
        return;
    if (!answer) {
        if (answer.error().code == ErrorCode::Denied && answer.error().native == 0) {
            QString detail = ui::toQString(answer.error().detail);
            showTrouble(detail.left(1).toUpper() + detail.mid(1) + QLatin1Char('.'));
        } else {
            m_banner->showError(answer.error());
        }
        m_passphrase->clear();
        (m_step == Step::Passphrase ? m_passphrase : m_code)->setFocus();
        return;
    }
    const auto person = answer->person;
    const QString code = ui::toQString(answer->code);
    wipeFields();
    if (code.isEmpty())
        emit signedIn(person);
    else
        emit recovered(person, code);
}

void SignInPage::setBusy(bool busy) {
    m_steps->setEnabled(!busy);
    m_go->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_forgot->setEnabled(!busy);
    if (busy)
        m_banner->showMessage(ui::Tone::Neutral, tr("One moment ..."));
    else
        m_banner->dismiss();
}

void SignInPage::showTrouble(const QString& text) {
    m_banner->showMessage(ui::Tone::Warning, text);
}

void SignInPage::wipeFields() {
    m_passphrase->clear();
    m_code->clear();
    m_new->clear();
}

bool SignInPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return ui::Page::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
        const int next = std::clamp(now + (key->key() == Qt::Key_Down ? 1 : -1), 0,
                                    std::max(0, m_matching->rowCount() - 1));
        m_list->setCurrentIndex(m_matching->index(next, 0));
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_step != Step::Name && !m_job.isBusy()) {
        show(Step::Name);
        return true;
    }
    return ui::Page::eventFilter(watched, event);
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/home/home_page.h"

#include "common/catalog/preparation.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/error_text.h"
#include "common/ui/icons.h"
#include "common/ui/page_column.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/commitments_view.h"
#include "studio/home/recovered_text.h"
#include "studio/home/waiting.h"
#include "studio/prep/appointments_panel.h"
#include "studio/prep/confidence_panel.h"
#include "studio/prep/due_text.h"
#include "studio/role_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::RecordingState;

constexpr std::size_t kRowsShown = 6;

QString firstName(const std::string& name) {
    return ui::toQString(name).section(QLatin1Char(' '), 0, 0);
}

} // namespace

HomePage::HomePage(App& app, QWidget* parent)
    : ui::Page(parent), m_app(app), m_greeting(ui::label({}, ui::TextStyle::Title)),
      m_subtitle(ui::mutedLabel({})), m_record(ui::primaryButton(tr("Record an interview"), "record")),
      m_banner(new ui::Banner) {
    m_record->setObjectName(QStringLiteral("recordAnInterview"));
    m_record->setProperty("large", true);
    auto* column = ui::pageColumn(this, ui::kColumnWidth);
    auto* head = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->addWidget(m_greeting);
    words->addWidget(m_subtitle);
    head->addLayout(words, 1);
    head->addWidget(m_record, 0, Qt::AlignVCenter);
    column->addLayout(head);
    column->addWidget(m_banner);
    m_cards = new QVBoxLayout;
    column->addLayout(m_cards);
    column->addStretch();
    connect(m_record, &QPushButton::clicked, this, &HomePage::recordRequested);
    connect(m_banner, &ui::Banner::dismissed, this, [this] { m_app.forgetRecovered(); });
    connect(&m_app, &App::recoveryFinished, this, &HomePage::showRecovered);
    connect(&m_app, &App::recoveryFailed, this, [this](const Error& error) { m_banner->showError(error); });
    if (!m_app.recovered().empty())
        showRecovered();
}

void HomePage::refresh() {
    const auto person = m_app.actor();
    if (!person)
        return;
    m_greeting->setText(tr("Welcome, %1").arg(firstName(person->name)));
    const auto pages = pagesFor(person->roles);
    m_record->setVisible(std::find(pages.begin(), pages.end(), PageKind::Record) != pages.end());
    rebuild();
}

void HomePage::rebuild() {
    const QWidget* focused = focusWidget();
    const QString focusName =
        focused != nullptr && m_cardsWidget != nullptr && m_cardsWidget->isAncestorOf(focused)
            ? focused->objectName()
            : QString();
    delete m_cardsWidget;
    m_cardsWidget = new QWidget;
    auto* column = new QVBoxLayout(m_cardsWidget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kLarge));
    m_cards->addWidget(m_cardsWidget);
    const auto person = m_app.actor();
    const bool empty = !catalog::Preparation(*m_app.catalog()).agenda().hasSessions().valueOr(true);
    m_subtitle->setText(empty ? tr("Practise the interview, see how it went, and do better at the next.")
                              : tr("Here is what waits for you."));
    if (!empty || hasPreparation())
        addWaiting(*person);
    if (!empty)
        addCommitments(*person);
    if (m_app.place() == App::Place::Own)
        addSample();
    if (!focusName.isEmpty()) {
        if (auto* again = m_cardsWidget->findChild<QWidget*>(focusName))
            again->setFocus();
    }
}

bool HomePage::hasPreparation() const {
    const auto waiting = waitingFor(*m_app.catalog(), *m_app.actor());
    return waiting.ok() && !waiting->empty();
}

void HomePage::addWaiting(const catalog::Person& person) {
    const auto waiting = waitingFor(*m_app.catalog(), person);
    if (!waiting) {
        m_banner->showError(waiting.error());
        return;
    }
    auto* card = new ui::Card(tr("Waiting for you"));
    m_cardsWidget->layout()->addWidget(card);
    if (waiting->empty())
        card->body()->addWidget(
            ui::mutedLabel(tr("Nothing just now: no review, feedback or interview is waiting for you.")));
    std::size_t shown = 0;
    for (const Waiting& one : *waiting) {
        if (one.kind == Waiting::Kind::ConfidenceAfter)
            continue; // asked below
        if (++shown > kRowsShown) {
            card->body()->addWidget(
                ui::mutedLabel(tr("And %1 more, in the Library.").arg(waiting->size() - kRowsShown)));
            break;
        }
        addRow(card->body(), waitingRow(one, person.id, WallTime::now()));
    }
    auto* confidence = new ConfidencePanel(*m_app.catalog(), ConfidencePanel::Ask::AfterAlone);
    connect(confidence, &ConfidencePanel::failed, m_banner, &ui::Banner::showError);
    m_cardsWidget->layout()->addWidget(confidence);
    confidence->refresh(); // shows it: before it lies in the page it would be a window
}

void HomePage::addCommitments(const catalog::Person& person) {
    const auto commitments = m_app.catalog()->reviews().commitmentsBefore(person.id, WallTime::now());
    if (!commitments || commitments->empty())
        return;
    auto* card = new ui::Card(tr("What you take along to your next attempt"));
    card->body()->addWidget(new CommitmentsView(*commitments));
    m_cardsWidget->layout()->addWidget(card);
}

void HomePage::addSample() {
    if (m_app.sampleState() == SampleState::Removed) {
        auto* back = ui::quietButton(tr("Bring the sample back"), "undo");
        back->setObjectName(QStringLiteral("bringSampleBack"));
        connect(back, &QPushButton::clicked, this, &HomePage::sampleBroughtBack);
        static_cast<QVBoxLayout*>(m_cardsWidget->layout())->addWidget(back, 0, Qt::AlignLeft);
        return;
    }
    auto* card = new ui::Card(tr("Try the sample: Maya's three attempts"));
    card->body()->addWidget(
        ui::label(tr("Three short interviews that really play, with notes, scores of two mentors and a "
                     "comparison. Click "
                     "a note and land on its moment. It is kept apart from your own people and recordings."),
                  ui::TextStyle::Body));
    auto* row = new QHBoxLayout;
    auto* open = ui::button(tr("Open the sample"), "play");
    open->setObjectName(QStringLiteral("openSample"));
    auto* remove = ui::quietButton(tr("Remove the sample"), "trash");
    remove->setObjectName(QStringLiteral("removeSample"));
    row->addWidget(open);
    row->addWidget(remove);
    row->addStretch();
    card->body()->addLayout(row);
    m_cardsWidget->layout()->addWidget(card);
    connect(open, &QPushButton::clicked, this, &HomePage::sampleRequested);
    connect(remove, &QPushButton::clicked, this, &HomePage::sampleRemoved);
}

void HomePage::addRow(QVBoxLayout* into, const WaitingRow& what) {
    auto* row = new QHBoxLayout;
    row->setSpacing(ui::px(ui::kMedium));
    auto* mark = new QLabel;
    mark->setPixmap(ui::icon(what.icon, &ui::Colors::accent).pixmap(QSize(ui::px(22), ui::px(22))));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(ui::label(what.text, ui::TextStyle::Body));
    if (!what.detail.isEmpty())
        words->addWidget(ui::mutedLabel(what.detail, ui::TextStyle::Small));
    row->addWidget(mark, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    into->addLayout(row);
    if (what.action.isEmpty())
        return;
    auto* go = ui::button(what.action);
    go->setAccessibleName(tr("%1: %2, %3").arg(what.action, what.text, what.detail));
    go->setObjectName(QStringLiteral("waiting %1").arg(what.text)); // it has the focus again after a refresh
    row->addWidget(go, 0, Qt::AlignVCenter);
    connect(go, &QPushButton::clicked, this, [this, what] {
        switch (what.leads) {
        case WaitingRow::Leads::Session:
            emit sessionRequested(what.session);
            break;
        case WaitingRow::Leads::Preparation:
            emit preparationRequested();
            break;
        case WaitingRow::Leads::People:
            emit peopleRequested();
            break;
        }
    });
}

void HomePage::showRecovered() {
    const auto& recovered = m_app.recovered();
    if (recovered.empty() || m_app.catalog() == nullptr)
        return;
    const catalog::Recording& last = recovered.back();
    const auto progress = recorder::sessionProgress(*m_app.catalog(), last.session);
    if (!progress) {
        m_banner->showError(progress.error());
        return;
    }
    QString text = recoveredText(last, *progress, m_app.catalog()->actor());
    if (recovered.size() > 1)
        text = tr("%1 recordings that were cut off were looked after. The last one: %2")
                   .arg(recovered.size())
                   .arg(text);
    const auto pages = pagesFor(m_app.actor() ? m_app.actor()->roles : std::set<catalog::Role>{});
    const bool canRecord = std::find(pages.begin(), pages.end(), PageKind::Record) != pages.end();
    const auto review = [this, id = last.session] {
        m_app.forgetRecovered();
        emit sessionRequested(id);
    };
    const auto goOn = [this, id = last.session] {
        m_app.forgetRecovered();
        emit continueRequested(id);
    };
    if (last.state == RecordingState::Lost) {
        m_banner->showMessage(ui::Tone::Warning, text, canRecord ? tr("Record it again") : QString(), goOn);
        return;
    }
    m_banner->showMessage(ui::Tone::Success, text, tr("Review it"), review);
    if (canRecord)
        m_banner->setSecondAction(tr("Continue in a second part"), goOn);
}

} // namespace mockingbird::studio

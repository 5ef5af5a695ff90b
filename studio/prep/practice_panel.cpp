// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/practice_panel.h"

#include "common/catalog/preparation.h"
#include "common/ui/banner.h"
#include "common/ui/buttons.h"
#include "common/ui/card.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/prep/due_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::PracticeOutcome;
using Order = PracticeDeck::Order;
using Phase = recorder::PromptClock::Phase;

constexpr int kTickMs = 200;
constexpr int kQuestionPlace = 0; ///< of m_stack
constexpr int kThroughPlace = 1;
constexpr int kNoKitPlace = 2;

QVBoxLayout* field(const QString& name, QComboBox* box) {
    auto* column = new QVBoxLayout;
    column->setSpacing(ui::px(ui::kTight));
    auto* words = ui::mutedLabel(name, ui::TextStyle::Small);
    words->setBuddy(box);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    column->addWidget(words);
    column->addWidget(box);
    return column;
}

} // namespace

PracticePanel::PracticePanel(catalog::Catalog& catalog, Clock clock, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_clock(std::move(clock)), m_kitBox(new QComboBox),
      m_order(new QComboBox), m_pick(new QComboBox), m_place(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_competency(ui::mutedLabel({}, ui::TextStyle::Small)), m_text(ui::label({}, ui::TextStyle::Heading)),
      m_past(ui::mutedLabel({}, ui::TextStyle::Small)), m_stories(ui::mutedLabel({}, ui::TextStyle::Small)),
      m_phase(ui::label({}, ui::TextStyle::Strong)), m_left(ui::label({}, ui::TextStyle::Clock)),
      m_more(ui::label({}, ui::TextStyle::Body)), m_start(ui::primaryButton(tr("Begin"), "play")),
      m_answerNow(ui::button(tr("Answer now"))), m_answered(ui::primaryButton(tr("Answered"), "check")),
      m_again(ui::button(tr("Again later"), "loop")), m_skip(ui::quietButton(tr("Skip"))),
      m_record(ui::button(tr("Record the answer"), "record")),
      m_showMore(ui::quietButton(tr("Follow-ups, and what a strong answer shows"))), m_banner(new ui::Banner),
      m_stack(new QStackedWidget) {
    m_seed = static_cast<std::uint32_t>(m_clock().milliseconds);
    m_order->addItem(tr("As the kit has them"), static_cast<int>(Order::Kit));
    m_order->addItem(tr("Shuffled"), static_cast<int>(Order::Shuffled));
    m_order->addItem(tr("Least practised first"), static_cast<int>(Order::LeastFirst));
    m_kitBox->setObjectName(QStringLiteral("practiceKit"));
    m_order->setObjectName(QStringLiteral("practiceOrder"));
    m_pick->setObjectName(QStringLiteral("pickQuestion"));
    m_text->setObjectName(QStringLiteral("practiceQuestion"));
    m_text->setWordWrap(true);
    m_past->setObjectName(QStringLiteral("practiceHistory"));
    m_phase->setObjectName(QStringLiteral("practicePhase"));
    m_left->setObjectName(QStringLiteral("practiceTime"));
    m_start->setObjectName(QStringLiteral("beginPractice"));
    m_answerNow->setObjectName(QStringLiteral("answerNow"));
    m_answered->setObjectName(QStringLiteral("practiceAnswered"));
    m_again->setObjectName(QStringLiteral("practiceAgain"));
    m_skip->setObjectName(QStringLiteral("practiceSkip"));
    m_record->setObjectName(QStringLiteral("practiceRecord"));
    m_showMore->setCheckable(true);
    layOut();
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &PracticePanel::tick);
    connect(m_kitBox, &QComboBox::activated, this, [this] {
        m_chosen = true;
        chooseKit();
    });
    connect(m_order, &QComboBox::activated, this, [this] {
        m_seed = static_cast<std::uint32_t>(m_clock().milliseconds);
        deal();
    });
    connect(m_pick, &QComboBox::activated, this, [this](int index) {
        if (!m_kit || index < 1 || index > static_cast<int>(m_kit->questions.size()))
            return;
        m_started.reset();
        m_deck.pick(m_kit->questions[static_cast<std::size_t>(index - 1)].id);
        showQuestion();
    });
    connect(m_start, &QPushButton::clicked, this, &PracticePanel::start);
    connect(m_answerNow, &QPushButton::clicked, this, [this] {
        m_times.answer(elapsed());
        showClock();
    });
    connect(m_answered, &QPushButton::clicked, this, [this] { finish(PracticeOutcome::Answered); });
    connect(m_again, &QPushButton::clicked, this, [this] { finish(PracticeOutcome::Again); });
    connect(m_skip, &QPushButton::clicked, this, [this] { finish(PracticeOutcome::Skipped); });
    connect(m_showMore, &QPushButton::toggled, m_more, &QWidget::setVisible);
    connect(m_record, &QPushButton::clicked, this, [this] {
        if (m_kit && current())
            emit recordRequested(m_kit->id, *current());
    });
}

void PracticePanel::layOut() {
    auto* choices = new QHBoxLayout;
    choices->setSpacing(ui::px(ui::kMedium));
    choices->addLayout(field(tr("Kit"), m_kitBox), 1);
    choices->addLayout(field(tr("Order"), m_order), 1);
    choices->addLayout(field(tr("Question"), m_pick), 1);

    auto* card = new ui::Card;
    auto* top = new QHBoxLayout;
    top->addWidget(m_place);
    top->addWidget(m_competency, 1);
    auto* clock = new QHBoxLayout;
    clock->addWidget(m_left);
    clock->addWidget(m_phase, 1, Qt::AlignVCenter);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_start, m_answerNow, m_answered, m_again, m_record, m_skip})
        buttons->addWidget(button);
    buttons->addStretch();
    card->body()->addLayout(top);
    card->body()->addWidget(m_text);
    card->body()->addLayout(clock);
    card->body()->addLayout(buttons);
    card->body()->addWidget(m_past);
    card->body()->addWidget(m_stories);
    card->body()->addWidget(m_showMore, 0, Qt::AlignLeft);
    card->body()->addWidget(m_more);
    m_more->hide();
    auto* asked = new QWidget;
    auto* askedColumn = new QVBoxLayout(asked);
    askedColumn->setContentsMargins(0, 0, 0, 0);
    askedColumn->addWidget(card);
    askedColumn->addStretch();
    auto* through =
        new ui::EmptyState("check", tr("You are through all questions of this kit."), tr("Once more"));
    through->actionButton()->setObjectName(QStringLiteral("practiceOnceMore"));
    connect(through, &ui::EmptyState::actionTriggered, this, &PracticePanel::deal);
    m_stack->addWidget(asked);
    m_stack->addWidget(through);
    m_stack->addWidget(new ui::EmptyState("prepare", tr("There are no kits in this catalog yet, so there is "
                                                        "nothing to practise.")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kLarge));
    column->addLayout(choices);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
}

MediaTime PracticePanel::elapsed() const {
    if (!m_started)
        return {};
    return MediaTime::fromMicroseconds((m_clock().milliseconds - m_started->milliseconds) * 1000);
}

const catalog::Question* PracticePanel::question() const {
    const auto id = m_deck.current();
    return id && m_kit ? m_kit->question(*id) : nullptr;
}

void PracticePanel::refresh() {
    if (const auto person = m_catalog.people().byId(m_catalog.actor()))
        m_person = *person;
    m_kits = m_catalog.kits().heads().valueOr({});
    m_ledger = catalog::Preparation(m_catalog).stories().of(m_catalog.actor()).valueOr({});
    {
        const QSignalBlocker quiet(m_kitBox);
        const QVariant chosen = m_kitBox->currentData();
        m_kitBox->clear();
        for (const catalog::KitHead& kit : m_kits)
            m_kitBox->addItem(ui::toQString(kit.name), ui::toQString(kit.id.toString()));
        m_kitBox->setCurrentIndex(std::max(m_kits.empty() ? -1 : 0, m_kitBox->findData(chosen)));
    }
    const int at = m_kitBox->currentIndex();
    if (at < 0) {
        m_kit.reset();
        m_stack->setCurrentIndex(kNoKitPlace);
        return;
    }
    const catalog::KitHead& kit = m_kits[static_cast<std::size_t>(at)];
    if (!m_kit || m_kit->id != kit.id || m_kit->version != kit.version) {
        chooseKit();
        return;
    }
    m_history = catalog::Preparation(m_catalog).practice().of(m_person.id, kit.id).valueOr({});
    if (const catalog::Question* shown = question()) {
        m_past->setText(historyText(shown->id));
        m_stories->setText(storiesText(*shown));
    }
}

void PracticePanel::suggestKit(catalog::KitId kit) {
    const int at = m_kitBox->findData(ui::toQString(kit.toString()));
    if (m_chosen || m_started || at < 0 || at == m_kitBox->currentIndex())
        return;
    m_kitBox->setCurrentIndex(at);
    chooseKit();
}

void PracticePanel::chooseKit() {
    const int at = m_kitBox->currentIndex();
    if (at < 0)
        return;
    const auto chosen = m_catalog.kits().byId(m_kits[static_cast<std::size_t>(at)].id);
    if (!chosen) {
        emit failed(chosen.error());
        return;
    }
    m_kit = *chosen;
    const QSignalBlocker quiet(m_pick);
    m_pick->clear();
    m_pick->addItem(tr("One after another"));
    int number = 0;
    for (const catalog::Question& one : m_kit->questions)
        m_pick->addItem(tr("%1. %2").arg(++number).arg(ui::toQString(one.text)));
    deal();
}

void PracticePanel::deal() {
    if (!m_kit)
        return;
    m_history = catalog::Preparation(m_catalog).practice().of(m_person.id, m_kit->id).valueOr({});
    std::vector<catalog::QuestionId> questions;
    for (const catalog::Question& one : m_kit->questions)
        questions.push_back(one.id);
    m_deck = PracticeDeck(std::move(questions), static_cast<Order>(m_order->currentData().toInt()), m_history,
                          m_seed);
    m_started.reset();
    showQuestion();
}

void PracticePanel::start() {
    const catalog::Question* asked = question();
    if (asked == nullptr)
        return;
    m_started = m_clock();
    m_times = recorder::PromptClock(m_kit->profile, m_person.accommodations.extraTimePercent);
    m_times.ask(*asked, {});
    m_timer.start();
    showClock();
    (m_answerNow->isVisibleTo(this) ? m_answerNow : m_answered)->setFocus();
}

void PracticePanel::tick() {
    showClock();
}

void PracticePanel::showQuestion() {
    const catalog::Question* asked = question();
    m_stack->setCurrentIndex(asked == nullptr ? kThroughPlace : kQuestionPlace);
    if (asked == nullptr) {
        m_timer.stop();
        return;
    }
    const auto at = std::find_if(m_kit->questions.begin(), m_kit->questions.end(),
                                 [&](const catalog::Question& one) { return one.id == asked->id; });
    m_place->setText(tr("Question %1, %2 to go").arg(at - m_kit->questions.begin() + 1).arg(m_deck.left()));
    m_competency->setText(ui::toQString(asked->competency));
    m_text->setFont(
        ui::font(m_person.accommodations.largerText ? ui::TextStyle::Title : ui::TextStyle::Heading));
    m_text->setText(ui::toQString(asked->text));
    m_past->setText(historyText(asked->id));
    m_stories->setText(storiesText(*asked));
    QStringList more;
    for (const std::string& probe : asked->probes)
        more << tr("Follow-up: %1").arg(ui::toQString(probe));
    if (!asked->strongAnswer.empty())
        more << tr("A strong answer: %1").arg(ui::toQString(asked->strongAnswer));
    m_more->setText(more.join(QStringLiteral("\n\n")));
    m_showMore->setChecked(false);
    m_showMore->setVisible(!more.isEmpty());
    showClock();
}

void PracticePanel::showClock() {
    const bool running = m_started.has_value();
    if (!running)
        m_timer.stop();
    const auto now = m_times.at(elapsed());
    const Phase phase = running ? now.phase : Phase::Waiting;
    m_start->setVisible(!running);
    m_record->setVisible(!running);
    m_answerNow->setVisible(phase == Phase::Reading);
    m_answered->setVisible(running && phase != Phase::Reading);
    m_again->setVisible(running && phase != Phase::Reading);
    if (!running) {
        recorder::PromptClock fresh(m_kit->profile, m_person.accommodations.extraTimePercent);
        if (const catalog::Question* asked = question())
            fresh.ask(*asked, {});
        const auto reading = fresh.at({});
        const bool reads = reading.phase == Phase::Reading;
        recorder::PromptClock answering = fresh;
        answering.answer({});
        const MediaTime answer = answering.at({}).allowed;
        m_left->setText(ui::shortTime(answer));
        m_phase->setText(
            reads ? tr("to answer, after %1 to read%2")
                        .arg(ui::shortTime(reading.allowed), m_person.accommodations.extraTimePercent > 0
                                                                 ? tr(", with your extra time")
                                                                 : QString())
                  : tr("to answer%1")
                        .arg(m_person.accommodations.extraTimePercent > 0 ? tr(", with your extra time")
                                                                          : QString()));
        return;
    }
    m_left->setText(ui::shortTime(now.left));
    switch (phase) {
    case Phase::Reading:
        m_phase->setText(tr("left to read and think"));
        break;
    case Phase::Answering:
        m_phase->setText(tr("left to answer"));
        break;
    default:
        m_phase->setText(tr("over the time: finish your sentence, nobody cuts you off"));
        break;
    }
}

void PracticePanel::finish(PracticeOutcome outcome) {
    const catalog::Question* asked = question();
    if (asked == nullptr)
        return;
    catalog::Practice done;
    done.person = m_person.id;
    done.kit = m_kit->id;
    done.question = asked->id;
    done.outcome = outcome;
    if (m_started) {
        const auto now = m_times.at(elapsed());
        const MediaTime used = now.phase == Phase::Over ? now.allowed + now.left : now.allowed - now.left;
        if (now.phase == Phase::Answering || now.phase == Phase::Over)
            done.seconds = static_cast<int>(used.seconds());
    }
    const auto kept = catalog::Preparation(m_catalog).practice().add(done);
    if (!kept) {
        emit failed(kept.error());
        return;
    }
    m_started.reset();
    m_deck.done(outcome);
    m_history = catalog::Preparation(m_catalog).practice().of(m_person.id, m_kit->id).valueOr({});
    showQuestion();
    if (current())
        m_start->setFocus();
    const QString what = outcome == PracticeOutcome::Answered ? tr("Noted as answered.")
                         : outcome == PracticeOutcome::Again  ? tr("It comes up again after two others.")
                                                              : tr("Skipped.");
    m_banner->showMessage(ui::Tone::Success, what, tr("Undo"), [this, id = kept->id] {
        if (const auto removed = catalog::Preparation(m_catalog).practice().remove(id); !removed)
            emit failed(removed.error());
        m_deck.back();
        m_started.reset();
        m_history = catalog::Preparation(m_catalog).practice().of(m_person.id, m_kit->id).valueOr({});
        m_banner->dismiss();
        showQuestion();
    });
}

QString PracticePanel::historyText(catalog::QuestionId id) const {
    const PracticeCount count = countOf(id, m_history);
    if (!count.last)
        return tr("Not practised yet.");
    QStringList parts;
    if (count.answered > 0)
        parts << tr("answered %1×").arg(count.answered);
    if (count.again > 0)
        parts << tr("wanted again %1×").arg(count.again);
    if (count.skipped > 0)
        parts << tr("skipped %1×").arg(count.skipped);
    QString last = dueText(dayOf(count.last->at), dayOf(m_clock()));
    if (count.last->seconds > 0)
        last = tr("%1, in %2").arg(last, ui::shortTime(MediaTime::fromSeconds(count.last->seconds)));
    return tr("So far: %1. Last time %2.").arg(parts.join(tr(", ")), last);
}

QString PracticePanel::storiesText(const catalog::Question& asked) const {
    QStringList chosen;
    QStringList suggested;
    for (const catalog::Story& story : m_ledger.stories) {
        const QString title = story.title.empty() ? tr("Story without a title") : ui::toQString(story.title);
        if (std::find(story.fits.begin(), story.fits.end(), asked.id) != story.fits.end())
            chosen << title;
        else if (catalog::mayFit(story, asked))
            suggested << title;
    }
    if (!chosen.isEmpty())
        return tr("Your stories for it: %1").arg(chosen.join(tr(", ")));
    if (!suggested.isEmpty())
        return tr("Your stories that may fit: %1").arg(suggested.join(tr(", ")));
    return tr("None of your stories is noted for it yet.");
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/side_by_side/side_by_side_view.h"

#include "common/catalog/catalog.h"
#include "common/catalog/people_store.h"
#include "common/catalog/session_store.h"
#include "common/ui/banner.h"
#include "common/ui/empty_state.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/playback/players_in_step.h"
#include "review/player_view/sound_output.h"
#include "review/player_view/toggle_button.h"
#include "review/side_by_side/answer_column.h"
#include "review/side_by_side/attempt_choice.h"
#include "review/side_by_side/differences_text.h"
#include "review/side_by_side/step_bar.h"
#include "review/side_by_side/step_picture.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace mockingbird::review {

namespace {

constexpr std::chrono::milliseconds kLook(16); // at most, between two

template <class SomeId>
QString idText(SomeId id) {
    return QString::fromStdString(id.toString());
}

template <class SomeId>
std::optional<SomeId> chosenIn(const QComboBox& box) {
    const auto id = SomeId::parse(box.currentData().toString().toStdString());
    return id.ok() ? std::optional(*id) : std::nullopt;
}

QString nudgeKey(const QuestionAttempt& answer, const QString& question) {
    return QStringLiteral("sideBySide/moved/%1/%2").arg(idText(answer.session.id), question);
}

bool sameAnswer(const QuestionAttempt& one, const QuestionAttempt& other) {
    return one.session.id == other.session.id && one.file == other.file && one.start == other.start &&
           one.end == other.end;
}

/// Leaves the keys to the view.
class KeylessScrollArea : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }
};

/// From where they are aligned to the end of the longest answer; where none is marked, of what was recorded.
PlayRange rangeOf(const std::vector<QuestionAttempt>& answers) {
    MediaTime end;
    MediaTime marked;
    for (const QuestionAttempt& answer : answers) {
        if (!answer.recording)
            continue;
        const MediaTime length = answer.end.value_or(answer.recording->duration) - answer.start;
        end = std::max(end, length);
        if (answer.marked)
            marked = std::max(marked, length);
    }
    return {MediaTime(), marked > MediaTime() ? marked : end};
}

} // namespace

SideBySideView::SideBySideView(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_mentees(new QComboBox(this)), m_kits(new QComboBox(this)),
      m_questions(new QComboBox(this)), m_attempts(new AttemptChoice(this)), m_banner(new ui::Banner(this)),
      m_differences(ui::label({}, ui::TextStyle::Body, this)),
      m_empty(new ui::EmptyState("compare", {}, {}, this)), m_content(new QWidget(this)),
      m_row(new QHBoxLayout), m_bar(new StepBar(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Side by side"));
    m_mentees->setAccessibleName(tr("Mentee"));
    m_kits->setAccessibleName(tr("Kit"));
    m_questions->setAccessibleName(tr("Question"));
    m_differences->setAccessibleName(tr("What changed"));
    m_differences->setWordWrap(true);
    for (QComboBox* box : {m_mentees, m_kits})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_questions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_questions->setMinimumContentsLength(24);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kLook);
    connect(&m_timer, &QTimer::timeout, this, &SideBySideView::tick);
    buildLayout();
    connectControls();
    refresh();
}

SideBySideView::~SideBySideView() = default;

void SideBySideView::buildLayout() {
    auto* choices = new QHBoxLayout;
    choices->setSpacing(ui::px(ui::kSmall));
    choices->addWidget(m_mentees);
    choices->addWidget(m_kits);
    choices->addWidget(m_questions, 1);

    // Large letters or four attempts may need more room than there is.
    auto* above = new QWidget(this);
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_attempts);
    column->addWidget(m_differences);
    m_row->setSpacing(ui::px(ui::kMedium));
    column->addLayout(m_row, 1);
    auto* scroll = new KeylessScrollArea(this);
    scroll->setWidget(above);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(ui::px(ui::kSmall));
    content->addWidget(scroll, 1);
    content->addWidget(m_bar);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::px(ui::kSmall));
    layout->addLayout(choices);
    layout->addWidget(m_banner);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_content, 1);
}

void SideBySideView::connectControls() {
    const auto chosen = [this](QComboBox* box, void (SideBySideView::*then)()) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, then] {
            if (!m_filling)
                (this->*then)();
        });
    };
    chosen(m_mentees, &SideBySideView::fillKits);
    chosen(m_kits, &SideBySideView::fillQuestions);
    chosen(m_questions, &SideBySideView::fillAttempts);
    connect(m_attempts, &AttemptChoice::changed, this, &SideBySideView::showAnswers);

    connect(m_bar, &StepBar::playToggled, this, [this] {
        if (m_players && m_players->playing())
            pause();
        else
            play();
    });
    connect(m_bar, &StepBar::stepped, this, [this](int frames) {
        if (!m_players)
            return;
        pause();
        m_players->step(frames);
        watch();
    });
    connect(m_bar, &StepBar::sought, this, [this](MediaTime time) {
        if (!m_players)
            return;
        m_players->seek(time);
        watch();
    });
    connect(m_bar, &StepBar::speedChanged, this, [this](double speed) {
        if (m_players)
            m_players->setSpeed(speed);
    });
    connect(m_bar, &StepBar::volumeChanged, this, [this](double volume) {
        if (m_players)
            m_players->setVolume(volume);
    });
}

void SideBySideView::refresh() {
    m_banner->dismiss();
    const Result<void> filled = fillMentees();
    if (filled.ok())
        fillKits();
    else
        m_banner->showError(filled.error());
}

Result<void> SideBySideView::fillMentees() {
    const catalog::PersonId actor = m_catalog.actor();
    bool onlyOwn = false;
    if (!actor.isNull())
        onlyOwn = TRY(m_catalog.people().byId(actor)).roles == std::set<catalog::Role>{catalog::Role::Mentee};
    const QString wanted = m_mentees->currentData().toString();
    m_filling = true;
    m_mentees->clear();
    const auto mentees = m_catalog.sessions().mentees();
    if (mentees.ok())
        for (const catalog::MenteeHead& mentee : *mentees)
            if (!onlyOwn || mentee.id == actor)
                m_mentees->addItem(ui::toQString(mentee.name), idText(mentee.id));
    m_mentees->setCurrentIndex(std::max(0, m_mentees->findData(wanted)));
    m_filling = false;
    return mentees.ok() ? Result<void>() : mentees.error();
}

void SideBySideView::fillKits() {
    const QString wanted = m_kits->currentData().toString();
    m_filling = true;
    m_kits->clear();
    if (const auto mentee = chosenIn<catalog::PersonId>(*m_mentees)) {
        const auto kits = kitsOf(m_catalog, *mentee);
        if (kits.ok())
            for (const catalog::Kit& kit : *kits)
                m_kits->addItem(ui::toQString(kit.name), idText(kit.id));
        else
            m_banner->showError(kits.error());
    }
    m_kits->setCurrentIndex(std::max(0, m_kits->findData(wanted)));
    m_filling = false;
    fillQuestions();
}

void SideBySideView::fillQuestions() {
    const QString wanted = m_questions->currentData().toString();
    const auto mentee = chosenIn<catalog::PersonId>(*m_mentees);
    const auto kit = chosenIn<catalog::KitId>(*m_kits);
    m_asked.clear();
    if (mentee && kit) {
        auto asked = askedQuestions(m_catalog, *mentee, *kit);
        if (asked.ok())
            m_asked = std::move(asked).value();
        else
            m_banner->showError(asked.error());
    }
    m_filling = true;
    m_questions->clear();
    int first = -1; // that two attempts answered
    for (const AskedQuestion& asked : m_asked) {
        m_questions->addItem(
            tr("%1. %2").arg(m_questions->count() + 1).arg(ui::toQString(asked.question.text)),
            idText(asked.question.id));
        m_questions->setItemData(m_questions->count() - 1, ui::toQString(asked.question.text),
                                 Qt::ToolTipRole);
        if (first < 0 && std::ranges::count(asked.sessions, true, &QuestionSession::marked) > 1)
            first = m_questions->count() - 1;
    }
    const int kept = m_questions->findData(wanted);
    m_questions->setCurrentIndex(kept >= 0 ? kept : std::max(0, first));
    m_filling = false;
    fillAttempts();
}

void SideBySideView::fillAttempts() {
    std::vector<catalog::SessionId> kept;
    for (const catalog::Session& session : m_attempts->chosen())
        kept.push_back(session.id);
    const auto index = m_questions->currentIndex();
    std::vector<QuestionSession> sessions;
    if (index >= 0)
        sessions = m_asked[static_cast<std::size_t>(index)].sessions;
    m_attempts->setSessions(sessions);
    m_attempts->choose(kept);
    if (m_attempts->chosen().size() < 2) {
        // The first and the last, rather those of which it is known where the question was answered.
        std::vector<catalog::SessionId> offered;
        for (const bool marked : {true, false}) {
            for (const QuestionSession& each : sessions)
                if (each.recorded && (each.marked || !marked))
                    offered.push_back(each.session.id);
            if (offered.size() > 1)
                break;
            offered.clear();
        }
        if (!offered.empty())
            m_attempts->choose({offered.front(), offered.back()});
    }
    showAnswers();
}

void SideBySideView::choose(catalog::PersonId mentee, catalog::KitId kit) {
    m_filling = true;
    m_mentees->setCurrentIndex(std::max(0, m_mentees->findData(idText(mentee))));
    m_filling = false;
    fillKits();
    m_filling = true;
    m_kits->setCurrentIndex(std::max(0, m_kits->findData(idText(kit))));
    m_questions->clear(); // the first that two attempts answered
    m_filling = false;
    fillQuestions();
}

void SideBySideView::chooseQuestion(catalog::QuestionId question) {
    if (const int index = m_questions->findData(idText(question)); index >= 0)
        m_questions->setCurrentIndex(index);
}

void SideBySideView::chooseAttempts(const std::vector<catalog::SessionId>& sessions) {
    m_attempts->choose(sessions);
    showAnswers();
}

const PersonProgress& SideBySideView::progress() {
    const catalog::PersonId mentee = chosenIn<catalog::PersonId>(*m_mentees).value_or(catalog::PersonId());
    const ProgressOf now{mentee, m_catalog.actor(), m_catalog.revision()};
    if (now == m_progressOf)
        return m_progress;
    m_progressOf = now;
    m_progress = {};
    if (auto progress = progressOf(m_catalog, mentee); progress.ok())
        m_progress = std::move(progress).value();
    else
        m_banner->showError(progress.error());
    return m_progress;
}

void SideBySideView::showAnswers() {
    const auto index = m_questions->currentIndex();
    const bool two = index >= 0 && std::ranges::count(m_asked[static_cast<std::size_t>(index)].sessions, true,
                                                      &QuestionSession::recorded) > 1;
    m_mentees->setVisible(m_mentees->count() > 0);
    m_kits->setVisible(m_kits->count() > 0);
    m_questions->setVisible(index >= 0);
    if (!two) {
        closePlayers();
        m_answers.clear();
        showEmpty(m_mentees->count() == 0
                      ? tr("Nothing to compare yet. Once two attempts at a kit are recorded, their answers "
                           "play here side by side.")
                  : m_kits->count() == 0
                      ? tr("%1 has no attempt that you may see.").arg(m_mentees->currentText())
                      : tr("There is no second recorded attempt of %1 at this question yet.")
                            .arg(m_mentees->currentText()));
        return;
    }
    std::vector<QuestionAttempt> answers;
    for (const catalog::Session& session : m_attempts->chosen()) {
        auto answer =
            readQuestionAttempt(m_catalog, session, m_asked[static_cast<std::size_t>(index)].question.id);
        if (!answer.ok()) {
            m_banner->showError(answer.error());
            continue;
        }
        answers.push_back(std::move(answer).value());
    }
    showEmpty({});
    m_differences->setText(differencesText(answers, progress()));
    const bool same = std::ranges::equal(answers, m_answers, sameAnswer);
    m_answers = std::move(answers);
    if (same && m_columns.size() == m_answers.size()) {
        for (std::size_t place = 0; place < m_columns.size(); ++place)
            m_columns[place]->setAttempt(m_answers[place]);
        return;
    }
    closePlayers();
    makeColumns();
    if (isVisible())
        openPlayers();
}

void SideBySideView::makeColumns() {
    for (AnswerColumn* column : m_columns)
        delete column;
    m_columns.clear();
    for (std::size_t place = 0; place < m_answers.size(); ++place) {
        const auto room = m_answers.size() > 2 ? AnswerColumn::Room::Narrow : AnswerColumn::Room::Wide;
        auto* column = new AnswerColumn(m_answers[place], static_cast<int>(place) + 1, room, m_content);
        m_row->addWidget(column, 1);
        m_columns.push_back(column);
        connect(column, &AnswerColumn::hearRequested, this, [this, place] { hear(place); });
        connect(column, &AnswerColumn::nudgedByFrames, this,
                [this, place](int frames) { nudgeByFrames(place, frames); });
        connect(column, &AnswerColumn::nudged, this, [this, place](MediaTime by) { nudge(place, by); });
        connect(column, &AnswerColumn::startRequested, this, [this, place](MediaTime start) {
            if (m_players)
                nudge(place, start - m_players->start(place));
        });
        connect(column, &AnswerColumn::momentActivated, this, [this, place](MediaTime at) {
            if (!m_players)
                return;
            m_players->seek(at - m_players->start(place));
            watch();
        });
        connect(column, &AnswerColumn::openRequested, this, [this, place] {
            const QuestionAttempt& answer = m_answers[place];
            std::optional<MediaTime> at;
            if (answer.recording)
                at = m_players ? std::max(MediaTime(), m_players->position() + m_players->start(place))
                               : answer.start;
            pause();
            emit openSession(answer.session.id, at);
        });
    }
    m_bar->setRange(rangeOf(m_answers));
    m_bar->setPosition({});
}

void SideBySideView::showEmpty(const QString& sentence) {
    m_emptyText = sentence;
    m_empty->setSentence(sentence);
    m_empty->setVisible(!sentence.isEmpty());
    m_content->setVisible(sentence.isEmpty());
}

QString SideBySideView::differences() const {
    return m_differences->text();
}

void SideBySideView::openPlayers() {
    if (m_players || m_answers.empty())
        return;
    const QString question = m_questions->currentData().toString();
    std::vector<PlayersInStep::Place> places;
    for (const QuestionAttempt& answer : m_answers) {
        const auto moved = QSettings().value(nudgeKey(answer, question), 0).toLongLong();
        places.push_back({answer.file, answer.start + MediaTime::fromMicroseconds(moved)});
    }
    m_players = PlayersInStep::open(places);
    m_players->setRange(rangeOf(m_answers));
    m_players->setSpeed(m_bar->speed());
    m_players->setVolume(m_bar->volume());
    m_output = std::make_unique<SoundOutput>(*m_players);
    // The first that can be heard.
    for (std::size_t place = 0; place < m_players->size(); ++place) {
        const Player* player = m_players->player(place);
        if (player != nullptr && !player->soundTracks().empty()) {
            m_players->hear(place);
            break;
        }
    }
    for (std::size_t place = 0; place < m_columns.size(); ++place) {
        const Player* player = m_players->player(place);
        if (player != nullptr && !player->hasPicture())
            m_columns[place]->picture()->setSentence(tr("This recording is sound only."));
    }
    showPlaces();
    watch();
}

void SideBySideView::closePlayers() {
    m_timer.stop();
    m_output.reset();
    m_players.reset();
    m_bar->setPlaying(false);
}

void SideBySideView::left() {
    closePlayers();
    for (AnswerColumn* column : m_columns)
        column->picture()->clear();
}

void SideBySideView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    openPlayers();
}

void SideBySideView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    pause();
}

void SideBySideView::play() {
    if (!m_players)
        return;
    m_output->start();
    m_players->play();
    watch();
}

void SideBySideView::pause() {
    if (!m_players)
        return;
    m_players->pause();
    m_output->stop();
    watch();
}

void SideBySideView::hear(std::size_t place) {
    if (!m_players || place >= m_players->size())
        return;
    m_players->hear(place);
    showPlaces();
}

void SideBySideView::nudgeByFrames(std::size_t place, int frames) {
    if (!m_players)
        return;
    pause();
    m_players->nudge(place, frames);
    m_nudged = place;
    watch();
}

void SideBySideView::nudge(std::size_t place, MediaTime by) {
    if (!m_players)
        return;
    m_players->setStart(place, m_players->start(place) + by);
    m_nudged = place;
    watch();
}

/// For the next time that the two are looked at.
void SideBySideView::keepNudge(std::size_t place) const {
    const MediaTime moved = m_players->start(place) - m_answers[place].start;
    const QString key = nudgeKey(m_answers[place], m_questions->currentData().toString());
    if (moved == MediaTime())
        QSettings().remove(key);
    else
        QSettings().setValue(key, static_cast<qlonglong>(moved.microseconds()));
}

/// Something may be due now or soon.
void SideBySideView::watch() {
    if (!m_timer.isActive())
        m_timer.start();
    tick();
}

void SideBySideView::tick() {
    m_players->update();
    const auto takePictures = [this] {
        for (std::size_t place = 0; place < m_columns.size(); ++place)
            if (auto picture = m_players->takePicture(place))
                m_columns[place]->picture()->setPicture(*std::move(picture));
    };
    takePictures();
    const bool playing = m_players->playing();
    if (!m_players->seeking()) {
        if (m_nudged)
            keepNudge(*m_nudged);
        if (std::exchange(m_nudged, std::nullopt))
            showPlaces();
        if (!playing) {
            // The answer to a jump may have come between the two questions.
            takePictures();
            m_timer.stop();
            m_output->stop();
        }
    }
    if (m_timer.isActive())
        m_timer.start(std::clamp(
            std::chrono::ceil<std::chrono::milliseconds>(m_players->untilNextPicture().value_or(kLook)),
            std::chrono::milliseconds(1), kLook));
    for (std::size_t place = 0; place < m_columns.size(); ++place)
        if (const auto failure = m_players->failure(place))
            m_columns[place]->setFailure(failure);
    m_bar->setPlaying(playing);
    m_bar->setPosition(m_players->position());
}

void SideBySideView::showPlaces() {
    for (std::size_t place = 0; place < m_columns.size(); ++place) {
        const Player* player = m_players->player(place);
        m_columns[place]->setHeard(place == m_players->heard());
        m_columns[place]->hearButton()->setEnabled(player != nullptr && !player->soundTracks().empty());
        m_columns[place]->setStart(m_players->start(place));
    }
}

} // namespace mockingbird::review

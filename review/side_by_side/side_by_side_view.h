// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/ids.h"
#include "review/compare/progress.h"
#include "review/compare/question_attempts.h"

#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace mockingbird::catalog {
class Catalog;
}
namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

class AnswerColumn;
class AttemptChoice;
class PlayersInStep;
class SoundOutput;
class StepBar;

/// The same question in two to four of a mentee's attempts: their pictures play as one from the start of each
/// answer, under each its levels and notes, above them what differs. Owns the players and their sound output.
/// GUI thread.
class SideBySideView : public QWidget {
    Q_OBJECT

public:
    explicit SideBySideView(catalog::Catalog& catalog, QWidget* parent = nullptr);
    ~SideBySideView() override;

    /// Reads the catalog anew; keeps what is chosen and, where nothing of it changed, what plays.
    void refresh();
    /// Shows that mentee's attempts at that kit, where the acting person may see them: the first question
    /// that two of them answered, in the first and the last attempt.
    void choose(catalog::PersonId mentee, catalog::KitId kit);
    void chooseQuestion(catalog::QuestionId question);
    /// Two to kMost of them; others are passed over.
    void chooseAttempts(const std::vector<catalog::SessionId>& sessions);
    /// The page is left: nothing plays on, and the files are let go.
    void left();

    void play();
    void pause();
    [[nodiscard]] PlayersInStep* players() const { return m_players.get(); } ///< null while nothing is open
    [[nodiscard]] const std::vector<AnswerColumn*>& columns() const { return m_columns; }
    [[nodiscard]] QComboBox* menteeChoice() const { return m_mentees; }
    [[nodiscard]] QComboBox* kitChoice() const { return m_kits; }
    [[nodiscard]] QComboBox* questionChoice() const { return m_questions; }
    [[nodiscard]] AttemptChoice* attemptChoice() const { return m_attempts; }
    [[nodiscard]] StepBar* stepBar() const { return m_bar; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    /// What differs between the attempts on show, as it stands above them.
    [[nodiscard]] QString differences() const;
    /// What stands where there is nothing to show side by side; empty where there is.
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

signals:
    /// To be opened in Review, at a moment of its recording where there is one.
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void connectControls();
    [[nodiscard]] Result<void> fillMentees();
    void fillKits();
    void fillQuestions();
    void fillAttempts();
    void showAnswers();
    /// The mentee's on show; read where something changed.
    const PersonProgress& progress();
    void showEmpty(const QString& sentence);
    void openPlayers();
    void closePlayers();
    void makeColumns();
    void nudgeByFrames(std::size_t place, int frames);
    void nudge(std::size_t place, MediaTime by);
    void keepNudge(std::size_t place) const;
    void hear(std::size_t place);
    void watch();
    void tick();
    void showPlaces();

    catalog::Catalog& m_catalog;
    bool m_filling = false;
    QString m_emptyText;
    std::vector<AskedQuestion> m_asked;
    std::vector<QuestionAttempt> m_answers; ///< those on show
    struct ProgressOf {
        catalog::PersonId mentee;
        catalog::PersonId actor;
        std::int64_t revision = -1; ///< of the catalog
        bool operator==(const ProgressOf&) const = default;
    };
    ProgressOf m_progressOf; ///< what m_progress was read of
    PersonProgress m_progress;
    std::unique_ptr<PlayersInStep> m_players;
    std::unique_ptr<SoundOutput> m_output; ///< after the players, whom it must not outlive
    QTimer m_timer;
    std::optional<std::size_t> m_nudged; ///< whose start moves by frames, until it is known

    QComboBox* m_mentees;
    QComboBox* m_kits;
    QComboBox* m_questions;
    AttemptChoice* m_attempts;
    ui::Banner* m_banner;
    QLabel* m_differences;
    ui::EmptyState* m_empty;
    QWidget* m_content;
    QHBoxLayout* m_row;
    std::vector<AnswerColumn*> m_columns;
    StepBar* m_bar;
};

} // namespace mockingbird::review

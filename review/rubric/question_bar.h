// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace mockingbird::review {

/// The kit's questions as a row of numbers to choose from, with a tick where all is scored, and the chosen
/// question's words below. It follows the question at the moment shown until the person chooses one, and
/// again once they ask for that.
class QuestionBar : public QWidget {
    Q_OBJECT

public:
    explicit QuestionBar(QWidget* parent = nullptr);

    void setQuestions(const std::vector<catalog::Question>& questions);
    /// The question at the moment shown; nullopt leaves the last one.
    void follow(std::optional<catalog::QuestionId> question);
    /// As if the person had chosen it.
    void choose(catalog::QuestionId question);
    void setProgress(catalog::QuestionId question, std::size_t scored, std::size_t wanted);
    [[nodiscard]] std::optional<catalog::QuestionId> chosen() const;
    [[nodiscard]] bool follows() const;
    [[nodiscard]] const std::vector<QToolButton*>& buttons() const { return m_buttons; }
    [[nodiscard]] QToolButton* followButton() const { return m_follow; }

signals:
    void chosenChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintChosen();
    void select(std::size_t index);
    [[nodiscard]] std::optional<std::size_t> indexOf(catalog::QuestionId question) const;

    std::vector<catalog::Question> m_questions;
    std::vector<QToolButton*> m_buttons;
    std::optional<std::size_t> m_chosen;
    std::optional<catalog::QuestionId> m_shown;
    QWidget* m_row;
    QToolButton* m_follow;
    QLabel* m_text;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace mockingbird::ui {

/// What a message is about, told by icon and words as well as by colour.
enum class Tone { Neutral, Info, Success, Warning, Danger };

/// A message on the page with one action at most (a second, quiet one where it must be), hidden until there
/// is one to show. It is put where it concerns, never over anything, and read out by screen readers. GUI
/// thread.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void showMessage(Tone tone, const QString& text, const QString& actionText = {},
                     std::function<void()> action = {});
    /// A second, quiet action beside the first; until the next message.
    void setSecondAction(const QString& text, std::function<void()> action);
    /// The error's sentence, as Danger.
    void showError(const Error& error);
    void dismiss();

    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QPushButton* actionButton() const { return m_action; }
    [[nodiscard]] QPushButton* secondButton() const { return m_second; }
    /// Without the button that closes it: for what stays true until something is done.
    void setDismissable(bool dismissable);

signals:
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintTone();

    Tone m_tone = Tone::Info;
    std::function<void()> m_do;
    std::function<void()> m_doSecond;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_second;
    QToolButton* m_close;
};

} // namespace mockingbird::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace mockingbird::ui {

/// What a page or list shows while it holds nothing: an icon, a sentence, and the one thing to do about it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    /// `iconName` is one of common/ui/icons; no button without `actionText`.
    EmptyState(const char* iconName, const QString& sentence, const QString& actionText = {},
               QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    [[nodiscard]] QPushButton* actionButton() const { return m_action; }

signals:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintIcon();

    const char* m_iconName;
    QLabel* m_icon;
    QLabel* m_sentence;
    QPushButton* m_action;
};

} // namespace mockingbird::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace mockingbird::review {

/// Asks for the moment that carries a top or bottom level: a sentence and the button that adds the moment
/// shown. It stops nobody. Read out by screen readers when it appears.
class EvidencePrompt : public QFrame {
    Q_OBJECT

public:
    explicit EvidencePrompt(QWidget* parent = nullptr);

    /// `action` is the button's text; disabled where `possible` is false.
    void setAction(const QString& action, bool possible);
    void setSentence(const QString& sentence);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QPushButton* addButton() const { return m_add; }

signals:
    void momentAdded();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void paintGround();

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_add;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <array>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace mockingbird::review {

/// What the panel shows of a review.
struct SummaryContent {
    QString summary;
    std::vector<std::string> commitments;
    QString others; ///< what other raters summed up, where that may be seen
    QString state;  ///< such as "Sealed on 3 March 2026"
    bool editable = false;
};

/// The review in words: its summary, up to three commitments, and the button that seals it. What is typed is
/// handed on at each pause in typing and when a field is left.
class SummaryPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kPauseMs = 800;

    explicit SummaryPanel(QWidget* parent = nullptr);

    /// Leaves alone what is being typed.
    void showContent(const SummaryContent& content);
    /// Hands on what was typed since the last pause.
    void flush();
    [[nodiscard]] QPlainTextEdit* summaryField() const { return m_summary; }
    [[nodiscard]] const std::array<QLineEdit*, 3>& commitmentFields() const { return m_commitments; }
    [[nodiscard]] QPushButton* sealButton() const { return m_seal; }

signals:
    void summaryWritten(const QString& text);
    void commitmentsWritten(const QStringList& texts);
    void sealRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QStringList commitmentTexts() const;
    void buildLayout();

    bool m_showing = false;
    bool m_summaryTouched = false;
    bool m_commitmentsTouched = false;
    QTimer m_pause;
    QLabel* m_state;
    QPlainTextEdit* m_summary;
    std::array<QLineEdit*, 3> m_commitments{};
    QLabel* m_others;
    QPushButton* m_seal;
};

} // namespace mockingbird::review

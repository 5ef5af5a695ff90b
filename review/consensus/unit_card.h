// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/consensus/consensus_content.h"

#include <QFrame>
#include <QTimer>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::review {

class LevelPicker;

/// One criterion (of a question or of the session): every rater's level with its anchor and evidence, and the
/// level agreed on with its reason. Where it may be edited, choosing a level hands it on at once; the reason
/// follows at each pause in typing and when the field is left.
class UnitCard : public QFrame {
    Q_OBJECT

public:
    static constexpr int kPauseMs = 800;

    UnitCard(const ConsensusContent& content, const ScoredUnit& unit, QWidget* parent = nullptr);

    /// The same unit with what stands now; leaves alone what is being typed.
    void showContent(const ConsensusContent& content, const ScoredUnit& unit);
    /// Hands on a reason that is being typed, where there is a level to give it for.
    void flush();

    [[nodiscard]] const ScoredUnit& unit() const { return m_unit; }
    [[nodiscard]] LevelPicker* picker() const { return m_picker; }
    [[nodiscard]] QLineEdit* reasonField() const { return m_reason; }
    [[nodiscard]] QPushButton* withdrawButton() const { return m_withdraw; }
    [[nodiscard]] QString text() const; ///< every sentence shown

signals:
    void jumpRequested(const mockingbird::catalog::Evidence& evidence);
    void agreed(int level, const QString& reason);
    void withdrawn(mockingbird::catalog::AgreedScoreId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildAgreeing();
    void showRaters(const ConsensusContent& content);
    void addRater(const ConsensusContent& content, const catalog::Score& score, QVBoxLayout* column);
    /// The same as long as the raters' part looks the same.
    [[nodiscard]] QString ratersKey(const ConsensusContent& content) const;
    void showAgreed(const ConsensusContent& content);

    ScoredUnit m_unit;
    catalog::Criterion m_criterion;
    std::optional<catalog::AgreedScore> m_agreed;
    QString m_ratersShown;
    bool m_reasonTouched = false;
    QTimer m_pause;
    QVBoxLayout* m_column;
    QLabel* m_apart;
    QWidget* m_raters = nullptr;
    QLabel* m_agreedText;
    QWidget* m_agreeing;
    LevelPicker* m_picker = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_withdraw = nullptr;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/agreement/rater_tendency.h"

#include <QWidget>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace mockingbird::review {

class TendencyFigure;
struct FigureContent;

/// How the viewer tends to rate, for them alone: severity, spread, middle levels, evidence; each with a plain
/// sentence and what it rests on. Says so where there are too few reviews to tell.
class TendencyPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kLeastReviews = 3;

    explicit TendencyPanel(QWidget* parent = nullptr);

    void showTendency(const RaterTendency& tendency);
    [[nodiscard]] const std::vector<TendencyFigure*>& figures() const { return m_figures; }
    [[nodiscard]] QString text() const; ///< every sentence shown

private:
    [[nodiscard]] static FigureContent severity(const RaterTendency& tendency);
    [[nodiscard]] static FigureContent spread(const RaterTendency& tendency);
    [[nodiscard]] static FigureContent central(const RaterTendency& tendency);
    [[nodiscard]] static FigureContent evidence(const RaterTendency& tendency);

    QLabel* m_about;
    QLabel* m_tooFew;
    QVBoxLayout* m_column;
    std::vector<TendencyFigure*> m_figures;
};

} // namespace mockingbird::review

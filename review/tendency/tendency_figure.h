// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

class QLabel;

namespace mockingbird::review {

/// One figure as it is shown: on a scale from `low` to `high`, with the co-raters' beside it where it has
/// one.
struct FigureContent {
    QString name;
    QString sentence;
    QString basis; ///< what it rests on
    QString lowText;
    QString highText;
    double low = 0;
    double high = 1;
    std::optional<double> own;
    std::optional<double> others;
    std::optional<double> middle; ///< a mark on the scale, such as "as the others"
};

/// A figure's name, a scale with the rater's own place (a filled dot) and the co-raters' (an open diamond),
/// and the sentence that says the same in words.
class TendencyFigure : public QWidget {
    Q_OBJECT

public:
    explicit TendencyFigure(const FigureContent& content, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    FigureContent m_content;
};

} // namespace mockingbird::review

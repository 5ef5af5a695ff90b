// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <utility>
#include <vector>

class QApplication;
class QLabel;

namespace mockingbird::ui {

enum class Scheme { Light, Dark };

/// The theme's colours, named for what they are for. Text and its ground are pairs; see contrastPairs().
struct Colors {
    QColor window;        ///< behind everything
    QColor surface;       ///< cards, lists, fields
    QColor raised;        ///< hovered rows, the rail's selected entry, wells
    QColor border;        ///< lines that only separate
    QColor controlBorder; ///< lines that tell a control from its ground
    QColor text;
    QColor muted; ///< secondary text
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor onAccentSoft;
    QColor danger; ///< the record button
    QColor onDanger;
    QColor dangerSoft;
    QColor onDangerSoft;
    QColor warningSoft;
    QColor onWarningSoft;
    QColor successSoft;
    QColor onSuccessSoft;
    QColor focus;
};

[[nodiscard]] const Colors& colorsOf(Scheme scheme);
/// Of the scheme that is shown now. Read them when painting: they change while the program runs.
[[nodiscard]] const Colors& colors();
[[nodiscard]] Scheme scheme();

struct ColorPair {
    QString what;
    QColor text;
    QColor ground;
    double least; ///< the contrast it needs: 4.5 for text, 3 for the lines of controls
};
/// Every text colour with every ground it is put on.
[[nodiscard]] std::vector<ColorPair> contrastPairs(Scheme scheme);
/// WCAG 2's contrast ratio, 1..21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

/// Spacing, in pixels before scaling; use with px().
inline constexpr int kTight = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 20;
inline constexpr int kPageMargin = 32;
inline constexpr int kRadius = 8;

/// A length that grows with the text.
[[nodiscard]] int px(int length);
/// 1 to 2: how large text is shown. MOCKINGBIRD_TEXT_SCALE, else the person's setting.
[[nodiscard]] double textScale();

enum class TextStyle { Body, Small, Strong, Heading, Title, Clock };
/// The style's font at the present scale.
[[nodiscard]] QFont font(TextStyle style);
/// A label in that style that follows changes of scale and scheme; text is plain and wraps for Body and
/// Small.
[[nodiscard]] QLabel* label(const QString& text, TextStyle style, QWidget* parent = nullptr);
/// The same in the colour for secondary text.
[[nodiscard]] QLabel* mutedLabel(const QString& text, TextStyle style = TextStyle::Body,
                                 QWidget* parent = nullptr);

/// Puts palette, font and style sheet on the application. Called at the start and at each change of the
/// system's or the person's wish; widgets hear of it as QEvent::StyleChange.
void applyTheme(QApplication& application, Scheme scheme, double scale);

} // namespace mockingbird::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/theme.h"

#include "common/ui/style_sheet.h"

#include <QApplication>
#include <QLabel>
#include <QPalette>
#include <QStyleFactory>
#include <algorithm>
#include <cmath>

namespace mockingbird::ui {

namespace {

Scheme g_scheme = Scheme::Light; // GUI thread alone
double g_scale = 1.0;

const Colors kLight{
    .window = QColor(0xF5F7F6),
    .surface = QColor(0xFFFFFF),
    .raised = QColor(0xEAEFED),
    .border = QColor(0xDCE3E0),
    .controlBorder = QColor(0x7C8985),
    .text = QColor(0x1A2322),
    .muted = QColor(0x51605C),
    .accent = QColor(0x1C625D),
    .onAccent = QColor(0xFFFFFF),
    .accentSoft = QColor(0xDAECE8),
    .onAccentSoft = QColor(0x124642),
    .danger = QColor(0xBC2B22),
    .onDanger = QColor(0xFFFFFF),
    .dangerSoft = QColor(0xFBE8E5),
    .onDangerSoft = QColor(0x8A1B14),
    .warningSoft = QColor(0xFFF1D2),
    .onWarningSoft = QColor(0x664500),
    .successSoft = QColor(0xDFF1E2),
    .onSuccessSoft = QColor(0x1B5728),
    .focus = QColor(0x12726B),
};

const Colors kDark{
    .window = QColor(0x141918),
    .surface = QColor(0x1D2423),
    .raised = QColor(0x28312F),
    .border = QColor(0x333E3C),
    .controlBorder = QColor(0x7E8D89),
    .text = QColor(0xE6ECEA),
    .muted = QColor(0xA8B5B1),
    .accent = QColor(0x71C7BD),
    .onAccent = QColor(0x082421),
    .accentSoft = QColor(0x1E3D39),
    .onAccentSoft = QColor(0xB3E5DE),
    .danger = QColor(0xC9372C),
    .onDanger = QColor(0xFFFFFF),
    .dangerSoft = QColor(0x43201D),
    .onDangerSoft = QColor(0xFFC9C2),
    .warningSoft = QColor(0x3D3115),
    .onWarningSoft = QColor(0xF7D993),
    .successSoft = QColor(0x1D3A25),
    .onSuccessSoft = QColor(0xB5E3BF),
    .focus = QColor(0x8FDDD3),
};

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

QPalette paletteOf(const Colors& c) {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color, const QColor& disabled) {
        palette.setColor(role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, c.window, c.window);
    set(QPalette::WindowText, c.text, c.muted);
    set(QPalette::Base, c.surface, c.window);
    set(QPalette::AlternateBase, c.window, c.window);
    set(QPalette::Text, c.text, c.muted);
    set(QPalette::PlaceholderText, c.muted, c.muted);
    set(QPalette::Button, c.surface, c.window);
    set(QPalette::ButtonText, c.text, c.muted);
    set(QPalette::BrightText, c.onDanger, c.onDanger);
    set(QPalette::ToolTipBase, c.raised, c.raised);
    set(QPalette::ToolTipText, c.text, c.text);
    set(QPalette::Highlight, c.accent, c.border);
    set(QPalette::HighlightedText, c.onAccent, c.muted);
    set(QPalette::Link, c.accent, c.muted);
    set(QPalette::LinkVisited, c.accent, c.muted);
    set(QPalette::Light, c.raised, c.raised);
    set(QPalette::Midlight, c.raised, c.raised);
    set(QPalette::Mid, c.border, c.border);
    set(QPalette::Dark, c.controlBorder, c.border);
    set(QPalette::Shadow, c.controlBorder, c.border);
    return palette;
}

/// Of the body text, before scaling: the desktop's, within what reads well.
double basePoints() {
    static const double points = std::clamp(QApplication::font().pointSizeF(), 10.0, 13.0);
    return points;
}

const char* styleName(TextStyle style) {
    switch (style) {
    case TextStyle::Body:
        return "body";
    case TextStyle::Small:
        return "small";
    case TextStyle::Strong:
        return "strong";
    case TextStyle::Heading:
        return "heading";
    case TextStyle::Title:
        return "title";
    case TextStyle::Clock:
        return "clock";
    }
    return "body";
}

} // namespace

const Colors& colorsOf(Scheme wanted) {
    return wanted == Scheme::Light ? kLight : kDark;
}
const Colors& colors() {
    return colorsOf(g_scheme);
}
Scheme scheme() {
    return g_scheme;
}
double textScale() {
    return g_scale;
}
int px(int length) {
    return static_cast<int>(std::lround(length * g_scale));
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<ColorPair> contrastPairs(Scheme wanted) {
    const Colors& c = colorsOf(wanted);
    constexpr double kText = 4.5;
    constexpr double kLine = 3.0;
    return {
        {"text on window", c.text, c.window, kText},
        {"text on surface", c.text, c.surface, kText},
        {"text on raised", c.text, c.raised, kText},
        {"muted on window", c.muted, c.window, kText},
        {"muted on surface", c.muted, c.surface, kText},
        {"muted on raised", c.muted, c.raised, kText},
        {"accent as text on window", c.accent, c.window, kText},
        {"accent as text on surface", c.accent, c.surface, kText},
        {"accent as text on raised", c.accent, c.raised, kText},
        {"text on the accent", c.onAccent, c.accent, kText},
        {"text on the soft accent", c.onAccentSoft, c.accentSoft, kText},
        {"text on danger", c.onDanger, c.danger, kText},
        {"text on soft danger", c.onDangerSoft, c.dangerSoft, kText},
        {"text on soft warning", c.onWarningSoft, c.warningSoft, kText},
        {"text on soft success", c.onSuccessSoft, c.successSoft, kText},
        {"a control's line on window", c.controlBorder, c.window, kLine},
        {"a control's line on surface", c.controlBorder, c.surface, kLine},
        {"focus on window", c.focus, c.window, kLine},
        {"focus on surface", c.focus, c.surface, kLine},
        {"focus ring of a filled button", c.text, c.window, kLine},
        {"the record button on window", c.danger, c.window, kLine},
    };
}

QFont font(TextStyle style) {
    QFont result = QApplication::font();
    result.setPointSizeF(textPoints(style, basePoints() * g_scale));
    if (style == TextStyle::Strong || style == TextStyle::Heading || style == TextStyle::Title)
        result.setWeight(QFont::DemiBold);
    return result;
}

QLabel* label(const QString& text, TextStyle style, QWidget* parent) {
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setProperty("textStyle", styleName(style));
    made->setWordWrap(style == TextStyle::Body || style == TextStyle::Small);
    return made;
}

QLabel* mutedLabel(const QString& text, TextStyle style, QWidget* parent) {
    QLabel* made = label(text, style, parent);
    made->setProperty("muted", true);
    return made;
}

void applyTheme(QApplication& application, Scheme wanted, double scale) {
    const double points = basePoints();
    g_scheme = wanted;
    g_scale = std::clamp(scale, 1.0, 2.0);
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont base = application.font();
    base.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    base.setPointSizeF(points * g_scale);
    application.setFont(base);
    application.setPalette(paletteOf(colors()));
    application.setStyleSheet(styleSheet(colors(), g_scheme, points * g_scale));
}

} // namespace mockingbird::ui

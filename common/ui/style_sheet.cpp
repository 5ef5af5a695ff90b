// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/style_sheet.h"

#include <QRegularExpression>

// As in icons.cpp: the resources of a static library are not linked by themselves.
static void initControlResources() {
    Q_INIT_RESOURCE(controls);
}

namespace mockingbird::ui {

namespace {

// `@name` is a colour of the theme, `%n` a length of n pixels before scaling, `~name` a text style's size,
// and `$` the scheme's name in the file names of the small drawings.
constexpr const char* kSheet = R"(
QMainWindow, QDialog, QMessageBox, QWidget#pageBody { background: @window; }
QLabel { background: transparent; }
QLabel[textStyle="small"] { font-size: ~small; }
QLabel[textStyle="strong"] { font-weight: 600; }
QLabel[textStyle="heading"] { font-size: ~heading; font-weight: 600; }
QLabel[textStyle="title"] { font-size: ~title; font-weight: 600; }
QLabel[textStyle="clock"] { font-size: ~clock; font-weight: 500; }
QLabel[muted="true"] { color: @muted; }
QToolTip { background: @raised; color: @text; border: 1px solid @controlBorder; padding: %4px; }

QPushButton { background: @surface; color: @text; border: 1px solid @controlBorder; border-radius: %8px;
  padding: %7px %15px; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border: 2px solid @focus; padding: %6px %14px; }
QPushButton:disabled { color: @muted; border-color: @border; background: @window; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus, QPushButton[kind="record"]:focus { border: 2px solid @text; }
QPushButton[kind="record"] { background: @danger; color: @onDanger; border-color: @danger; font-weight: 600; }
QPushButton[kind="record"]:hover { background: @dangerHover; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="record"]:disabled { background: @raised; color: @muted;
  border-color: @border; }
QPushButton[kind="quiet"] { background: transparent; color: @accent; border-color: transparent; padding: %7px %9px; }
QPushButton[kind="quiet"]:hover { background: @raised; }
QPushButton[kind="quiet"]:focus { border: 2px solid @focus; padding: %6px %8px; }
QPushButton[kind="quiet"]:disabled { color: @muted; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[large="true"] { padding: %11px %23px; font-size: ~large; }
QPushButton[large="true"]:focus { padding: %10px %22px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: %6px; padding: %5px; }
QToolButton:hover, QToolButton:checked { background: @raised; }
QToolButton:focus { border: 2px solid @focus; padding: %4px; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTextEdit, QPlainTextEdit { background: @surface;
  color: @text; border: 1px solid @controlBorder; border-radius: %6px; padding: %6px %9px;
  selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTextEdit:focus, QPlainTextEdit:focus {
  border: 2px solid @focus; padding: %5px %8px; }
QLineEdit:disabled, QComboBox:disabled { color: @muted; background: @window; border-color: @border; }
QTextEdit[reading="true"], QTextBrowser { background: @surface; border: 1px solid transparent; padding: 0; }
QTextBrowser:focus { border: 2px solid @focus; padding: 0; }
QComboBox::drop-down { border: 0; width: %28px; }
QComboBox::down-arrow { image: url(:/mockingbird/controls/chevron_$.svg); width: %14px; height: %14px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: 0; background: transparent; width: %24px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/mockingbird/controls/chevron_up_$.svg); width: %10px; height: %10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/mockingbird/controls/chevron_$.svg); width: %10px; height: %10px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @controlBorder; padding: %4px; outline: 0;
  selection-background-color: @accentSoft; selection-color: @onAccentSoft; }
QComboBox QAbstractItemView::item { min-height: %28px; padding: 0 %6px; }

QCheckBox, QRadioButton { spacing: %9px; padding: %5px %3px; border: 2px solid transparent; border-radius: %6px; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox:disabled, QRadioButton:disabled { color: @muted; }
QCheckBox::indicator, QRadioButton::indicator { width: %16px; height: %16px; border: 1px solid @controlBorder;
  background: @surface; }
QCheckBox::indicator { border-radius: %4px; }
QRadioButton::indicator { border-radius: %8px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
  image: url(:/mockingbird/controls/check_$.svg); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent;
  image: url(:/mockingbird/controls/dot_$.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @border; background: @window; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled { background: @muted;
  border-color: @muted; }

QAbstractItemView { background: @surface; color: @text; border: 1px solid @border; border-radius: %8px; outline: 0;
  selection-background-color: @accentSoft; selection-color: @onAccentSoft; alternate-background-color: @window; }
QAbstractItemView:focus { border: 2px solid @focus; }
QAbstractItemView::item { padding: %7px %9px; border: 0; }
QListView::item { border-radius: %6px; margin: %2px %4px; }
QListView::item:hover, QTableView::item:hover { background: @raised; }
QAbstractItemView::item:selected { background: @accentSoft; color: @onAccentSoft; }
QTableView { gridline-color: @border; }
QHeaderView { background: @surface; border: 0; }
QHeaderView::section { background: @surface; color: @muted; border: 0; border-bottom: 1px solid @border;
  padding: %8px %9px; font-weight: 600; }
QTableCornerButton::section { background: @surface; border: 0; }

QScrollArea, QScrollArea > QWidget > QWidget#pageBody { border: 0; }
QScrollBar:vertical { background: transparent; width: %12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: %12px; margin: 0; }
QScrollBar::handle { background: @controlBorder; border-radius: %4px; margin: %2px; }
QScrollBar::handle:vertical { min-height: %32px; }
QScrollBar::handle:horizontal { min-width: %32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QProgressBar { background: @raised; border: 0; border-radius: %4px; min-height: %8px; max-height: %8px; }
QProgressBar::chunk { background: @accent; border-radius: %4px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: %8px %12px; margin-right: %4px;
  border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; border-bottom-color: @focus; }
QTabWidget::pane { border: 0; }
QMenu { background: @surface; color: @text; border: 1px solid @controlBorder; padding: %4px; }
QMenu::item { padding: %6px %20px; border-radius: %4px; }
QMenu::item:selected { background: @accentSoft; color: @onAccentSoft; }

QFrame[card="true"] { background: @surface; border: 1px solid @border; border-radius: %10px; }
QFrame[card="true"][accented="true"] { background: @accentSoft; border-color: @accentSoft; }
QFrame[card="true"][accented="true"] QLabel { color: @onAccentSoft; }
QFrame#banner { border-radius: %8px; border: 1px solid transparent; }
QFrame#banner[tone="neutral"] { background: @raised; }
QFrame#banner[tone="info"] { background: @accentSoft; }
QFrame#banner[tone="success"] { background: @successSoft; }
QFrame#banner[tone="warning"] { background: @warningSoft; }
QFrame#banner[tone="danger"] { background: @dangerSoft; }
QFrame#banner[tone="info"] QLabel { color: @onAccentSoft; }
QFrame#banner[tone="success"] QLabel { color: @onSuccessSoft; }
QFrame#banner[tone="warning"] QLabel { color: @onWarningSoft; }
QFrame#banner[tone="danger"] QLabel { color: @onDangerSoft; }
QLabel[chip="neutral"], QLabel[chip="info"], QLabel[chip="success"], QLabel[chip="warning"],
QLabel[chip="danger"] { border-radius: %9px; padding: %2px %9px; font-size: ~small; }
QLabel[chip="neutral"] { background: @raised; color: @text; }
QLabel[chip="info"] { background: @accentSoft; color: @onAccentSoft; }
QLabel[chip="success"] { background: @successSoft; color: @onSuccessSoft; }
QLabel[chip="warning"] { background: @warningSoft; color: @onWarningSoft; }
QLabel[chip="danger"] { background: @dangerSoft; color: @onDangerSoft; }

QWidget#rail { background: @surface; border-right: 1px solid @border; }
QListView#railList { background: transparent; border: 2px solid transparent; border-radius: %8px; }
QListView#railList:focus { border: 2px solid @focus; }
QListView#railList::item { padding: %9px %10px; margin: %2px %4px; border-radius: %8px; }
QListView#railList::item:selected { background: @accentSoft; color: @onAccentSoft; font-weight: 600; }
)";

} // namespace

double textPoints(TextStyle style, double body) {
    switch (style) {
    case TextStyle::Small:
        return body * 0.9;
    case TextStyle::Heading:
        return body * 1.2;
    case TextStyle::Title:
        return body * 1.7;
    case TextStyle::Clock:
        return body * 2.6;
    case TextStyle::Body:
    case TextStyle::Strong:
        return body;
    }
    return body;
}

QString styleSheet(const Colors& c, Scheme scheme, double body) {
    initControlResources();
    QString sheet = QString::fromLatin1(kSheet);
    const auto color = [&sheet](const char* name, const QColor& value) {
        sheet.replace(QRegularExpression(QStringLiteral("@%1\\b").arg(QLatin1String(name))), value.name());
    };
    color("window", c.window);
    color("surface", c.surface);
    color("raised", c.raised);
    color("border", c.border);
    color("controlBorder", c.controlBorder);
    color("text", c.text);
    color("muted", c.muted);
    color("accent", c.accent);
    color("accentHover", scheme == Scheme::Light ? c.accent.darker(115) : c.accent.lighter(112));
    color("onAccent", c.onAccent);
    color("accentSoft", c.accentSoft);
    color("onAccentSoft", c.onAccentSoft);
    color("danger", c.danger);
    color("dangerHover", c.danger.darker(112));
    color("onDanger", c.onDanger);
    color("dangerSoft", c.dangerSoft);
    color("onDangerSoft", c.onDangerSoft);
    color("warningSoft", c.warningSoft);
    color("onWarningSoft", c.onWarningSoft);
    color("successSoft", c.successSoft);
    color("onSuccessSoft", c.onSuccessSoft);
    color("focus", c.focus);
    const auto points = [&sheet](const char* name, double size) {
        sheet.replace(QStringLiteral("~%1").arg(QLatin1String(name)),
                      QStringLiteral("%1pt").arg(size, 0, 'f', 1));
    };
    points("small", textPoints(TextStyle::Small, body));
    points("heading", textPoints(TextStyle::Heading, body));
    points("title", textPoints(TextStyle::Title, body));
    points("clock", textPoints(TextStyle::Clock, body));
    points("large", body * 1.1);
    sheet.replace(QStringLiteral("$"),
                  scheme == Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark"));

    static const QRegularExpression length(QStringLiteral("%(\\d+)px"));
    QString scaled;
    qsizetype from = 0;
    for (auto matches = length.globalMatch(sheet); matches.hasNext();) {
        const auto match = matches.next();
        scaled += QStringView(sheet).mid(from, match.capturedStart() - from);
        scaled += QStringLiteral("%1px").arg(px(match.captured(1).toInt()));
        from = match.capturedEnd();
    }
    scaled += QStringView(sheet).mid(from);
    return scaled;
}

} // namespace mockingbird::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sign_in/forget_person.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QMenu>
#include <QSettings>
#include <algorithm>
#include <array>

namespace mockingbird::studio {

namespace {

/// What is the computer's rather than a person's. Keys that a page adds are a person's unless they are here.
bool isOfTheComputer(const QString& key) {
    static const std::array kKept = {QStringLiteral("theme"), QStringLiteral("textScale")};
    static const std::array kKeptGroups = {QStringLiteral("actors/"), QStringLiteral("review/"),
                                           QStringLiteral("record/")};
    static const std::array kDropped = {QStringLiteral("record/mentee"), QStringLiteral("record/kit"),
                                        QStringLiteral("record/panel"), QStringLiteral("record/observers")};
    if (std::ranges::find(kDropped, key) != kDropped.end())
        return false;
    return std::ranges::find(kKept, key) != kKept.end() ||
           std::ranges::any_of(kKeptGroups, [&key](const QString& group) { return key.startsWith(group); });
}

} // namespace

void forgetPerson() {
    QClipboard* clipboard = QApplication::clipboard();
    // Whoever put it there: not every platform tells, and what was copied went through this window's pages.
    clipboard->clear(QClipboard::Clipboard);
    if (clipboard->supportsSelection())
        clipboard->clear(QClipboard::Selection);
    QSettings settings;
    const QStringList keys = settings.allKeys();
    for (const QString& key : keys)
        if (!isOfTheComputer(key))
            settings.remove(key);
    QSettings ofQt(QSettings::UserScope, QStringLiteral("QtProject"));
    ofQt.remove(QStringLiteral("FileDialog/history"));
    ofQt.remove(QStringLiteral("FileDialog/lastVisited"));
}

bool closeDialogs(QWidget& window) {
    while (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            break;
    }
    bool open = false;
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* one : all) {
        if (one == &window || !one->isVisible())
            continue;
        if (auto* dialog = qobject_cast<QDialog*>(one)) {
            dialog->reject();
            open = true;
        } else if (auto* menu = qobject_cast<QMenu*>(one)) {
            menu->close();
            open = true;
        }
    }
    return !open;
}

} // namespace mockingbird::studio

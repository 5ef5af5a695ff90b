// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/appearance_menu.h"

#include "common/ui/appearance.h"
#include "common/ui/text.h"
#include "studio/app.h"
#include "studio/sign_in/signing_in.h"

#include <QActionGroup>
#include <QMenu>
#include <optional>

namespace mockingbird::studio {

void showAppearanceMenu(App& app, ui::Appearance& appearance, SigningIn& signingIn, QWidget* from) {
    QMenu menu(from->window());
    QActionGroup schemes(&menu);
    const auto addScheme = [&](const QString& text, std::optional<ui::Scheme> scheme) {
        QAction* action =
            menu.addAction(text, &appearance, [&appearance, scheme] { appearance.setWish(scheme); });
        action->setCheckable(true);
        action->setChecked(appearance.wish() == scheme);
        schemes.addAction(action);
    };
    addScheme(QObject::tr("As the desktop"), std::nullopt);
    addScheme(QObject::tr("Light"), ui::Scheme::Light);
    addScheme(QObject::tr("Dark"), ui::Scheme::Dark);
    menu.addSeparator();
    // Queued: the pages, and the rail with the button this menu hangs on, are built anew.
    const auto scale = [&appearance](double by) {
        QMetaObject::invokeMethod(
            &appearance,
            [&appearance, by] { appearance.setScale(by > 0 ? appearance.scale() + by - 1.0 : 1.0); },
            Qt::QueuedConnection);
    };
    menu.addAction(QObject::tr("Larger text\tCtrl++"), &appearance, [scale] { scale(1.1); });
    menu.addAction(QObject::tr("Smaller text\tCtrl+-"), &appearance, [scale] { scale(0.9); });
    menu.addAction(QObject::tr("Usual size of text\tCtrl+0"), &appearance, [scale] { scale(0); });
    const auto everybody = app.people();
    if (everybody.size() > 1 && !app.peopleSignIn()) {
        QMenu* people = menu.addMenu(QObject::tr("You are"));
        for (const catalog::Person& person : everybody) {
            QAction* action = people->addAction(ui::toQString(person.name));
            action->setCheckable(true);
            action->setChecked(person.id == app.catalog()->actor());
            QObject::connect(
                action, &QAction::triggered, &app, [&app, id = person.id] { app.setActor(id); },
                Qt::QueuedConnection);
        }
    }
    const auto actor = app.actor();
    const bool own = app.place() == App::Place::Own;
    const bool coordinates = own && actor && actor->roles.contains(catalog::Role::Coordinator);
    if (coordinates || app.isSignedIn())
        menu.addSeparator();
    // Queued: they open a dialog, or the rail with the button this menu hangs on goes.
    if (coordinates)
        QObject::connect(
            menu.addAction(QObject::tr("Signing in and passphrases ...")), &QAction::triggered, &signingIn,
            [&signingIn] { signingIn.openSecurity(); }, Qt::QueuedConnection);
    if (app.isSignedIn() && own)
        QObject::connect(
            menu.addAction(QObject::tr("Change my passphrase ...")), &QAction::triggered, &signingIn,
            [&signingIn] { signingIn.openPassphrase(); }, Qt::QueuedConnection);
    if (app.isSignedIn())
        QObject::connect(
            menu.addAction(QObject::tr("Sign out")), &QAction::triggered, &signingIn,
            [&signingIn] { emit signingIn.signOutRequested(); }, Qt::QueuedConnection);
    menu.exec(from->mapToGlobal(QPoint(0, -menu.sizeHint().height())));
}

} // namespace mockingbird::studio

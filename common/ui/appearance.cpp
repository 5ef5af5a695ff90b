// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QPalette>
#include <QSettings>
#include <algorithm>
#include <cmath>

namespace mockingbird::ui {

namespace {

const auto kService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto kGroup = QStringLiteral("org.freedesktop.appearance");
const auto kKey = QStringLiteral("color-scheme");
constexpr int kPortalTimeoutMs = 250; // a desktop that is slow to answer must not hold up the window

std::optional<Scheme> schemeNamed(const QString& name) {
    if (name == QLatin1String("light"))
        return Scheme::Light;
    if (name == QLatin1String("dark"))
        return Scheme::Dark;
    return std::nullopt;
}

/// The portal's numbers: 1 asks for dark, 2 for light, 0 for nothing.
std::optional<Scheme> schemeOfPortal(const QVariant& value) {
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    switch (inner.toUInt()) {
    case 1:
        return Scheme::Dark;
    case 2:
        return Scheme::Light;
    default:
        return std::nullopt;
    }
}

} // namespace

Appearance::Appearance(QApplication& application)
    : m_application(application),
      m_desktop(application.palette().color(QPalette::Window).lightnessF() < 0.5 ? Scheme::Dark
                                                                                 : Scheme::Light) {
    const QSettings settings;
    m_wish = schemeNamed(qEnvironmentVariable("MOCKINGBIRD_THEME"));
    if (!m_wish)
        m_wish = schemeNamed(settings.value(QStringLiteral("theme")).toString());
    bool fromEnvironment = false;
    m_scale = qEnvironmentVariable("MOCKINGBIRD_TEXT_SCALE").toDouble(&fromEnvironment);
    if (!fromEnvironment)
        m_scale = settings.value(QStringLiteral("textScale"), 1.0).toDouble();
    m_scale = std::clamp(m_scale, 1.0, 2.0);
    if (const auto asked = portalScheme())
        m_desktop = *asked;
    QDBusConnection::sessionBus().connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                                          SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    apply();
}

void Appearance::setWish(std::optional<Scheme> wish) {
    m_wish = wish;
    QSettings settings;
    if (wish)
        settings.setValue(QStringLiteral("theme"),
                          *wish == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    else
        settings.remove(QStringLiteral("theme"));
    apply();
}

void Appearance::setScale(double scale) {
    const double wanted = std::clamp(std::round(scale * 10) / 10, 1.0, 2.0);
    if (std::abs(wanted - m_scale) < 0.01)
        return;
    m_scale = wanted;
    QSettings().setValue(QStringLiteral("textScale"), m_scale);
    apply();
    emit scaleChanged();
}

void Appearance::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group != kGroup || key != kKey)
        return;
    m_desktop = schemeOfPortal(value.variant()).value_or(Scheme::Light);
    apply();
}

void Appearance::apply() {
    applyTheme(m_application, m_wish.value_or(m_desktop), m_scale);
}

std::optional<Scheme> Appearance::portalScheme() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return std::nullopt;
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << kGroup << kKey;
    const QDBusMessage answer = bus.call(call, QDBus::Block, kPortalTimeoutMs);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return std::nullopt;
    return schemeOfPortal(answer.arguments().constFirst());
}

} // namespace mockingbird::ui

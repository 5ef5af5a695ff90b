// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_text.h"

#include "common/ui/text.h"

#include <QObject>
#include <QStringList>

namespace mockingbird::studio {

namespace {

constexpr int kMostOfName = 48;
constexpr std::size_t kMostNamed = 2;

QString shortened(const std::string& name) {
    const QString text = ui::toQString(name).simplified();
    return text.size() > kMostOfName ? text.left(kMostOfName).trimmed() + QStringLiteral(" …") : text;
}

} // namespace

QString kindText(catalog::MaterialKind kind) {
    switch (kind) {
    case catalog::MaterialKind::Markdown:
        return QObject::tr("Text");
    case catalog::MaterialKind::Html:
        return QObject::tr("Web page");
    case catalog::MaterialKind::Pdf:
        return QObject::tr("PDF");
    case catalog::MaterialKind::Image:
        return QObject::tr("Picture");
    case catalog::MaterialKind::Link:
        return QObject::tr("Link");
    case catalog::MaterialKind::Recording:
        return QObject::tr("Recording");
    }
    return {};
}

const char* kindIcon(catalog::MaterialKind kind) {
    switch (kind) {
    case catalog::MaterialKind::Image:
        return "picture";
    case catalog::MaterialKind::Link:
        return "link";
    case catalog::MaterialKind::Recording:
        return "play";
    default:
        return "document";
    }
}

bool isRead(const catalog::Material& material, const std::optional<catalog::Reading>& reading) {
    return reading && reading->readAt && reading->version == material.version;
}

QString readingText(const catalog::Material& material, const std::optional<catalog::Reading>& reading) {
    if (!reading)
        return QObject::tr("Not read yet");
    if (reading->version != material.version)
        return reading->readAt ? QObject::tr("Changed since you read it")
                               : QObject::tr("Changed since you began it");
    if (reading->readAt)
        return QObject::tr("Read");
    return reading->percent > 0 ? QObject::tr("Begun, %1 %").arg(reading->percent)
                                : QObject::tr("Not read yet");
}

QString attachmentText(const catalog::NamedAttachment& attachment) {
    switch (attachment.attachment.to) {
    case catalog::Attachment::To::Everyone:
        return QObject::tr("For everyone");
    case catalog::Attachment::To::Kit:
        return QObject::tr("For the kit \"%1\"").arg(shortened(attachment.name));
    case catalog::Attachment::To::Question:
        return QObject::tr("For the question \"%1\"").arg(shortened(attachment.name));
    case catalog::Attachment::To::Cohort:
        return QObject::tr("For the cohort %1").arg(shortened(attachment.name));
    case catalog::Attachment::To::Person:
        return QObject::tr("For %1").arg(shortened(attachment.name));
    }
    return {};
}

QString attachmentsText(const std::vector<catalog::NamedAttachment>& attachments) {
    if (attachments.empty())
        return QObject::tr("For nobody yet");
    QStringList texts;
    for (std::size_t i = 0; i < attachments.size() && i < kMostNamed; ++i)
        texts << attachmentText(attachments[i]);
    if (attachments.size() > kMostNamed)
        texts << QObject::tr("and %1 more").arg(attachments.size() - kMostNamed);
    return texts.join(QStringLiteral(" · "));
}

} // namespace mockingbird::studio

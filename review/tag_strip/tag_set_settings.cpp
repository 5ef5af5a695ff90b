// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tag_strip/tag_set_settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace mockingbird::review {

namespace {

QString keyOf(catalog::PersonId person) {
    return QStringLiteral("review/tagSets/") + QString::fromStdString(person.toString());
}

QJsonObject toJson(const TagSet& set) {
    QJsonArray tags;
    for (const Tag& tag : set.tags)
        tags.append(
            QJsonObject{{"key", QString(QLatin1Char(tag.key))}, {"name", QString::fromStdString(tag.name)}});
    return {{"name", QString::fromStdString(set.name)}, {"tags", tags}};
}

TagSet setFrom(const QJsonObject& json) {
    TagSet set{json["name"].toString().toStdString(), {}};
    for (const QJsonValue tag : json["tags"].toArray()) {
        const QByteArray key = tag["key"].toString().toLatin1();
        set.tags.push_back({key.isEmpty() ? '\0' : key.front(), tag["name"].toString().toStdString()});
    }
    return set;
}

} // namespace

TagSetSettings TagSetSettings::load(catalog::PersonId person) {
    const QByteArray text = QSettings().value(keyOf(person)).toByteArray();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    TagSetSettings settings;
    settings.chosen = json["chosen"].toString().toStdString();
    for (const QJsonValue each : json["own"].toArray()) {
        TagSet set = setFrom(each.toObject());
        if (tagSetFault(set).empty())
            settings.own.push_back(std::move(set));
    }
    return settings;
}

void TagSetSettings::save(catalog::PersonId person) const {
    QJsonArray sets;
    for (const TagSet& set : own)
        sets.append(toJson(set));
    const QJsonObject json{{"chosen", QString::fromStdString(chosen)}, {"own", sets}};
    QSettings().setValue(keyOf(person), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace mockingbird::review

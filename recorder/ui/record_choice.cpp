// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/ui/record_choice.h"

#include <QSettings>

namespace mockingbird::recorder {

namespace {

const auto kGroup = QStringLiteral("record");

QString sourcesKey(catalog::SessionMode mode) {
    return QStringLiteral("record/sources-%1").arg(QString::fromStdString(std::string(catalog::name(mode))));
}

template <class IdType>
IdType readId(const QSettings& settings, const QString& key) {
    const auto id = IdType::parse(settings.value(key).toString().toStdString());
    return id ? *id : IdType{};
}

std::vector<catalog::PersonId> readPeople(const QSettings& settings, const QString& key) {
    std::vector<catalog::PersonId> people;
    const QStringList lines = settings.value(key).toStringList();
    for (const QString& line : lines) {
        if (const auto id = catalog::PersonId::parse(line.toStdString()))
            people.push_back(*id);
    }
    return people;
}

QStringList asLines(const std::vector<catalog::PersonId>& people) {
    QStringList lines;
    for (const catalog::PersonId id : people)
        lines << QString::fromStdString(id.toString());
    return lines;
}

} // namespace

RecorderSettings RecordChoice::settings() const {
    RecorderSettings wanted;
    for (const ChosenSource& one : sources)
        (one.video ? wanted.video : wanted.audio).push_back(one.source);
    return wanted;
}

RecordChoice rememberedChoice() {
    const QSettings settings;
    RecordChoice choice;
    choice.mentee = readId<catalog::PersonId>(settings, kGroup + QStringLiteral("/mentee"));
    choice.kit = readId<catalog::KitId>(settings, kGroup + QStringLiteral("/kit"));
    const auto mode =
        catalog::parseSessionMode(settings.value(kGroup + QStringLiteral("/mode")).toString().toStdString());
    if (mode)
        choice.mode = *mode;
    choice.panel = readPeople(settings, kGroup + QStringLiteral("/panel"));
    choice.observers = readPeople(settings, kGroup + QStringLiteral("/observers"));
    choice.sources = rememberedSources(choice.mode);
    return choice;
}

std::vector<ChosenSource> rememberedSources(catalog::SessionMode mode) {
    std::vector<ChosenSource> sources;
    const QStringList lines = QSettings().value(sourcesKey(mode)).toStringList();
    for (const QString& line : lines) { // kind, tab, source, tab, name
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (parts.size() != 3)
            continue;
        const bool video = parts[0] == QLatin1String("video");
        const std::string text = parts[1].toStdString();
        const auto source = video ? parseVideoSource(text) : parseAudioSource(text);
        if (source)
            sources.push_back({*source, video, parts[2].toStdString()});
    }
    return sources;
}

void remember(const RecordChoice& choice) {
    QSettings settings;
    settings.setValue(kGroup + QStringLiteral("/mentee"), QString::fromStdString(choice.mentee.toString()));
    settings.setValue(kGroup + QStringLiteral("/kit"), QString::fromStdString(choice.kit.toString()));
    settings.setValue(kGroup + QStringLiteral("/mode"),
                      QString::fromStdString(std::string(catalog::name(choice.mode))));
    if (choice.mode != catalog::SessionMode::Solo) { // alone, nobody else was asked for
        settings.setValue(kGroup + QStringLiteral("/panel"), asLines(choice.panel));
        settings.setValue(kGroup + QStringLiteral("/observers"), asLines(choice.observers));
    }
    QStringList lines;
    for (const ChosenSource& one : choice.sources)
        lines << QStringLiteral("%1\t%2\t%3")
                     .arg(one.video ? QStringLiteral("video") : QStringLiteral("audio"),
                          QString::fromStdString(one.source.toString()), QString::fromStdString(one.name));
    settings.setValue(sourcesKey(choice.mode), lines);
}

} // namespace mockingbird::recorder

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_draft.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <system_error>

namespace mockingbird::review {

namespace {

QString fromPath(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

std::optional<MediaTime> timeFrom(const QJsonValue& value) {
    if (!value.isDouble())
        return std::nullopt;
    return MediaTime::fromMicroseconds(value.toInteger());
}

} // namespace

std::filesystem::path NoteDraft::pathFor(const std::filesystem::path& catalogFolder,
                                         catalog::SessionId session, catalog::PersonId person) {
    return catalogFolder / "drafts" / (session.toString() + "_" + person.toString() + ".json");
}

std::optional<NoteDraft> NoteDraft::load(const std::filesystem::path& path) {
    QFile file(fromPath(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto recording = catalog::RecordingId::parse(json["recording"].toString().toStdString());
    const auto at = timeFrom(json["at_us"]);
    NoteDraft draft;
    draft.text = json["text"].toString();
    if (!recording.ok() || !at || draft.text.isEmpty())
        return std::nullopt;
    draft.recording = *recording;
    draft.at = *at;
    draft.until = timeFrom(json["until_us"]);
    if (const auto criterion = catalog::CriterionId::parse(json["criterion"].toString().toStdString());
        criterion.ok())
        draft.criterion = *criterion;
    return draft;
}

Result<void> NoteDraft::save(const std::filesystem::path& path) const {
    std::error_code failed;
    std::filesystem::create_directories(path.parent_path(), failed);
    if (failed)
        return errorFromErrno(failed.value(), path.parent_path().string());
    QJsonObject json{{"recording", QString::fromStdString(recording.toString())},
                     {"at_us", static_cast<qint64>(at.microseconds())},
                     {"text", text}};
    if (until)
        json["until_us"] = static_cast<qint64>(until->microseconds());
    if (criterion)
        json["criterion"] = QString::fromStdString(criterion->toString());
    QSaveFile file(fromPath(path));
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    // The permissions before the text: nobody else gets to read it in between.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Io, "the draft of a note: " + file.errorString().toStdString(), 0};
    return {};
}

void NoteDraft::remove(const std::filesystem::path& path) {
    std::error_code ignored; // a draft that stays is offered again, no harm done
    std::filesystem::remove(path, ignored);
}

} // namespace mockingbird::review

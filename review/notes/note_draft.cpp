// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_draft.h"

#include <QFile>
#include <QJsonArray>
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

template <class Id>
std::optional<Id> idFrom(const QJsonValue& value) {
    const auto id = Id::parse(value.toString().toStdString());
    return id.ok() ? std::optional(*id) : std::nullopt;
}

QJsonObject toJson(const catalog::Drawing& drawing) {
    QJsonArray shapes;
    for (const catalog::DrawnShape& shape : drawing.shapes) {
        QJsonArray points;
        for (const catalog::FramePoint& point : shape.points)
            points.append(QJsonArray{point.x, point.y});
        shapes.append(QJsonObject{{"kind", static_cast<int>(shape.kind)}, {"points", points}});
    }
    return {{"picture", drawing.picture}, {"shapes", shapes}};
}

catalog::Drawing drawingFrom(const QJsonObject& json) {
    catalog::Drawing drawing;
    drawing.picture = json["picture"].toInt();
    for (const QJsonValue each : json["shapes"].toArray()) {
        const int kind = each["kind"].toInt(-1);
        if (kind < 0 || kind > static_cast<int>(catalog::ShapeKind::Line))
            continue;
        catalog::DrawnShape shape;
        shape.kind = static_cast<catalog::ShapeKind>(kind);
        for (const QJsonValue point : each["points"].toArray())
            shape.points.push_back({point[0].toDouble(), point[1].toDouble()});
        drawing.shapes.push_back(std::move(shape));
    }
    return drawing;
}

} // namespace

bool NoteDraft::empty() const {
    return text.trimmed().isEmpty() && tags.isEmpty() && drawing.empty();
}

catalog::Note NoteDraft::note() const {
    catalog::Note note;
    note.recording = recording;
    note.at = at;
    note.until = until;
    note.criterion = criterion;
    note.text = text.trimmed().toStdString();
    for (const QString& tag : tags)
        note.tags.push_back(tag.toStdString());
    note.question = question;
    note.audience = audience;
    note.drawing = drawing;
    return note;
}

std::filesystem::path NoteDraft::pathFor(const std::filesystem::path& catalogFolder,
                                         catalog::SessionId session, catalog::PersonId person) {
    return catalogFolder / "drafts" / (session.toString() + "_" + person.toString() + ".json");
}

std::optional<NoteDraft> NoteDraft::load(const std::filesystem::path& path) {
    QFile file(fromPath(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto recording = idFrom<catalog::RecordingId>(json["recording"]);
    const auto at = timeFrom(json["at_us"]);
    if (!recording || !at)
        return std::nullopt;
    NoteDraft draft;
    draft.recording = *recording;
    draft.at = *at;
    draft.until = timeFrom(json["until_us"]);
    draft.criterion = idFrom<catalog::CriterionId>(json["criterion"]);
    draft.text = json["text"].toString();
    draft.question = idFrom<catalog::QuestionId>(json["question"]);
    if (json["private"].toBool())
        draft.audience = catalog::NoteAudience::Private;
    for (const QJsonValue tag : json["tags"].toArray())
        draft.tags << tag.toString();
    draft.drawing = drawingFrom(json["drawing"].toObject());
    // Spaces alone are no note, but somebody may be about to write on.
    return draft.empty() && draft.text.isEmpty() ? std::nullopt : std::optional(draft);
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
    if (question)
        json["question"] = QString::fromStdString(question->toString());
    if (audience == catalog::NoteAudience::Private)
        json["private"] = true;
    if (!tags.isEmpty())
        json["tags"] = QJsonArray::fromStringList(tags);
    if (!drawing.empty())
        json["drawing"] = toJson(drawing);
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

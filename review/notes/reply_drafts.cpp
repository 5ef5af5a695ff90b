// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/reply_drafts.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <system_error>

namespace mockingbird::review {

std::filesystem::path replyDraftsPath(const std::filesystem::path& catalogFolder, catalog::SessionId session,
                                      catalog::PersonId person) {
    return catalogFolder / "drafts" / (session.toString() + "_" + person.toString() + ".replies.json");
}

ReplyDrafts loadReplyDrafts(const std::filesystem::path& path) {
    ReplyDrafts drafts;
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return drafts;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (auto each = json.begin(); each != json.end(); ++each) {
        const auto note = catalog::NoteId::parse(each.key().toStdString());
        if (note.ok() && !each.value().toString().isEmpty())
            drafts[*note] = each.value().toString();
    }
    return drafts;
}

Result<void> saveReplyDrafts(const ReplyDrafts& drafts, const std::filesystem::path& path) {
    std::error_code failed;
    if (drafts.empty()) {
        std::filesystem::remove(path, failed); // what stays is offered again, no harm done
        return {};
    }
    std::filesystem::create_directories(path.parent_path(), failed);
    if (failed)
        return errorFromErrno(failed.value(), path.parent_path().string());
    QJsonObject json;
    for (const auto& [note, text] : drafts)
        json[QString::fromStdString(note.toString())] = text;
    QSaveFile file(QString::fromStdString(path.string()));
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    // The permissions before the text: nobody else gets to read it in between.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Io, "the draft of a reply: " + file.errorString().toStdString(), 0};
    return {};
}

} // namespace mockingbird::review

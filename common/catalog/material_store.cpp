// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_store.h"

#include "common/catalog/access_store.h"
#include "common/catalog/case_fold.h"
#include "common/catalog/database.h"
#include "common/catalog/reading_store.h"

#include <algorithm>
#include <numeric>

namespace mockingbird::catalog {

namespace {

constexpr std::size_t kEndOfId = 6; ///< characters that name an id
constexpr std::size_t kMostOfTitle = 500;
constexpr std::size_t kMostOfText = std::size_t{4} << 20;
constexpr std::size_t kMostOfUrl = 2000;
constexpr std::size_t kMostPages = 10000;
constexpr std::size_t kMostOfPages = std::size_t{8} << 20; ///< bytes of all of them

Material materialFrom(const Statement& row) {
    Material material;
    material.id = row.id<MaterialId>(0);
    material.title = row.text(1);
    material.kind = parseMaterialKind(row.text(2)).valueOr(MaterialKind::Markdown);
    material.text = row.text(3);
    material.url = row.text(4);
    material.version = row.number(5);
    material.author = row.id<PersonId>(6);
    material.addedAt = row.wallTime(7);
    material.removed = row.number(8) != 0;
    if (!row.isNull(9))
        material.file = MaterialFile{row.text(9), row.integer(10), row.text(11)};
    return material;
}

std::vector<Material> materialsFrom(Statement& rows) {
    std::vector<Material> materials;
    while (rows.next())
        materials.push_back(materialFrom(rows));
    return materials;
}

Attachment attachmentFrom(const std::string& kind, const std::string& target) {
    using enum Attachment::To;
    Attachment attachment;
    for (const Attachment::To to : {Everyone, Kit, Question, Cohort, Person})
        if (name(to) == kind)
            attachment.to = to;
    attachment.target = Uuid7::parse(target).valueOr({});
    return attachment;
}

std::string targetOf(const Attachment& attachment) {
    return attachment.to == Attachment::To::Everyone ? std::string() : attachment.target.toString();
}

nlohmann::json attachmentJson(const Attachment& attachment) {
    const std::string target = targetOf(attachment);
    return {{"to", name(attachment.to)},
            {"target", target.empty() ? nlohmann::json(nullptr) : nlohmann::json(target)}};
}

nlohmann::json fileJson(const std::optional<MaterialFile>& file) {
    if (!file)
        return nullptr;
    return {{"hash", file->hash}, {"bytes", file->bytes}, {"name", file->name}};
}

Result<void> checkTitle(const std::string& title) {
    if (title.empty())
        return Error{ErrorCode::InvalidArgument, "a material needs a title", 0};
    if (title.size() > kMostOfTitle)
        return Error{ErrorCode::OutOfRange,
                     "a title may have " + std::to_string(kMostOfTitle) + " characters at most", 0};
    return {};
}

Result<void> checkPages(const std::vector<std::string>& pages) {
    const std::size_t bytes =
        std::accumulate(pages.begin(), pages.end(), std::size_t{0},
                        [](std::size_t sum, const std::string& page) { return sum + page.size(); });
    if (pages.size() > kMostPages || bytes > kMostOfPages)
        return Error{ErrorCode::OutOfRange, "there are more words in it than can be searched", 0};
    return {};
}

Result<void> checkUrl(const std::string& url) {
    const std::string folded = foldCase(url.substr(0, 8));
    if (!folded.starts_with("http://") && !folded.starts_with("https://"))
        return Error{ErrorCode::InvalidArgument,
                     "\"" + url + "\" is no address of a page: one begins with https:// or http://", 0};
    if (url.size() > kMostOfUrl)
        return Error{ErrorCode::OutOfRange,
                     "an address may have " + std::to_string(kMostOfUrl) + " characters at most", 0};
    if (std::ranges::any_of(url, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }))
        return Error{ErrorCode::InvalidArgument, "an address of a page holds no blanks", 0};
    return {};
}

/// Each kind has its own one of text, address and file.
Result<void> checkContent(const MaterialDraft& draft) {
    TRY(checkPages(draft.pages));
    if (draft.kind == MaterialKind::Link) {
        if (draft.file || !draft.text.empty())
            return Error{ErrorCode::InvalidArgument, "a link has an address and nothing else", 0};
        return checkUrl(draft.url);
    }
    if (!draft.url.empty())
        return Error{ErrorCode::InvalidArgument, "a link alone has an address", 0};
    if (!draft.file) {
        if (draft.kind != MaterialKind::Markdown)
            return Error{ErrorCode::InvalidArgument,
                         "a material of the kind \"" + std::string(name(draft.kind)) + "\" needs a file", 0};
        if (draft.text.size() > kMostOfText)
            return Error{ErrorCode::OutOfRange, "a text may have 4 MB at most", 0};
        return {};
    }
    if (!draft.text.empty())
        return Error{ErrorCode::InvalidArgument, "a material has a text or a file, not both", 0};
    if (draft.file->bytes > mostBytesOf(draft.kind))
        return Error{ErrorCode::OutOfRange,
                     "\"" + draft.file->name + "\" is larger than the " +
                         std::to_string(mostBytesOf(draft.kind) >> 20) +
                         " MB that a material of its kind may have",
                     0};
    return {};
}

} // namespace

MaterialStore::MaterialStore(Database& database) : m_database(database) {}

Result<Material> MaterialStore::add(const MaterialDraft& given) {
    MaterialDraft draft = given;
    draft.title = trimmed(draft.title);
    TRY(checkTitle(draft.title));
    TRY(checkContent(draft));
    const MaterialId id = draft.id.isNull() ? MaterialId::make() : draft.id;
    return m_database.transact([&]() -> Result<Material> {
        if (m_database.prepare("SELECT 1 FROM material WHERE id = ?1").bind(id).next())
            return Error{ErrorCode::InvalidArgument, "there is a material " + id.toString() + " already", 0};
        nlohmann::json attached = nlohmann::json::array();
        for (const Attachment& attachment : draft.attached) {
            TRY(checkAttachment(attachment));
            attached.push_back(attachmentJson(attachment));
        }
        TRY(m_database.append(id.uuid(), "material.added",
                              {{"id", jsonOf(id)},
                               {"title", draft.title},
                               {"kind", name(draft.kind)},
                               {"text", draft.text},
                               {"url", draft.url},
                               {"file", fileJson(draft.file)},
                               {"pages", draft.pages},
                               {"attached", std::move(attached)}}));
        return byId(id);
    });
}

Result<Material> MaterialStore::add(KitId kit, const std::string& title, std::string_view kind,
                                    const std::string& text, MaterialId id) {
    MaterialDraft draft;
    draft.title = title;
    draft.kind = TRY(parseMaterialKind(kind));
    draft.text = text;
    draft.attached = {kit.isNull() ? Attachment::everyone() : Attachment::kit(kit)};
    draft.id = id;
    return add(draft);
}

Result<void> MaterialStore::rename(MaterialId id, const std::string& wanted) {
    const std::string title = trimmed(wanted);
    TRY(checkTitle(title));
    return m_database.transact([&]() -> Result<void> {
        if (TRY(changeable(id)).title == title)
            return {};
        return m_database.append(id.uuid(), "material.renamed", {{"id", jsonOf(id)}, {"title", title}});
    });
}

Result<Material> MaterialStore::replace(MaterialId id, const MaterialDraft& newer) {
    TRY(checkContent(newer));
    return m_database.transact([&]() -> Result<Material> {
        const Material before = TRY(changeable(id));
        const bool same = before.kind == newer.kind && before.text == newer.text && before.url == newer.url &&
                          before.file.has_value() == newer.file.has_value() &&
                          (!newer.file || before.file->hash == newer.file->hash);
        if (same)
            return Error{ErrorCode::InvalidArgument, "it is the same as the one before", 0};
        TRY(m_database.append(id.uuid(), "material.replaced",
                              {{"id", jsonOf(id)},
                               {"version", before.version + 1},
                               {"kind", name(newer.kind)},
                               {"text", newer.text},
                               {"url", newer.url},
                               {"file", fileJson(newer.file)},
                               {"pages", newer.pages}}));
        return byId(id);
    });
}

Result<void> MaterialStore::setPages(MaterialId id, const std::vector<std::string>& wanted) {
    TRY(checkPages(wanted));
    return m_database.transact([&]() -> Result<void> {
        TRY(known(id));
        if (TRY(pages(id)) == wanted)
            return {};
        return m_database.append(id.uuid(), "material.paged", {{"id", jsonOf(id)}, {"pages", wanted}});
    });
}

Result<void> MaterialStore::attach(MaterialId id, const Attachment& attachment) {
    return m_database.transact([&]() -> Result<void> {
        TRY(known(id));
        if (!TRY(mayRead(id)))
            return Error{ErrorCode::Denied, "this material is not meant for you", 0};
        TRY(checkAttachment(attachment));
        if (m_database
                .prepare("SELECT 1 FROM material_attachment WHERE material = ?1 AND kind = ?2 AND "
                         "target = ?3")
                .bind(id, name(attachment.to), targetOf(attachment))
                .next())
            return {};
        nlohmann::json payload = attachmentJson(attachment);
        payload["id"] = jsonOf(id);
        return m_database.append(id.uuid(), "material.attached", std::move(payload));
    });
}

Result<void> MaterialStore::detach(MaterialId id, const Attachment& attachment) {
    return m_database.transact([&]() -> Result<void> {
        TRY(known(id));
        TRY(checkAttachment(attachment));
        if (!m_database
                 .prepare("SELECT 1 FROM material_attachment WHERE material = ?1 AND kind = ?2 AND "
                          "target = ?3")
                 .bind(id, name(attachment.to), targetOf(attachment))
                 .next())
            return Error{ErrorCode::NotFound, "it isn't attached there", 0};
        nlohmann::json payload = attachmentJson(attachment);
        payload["id"] = jsonOf(id);
        return m_database.append(id.uuid(), "material.detached", std::move(payload));
    });
}

Result<void> MaterialStore::remove(MaterialId id) {
    return m_database.transact([&]() -> Result<void> {
        TRY(changeable(id));
        return m_database.append(id.uuid(), "material.removed", {{"id", jsonOf(id)}});
    });
}

Result<void> MaterialStore::restore(MaterialId id) {
    return m_database.transact([&]() -> Result<void> {
        const Material material = TRY(byId(id));
        if (!TRY(mayChange(material)))
            return Error{ErrorCode::Denied, "this material is not yours to bring back", 0};
        if (!material.removed)
            return {};
        return m_database.append(id.uuid(), "material.restored", {{"id", jsonOf(id)}});
    });
}

Result<std::vector<Material>> MaterialStore::all() const {
    return m_database.guard([&]() -> Result<std::vector<Material>> {
        Statement rows =
            m_database.prepare("SELECT id, title, kind, text, url, version, author, added_at_ms, removed, "
                               "hash, bytes, file_name FROM material_now WHERE removed = 0 "
                               "ORDER BY title, id");
        return materialsFrom(rows);
    });
}

Result<std::vector<Material>> MaterialStore::readable() const {
    return m_database.guard([&]() -> Result<std::vector<Material>> {
        const auto seenBy = TRY(AccessStore(m_database).sight());
        Statement rows = m_database.prepare(
            "SELECT id, title, kind, text, url, version, author, added_at_ms, removed, hash, bytes, "
            "file_name FROM material_now n WHERE removed = 0 AND (?1 IS NULL OR EXISTS (SELECT 1 FROM "
            "material_reader r WHERE r.material = n.id AND r.person = ?1)) ORDER BY title, id");
        rows.bind(seenBy);
        return materialsFrom(rows);
    });
}

Result<std::vector<Material>> MaterialStore::attachedTo(const Attachment& attachment) const {
    return m_database.guard([&]() -> Result<std::vector<Material>> {
        const auto seenBy = TRY(AccessStore(m_database).sight());
        Statement rows = m_database.prepare(
            "SELECT n.id, n.title, n.kind, n.text, n.url, n.version, n.author, n.added_at_ms, n.removed, "
            "n.hash, n.bytes, n.file_name FROM material_attachment a JOIN material_now n ON n.id = "
            "a.material WHERE a.kind = ?1 AND a.target = ?2 AND n.removed = 0 AND (?3 IS NULL OR EXISTS "
            "(SELECT 1 FROM material_reader r WHERE r.material = n.id AND r.person = ?3)) ORDER BY n.id");
        rows.bind(name(attachment.to), targetOf(attachment), seenBy);
        return materialsFrom(rows);
    });
}

Result<std::vector<Material>> MaterialStore::ofKit(KitId kit) const {
    return attachedTo(kit.isNull() ? Attachment::everyone() : Attachment::kit(kit));
}

Result<Material> MaterialStore::byId(MaterialId id) const {
    return m_database.guard([&]() -> Result<Material> {
        Statement row =
            m_database.prepare("SELECT id, title, kind, text, url, version, author, added_at_ms, removed, "
                               "hash, bytes, file_name FROM material_now WHERE id = ?1");
        if (!row.bind(id).next())
            return Error{ErrorCode::NotFound, "there is no material " + id.toString(), 0};
        return materialFrom(row);
    });
}

Result<Material> MaterialStore::find(std::string_view titleOrId) const {
    const auto materials = TRY(readable());
    const std::string wanted = foldCase(trimmed(titleOrId));
    if (wanted.empty())
        return Error{ErrorCode::InvalidArgument, "no material was named", 0};
    std::vector<const Material*> whole;
    std::vector<const Material*> beginning;
    for (const Material& material : materials) {
        const std::string title = foldCase(material.title);
        const std::string id = material.id.toString();
        if (title == wanted || id == wanted || (wanted.size() >= kEndOfId && id.ends_with(wanted)))
            whole.push_back(&material);
        else if (title.starts_with(wanted))
            beginning.push_back(&material);
    }
    const auto& fitting = whole.empty() ? beginning : whole;
    const std::string quoted = "material \"" + std::string(titleOrId) + "\"";
    if (fitting.empty())
        return Error{ErrorCode::NotFound, "there is no " + quoted, 0};
    if (fitting.size() == 1)
        return *fitting.front();
    std::string titles;
    for (const Material* material : fitting)
        titles += (titles.empty() ? "" : ", ") + material->title;
    return Error{ErrorCode::InvalidArgument, "more than one fits " + quoted + ": " + titles, 0};
}

Result<MaterialId> MaterialStore::removedWithId(std::string_view end) const {
    const std::string wanted = foldCase(trimmed(end));
    if (wanted.size() < kEndOfId)
        return Error{ErrorCode::InvalidArgument, "an id is named by six characters of its end or more", 0};
    return m_database.guard([&]() -> Result<MaterialId> {
        std::vector<MaterialId> found;
        Statement rows = m_database.prepare("SELECT id FROM material WHERE removed = 1 AND substr(id, "
                                            "-length(?1)) = ?1 ORDER BY id");
        rows.bind(wanted);
        while (rows.next()) {
            const auto id = rows.id<MaterialId>(0);
            if (TRY(mayChange(TRY(byId(id)))))
                found.push_back(id);
        }
        if (found.size() > 1)
            return Error{ErrorCode::InvalidArgument, "more than one ends in " + wanted, 0};
        if (found.empty())
            return Error{ErrorCode::NotFound, "no material that ends in " + wanted + " was removed", 0};
        return found.front();
    });
}

Result<bool> MaterialStore::mayRead(MaterialId id) const {
    return m_database.guard([&]() -> Result<bool> {
        const auto seenBy = TRY(AccessStore(m_database).sight());
        return !seenBy ||
               m_database.prepare("SELECT 1 FROM material_reader WHERE material = ?1 AND person = ?2 LIMIT 1")
                   .bind(id, *seenBy)
                   .next();
    });
}

Result<bool> MaterialStore::mayChange(const Material& material) const {
    if (!material.author.isNull() && m_database.actor() == material.author)
        return true;
    if (!TRY(mayRead(material.id)))
        return false;
    return permitted(Action::Change, Thing::Material);
}

Result<bool> MaterialStore::mayAttachToOthers() const {
    return permitted(Action::Make, Thing::Material);
}

/// By the table, whether or not people sign in: what somebody makes for all is seen by all.
Result<bool> MaterialStore::permitted(Action action, Thing thing, PersonId subject) const {
    const AccessStore access(m_database);
    if (m_database.isStudio() || m_database.actor().isNull())
        return subject.isNull() ? access.may(action, thing) : access.may(action, thing, subject);
    return allows(action, thing, TRY(subject.isNull() ? access.standings() : access.standings(subject)));
}

Result<std::vector<std::pair<MaterialId, NamedAttachment>>> MaterialStore::allAttachments() const {
    return m_database.guard([&]() -> Result<std::vector<std::pair<MaterialId, NamedAttachment>>> {
        std::vector<std::pair<MaterialId, NamedAttachment>> all;
        Statement rows = m_database.prepare(
            "SELECT a.material, a.kind, a.target, CASE a.kind "
            "WHEN 'kit' THEN (SELECT k.name FROM kit_version k WHERE k.kit = a.target "
            "ORDER BY k.version DESC LIMIT 1) "
            "WHEN 'question' THEN (SELECT q.text FROM question q WHERE q.question = a.target "
            "ORDER BY q.kit_version DESC LIMIT 1) "
            "WHEN 'cohort' THEN (SELECT c.name FROM cohort c WHERE c.id = a.target) "
            "WHEN 'person' THEN (SELECT p.name FROM person p WHERE p.id = a.target) "
            "ELSE '' END FROM material_attachment a ORDER BY a.material, a.kind, a.target");
        while (rows.next())
            all.emplace_back(rows.id<MaterialId>(0),
                             NamedAttachment{attachmentFrom(rows.text(1), rows.text(2)), rows.text(3)});
        return all;
    });
}

Result<std::vector<NamedAttachment>> MaterialStore::attachments(MaterialId id) const {
    return m_database.guard([&]() -> Result<std::vector<NamedAttachment>> {
        std::vector<NamedAttachment> attachments;
        Statement rows = m_database.prepare(
            "SELECT a.kind, a.target, CASE a.kind "
            "WHEN 'kit' THEN (SELECT k.name FROM kit_version k WHERE k.kit = a.target "
            "ORDER BY k.version DESC LIMIT 1) "
            "WHEN 'question' THEN (SELECT q.text FROM question q WHERE q.question = a.target "
            "ORDER BY q.kit_version DESC LIMIT 1) "
            "WHEN 'cohort' THEN (SELECT c.name FROM cohort c WHERE c.id = a.target) "
            "WHEN 'person' THEN (SELECT p.name FROM person p WHERE p.id = a.target) "
            "ELSE '' END FROM material_attachment a WHERE a.material = ?1 ORDER BY a.kind, a.target");
        rows.bind(id);
        while (rows.next())
            attachments.push_back({attachmentFrom(rows.text(0), rows.text(1)), rows.text(2)});
        return attachments;
    });
}

Result<std::vector<MaterialVersion>> MaterialStore::versions(MaterialId id) const {
    return m_database.guard([&]() -> Result<std::vector<MaterialVersion>> {
        std::vector<MaterialVersion> versions;
        Statement rows = m_database.prepare("SELECT version, hash, bytes, name, author, added_at_ms FROM "
                                            "material_file WHERE material = ?1 ORDER BY version");
        rows.bind(id);
        while (rows.next())
            versions.push_back({rows.number(0),
                                {rows.text(1), rows.integer(2), rows.text(3)},
                                rows.id<PersonId>(4),
                                rows.wallTime(5)});
        return versions;
    });
}

Result<std::vector<std::string>> MaterialStore::pages(MaterialId id) const {
    return m_database.guard([&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> pages;
        Statement rows =
            m_database.prepare("SELECT text FROM material_page WHERE material = ?1 ORDER BY page");
        rows.bind(id);
        while (rows.next())
            pages.push_back(rows.text(0));
        return pages;
    });
}

Result<std::optional<Material>> MaterialStore::withFile(const std::string& hash) const {
    return m_database.guard([&]() -> Result<std::optional<Material>> {
        const auto seenBy = TRY(AccessStore(m_database).sight());
        Statement row = m_database.prepare(
            "SELECT n.id, n.title, n.kind, n.text, n.url, n.version, n.author, n.added_at_ms, n.removed, "
            "n.hash, n.bytes, n.file_name FROM material_file f JOIN material_now n ON n.id = f.material AND "
            "n.version = f.version WHERE f.hash = ?1 AND n.removed = 0 AND (?2 IS NULL OR EXISTS (SELECT 1 "
            "FROM material_reader r WHERE r.material = n.id AND r.person = ?2)) ORDER BY n.id LIMIT 1");
        if (!row.bind(hash, seenBy).next())
            return std::optional<Material>();
        return std::optional(materialFrom(row));
    });
}

ReadingStore MaterialStore::readings() const {
    return ReadingStore(m_database);
}

Result<bool> MaterialStore::knowsFile(const std::string& hash) const {
    return m_database.guard([&]() -> Result<bool> {
        return m_database.prepare("SELECT 1 FROM material_file WHERE hash = ?1 LIMIT 1").bind(hash).next();
    });
}

Result<Material> MaterialStore::known(MaterialId id) const {
    Material material = TRY(byId(id));
    if (material.removed)
        return Error{ErrorCode::NotFound, "the material \"" + material.title + "\" was removed", 0};
    return material;
}

Result<Material> MaterialStore::changeable(MaterialId id) const {
    Material material = TRY(known(id));
    if (!TRY(mayChange(material)))
        return Error{ErrorCode::Denied, "this material is not yours to change", 0};
    return material;
}

Result<void> MaterialStore::checkAttachment(const Attachment& attachment) const {
    const bool allowed = TRY(attachment.to == Attachment::To::Person
                                 ? permitted(Action::Make, Thing::PersonMaterial, PersonId(attachment.target))
                                 : permitted(Action::Make, Thing::Material));
    if (!allowed)
        return Error{ErrorCode::Denied, "coordinators and mentors give others something to read", 0};
    const std::string target = targetOf(attachment);
    const auto found = m_database.guard([&]() -> Result<bool> {
        switch (attachment.to) {
        case Attachment::To::Everyone:
            return true;
        case Attachment::To::Kit:
            return m_database.prepare("SELECT 1 FROM kit_version WHERE kit = ?1").bind(target).next();
        case Attachment::To::Question:
            return m_database.prepare("SELECT 1 FROM question WHERE question = ?1").bind(target).next();
        case Attachment::To::Cohort:
            return m_database.prepare("SELECT 1 FROM cohort WHERE id = ?1").bind(target).next();
        case Attachment::To::Person:
            return m_database.prepare("SELECT 1 FROM person WHERE id = ?1").bind(target).next();
        }
        return false;
    });
    if (!TRY(Result<bool>(found)))
        return Error{ErrorCode::NotFound, "there is no " + std::string(name(attachment.to)) + " " + target,
                     0};
    return {};
}

} // namespace mockingbird::catalog

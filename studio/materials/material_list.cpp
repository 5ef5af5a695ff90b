// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_list.h"

#include "common/catalog/material_store.h"
#include "common/catalog/search_store.h"
#include "common/ui/text.h"
#include "studio/materials/material_text.h"

#include <algorithm>
#include <map>

namespace mockingbird::studio {

namespace {

constexpr int kMostHits = 200;

bool lets(const MaterialFilter& filter, const MaterialRow& row) {
    if (filter.kind && row.material.kind != *filter.kind)
        return false;
    if (filter.attachedTo && std::ranges::none_of(row.attachments, [&](const auto& named) {
            return named.attachment == *filter.attachedTo;
        }))
        return false;
    const bool read = isRead(row.material, row.reading);
    return filter.state == MaterialFilter::State::Any ||
           read == (filter.state == MaterialFilter::State::Read);
}

QString plainSnippet(const std::string& snippet) {
    QString text = ui::toQString(snippet).simplified();
    text.remove(QChar(2)).remove(QChar(3));
    return text;
}

} // namespace

Result<std::vector<MaterialRow>> materialRows(catalog::Catalog& catalog, const MaterialFilter& filter) {
    std::map<catalog::MaterialId, MaterialRow> all;
    std::vector<catalog::MaterialId> order;
    for (catalog::Material& material : TRY(catalog.materials().readable())) {
        material.text.clear();
        order.push_back(material.id);
        all[material.id].material = std::move(material);
    }
    for (auto& [id, attachment] : TRY(catalog.materials().allAttachments()))
        if (const auto found = all.find(id); found != all.end())
            found->second.attachments.push_back(std::move(attachment));
    if (!catalog.actor().isNull())
        for (const catalog::Reading& reading : TRY(catalog.materials().readings().ofPerson(catalog.actor())))
            if (const auto found = all.find(reading.material); found != all.end())
                found->second.reading = reading;

    std::vector<MaterialRow> rows;
    if (filter.words.isEmpty()) {
        for (const catalog::MaterialId id : order)
            if (lets(filter, all.at(id)))
                rows.push_back(std::move(all.at(id)));
        return rows;
    }
    for (const catalog::SearchHit& hit : TRY(catalog.search().find(filter.words.toStdString(), kMostHits))) {
        const auto found = all.find(hit.material);
        if (hit.kind != catalog::SearchHit::Kind::Material || found == all.end() ||
            !lets(filter, found->second))
            continue;
        MaterialRow row = found->second;
        row.page = hit.page;
        row.snippet = plainSnippet(hit.snippet);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace mockingbird::studio

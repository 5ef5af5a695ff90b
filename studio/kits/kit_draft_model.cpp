// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kit_draft_model.h"

#include "common/catalog/kit_json.h"
#include "studio/kits/finding_text.h"

#include <algorithm>

namespace mockingbird::studio {

namespace {
constexpr int kPauseMs = 700; // a pause in typing
} // namespace

KitDraftModel::KitDraftModel(catalog::Catalog& catalog, QObject* parent)
    : QObject(parent), m_catalog(catalog) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &KitDraftModel::flush);
}

Result<void> KitDraftModel::open(catalog::KitDraftId id) {
    flush();
    m_draft = TRY(m_catalog.kitDrafts().byId(id));
    m_steps = TRY(m_catalog.kitDrafts().steps(id));
    m_typed = false;
    m_checkAll = false;
    look();
    return {};
}

void KitDraftModel::close() {
    flush();
    m_pause.stop();
    m_typed = false;
    m_draft = {};
}

void KitDraftModel::refresh() {
    if (!isOpen() || m_typed)
        return;
    const auto now = m_catalog.kitDrafts().byId(m_draft.id);
    if (!now || now->changedAt == m_draft.changedAt)
        return;
    m_draft = *now;
    m_steps = m_catalog.kitDrafts().steps(m_draft.id).valueOr({});
    look();
}

void KitDraftModel::edit(Keep keep, const std::function<void(catalog::Kit&)>& change) {
    if (!isOpen())
        return;
    if (keep == Keep::Now)
        flush(); // so that what was typed before is a step of its own
    change(m_draft.content);
    m_typed = true;
    if (keep == Keep::Now)
        flush();
    else
        m_pause.start();
    look();
}

bool KitDraftModel::flush() {
    m_pause.stop();
    if (!m_typed || !isOpen())
        return true;
    const auto kept = m_catalog.kitDrafts().change(m_draft.id, m_draft.content);
    if (!kept) {
        emit failed(kept.error());
        return false;
    }
    m_typed = false;
    m_steps = m_catalog.kitDrafts().steps(m_draft.id).valueOr({});
    if (const auto now = m_catalog.kitDrafts().byId(m_draft.id))
        m_draft.changedAt = now->changedAt;
    emit changed();
    return true;
}

void KitDraftModel::undo() {
    if (flush() && canUndo())
        adopt(m_catalog.kitDrafts().undo(m_draft.id));
}

void KitDraftModel::redo() {
    if (flush() && canRedo())
        adopt(m_catalog.kitDrafts().redo(m_draft.id));
}

void KitDraftModel::adopt(Result<catalog::Kit> content) {
    if (!content) {
        emit failed(content.error());
        return;
    }
    m_draft.content = std::move(*content);
    m_steps = m_catalog.kitDrafts().steps(m_draft.id).valueOr({});
    look();
}

void KitDraftModel::look() {
    m_findings = catalog::findingsOf(m_draft.content);
    emit changed();
}

QString KitDraftModel::noteOf(std::initializer_list<catalog::KitFault> faults, const KitPlace& place) const {
    for (const catalog::KitFinding& finding : m_findings) {
        if (std::find(faults.begin(), faults.end(), finding.fault) == faults.end() ||
            finding.question != place.question || finding.criterion != place.criterion ||
            finding.level != place.level)
            continue;
        if (m_checkAll || !isUnwritten(finding.fault))
            return findingText(finding, m_draft.content);
    }
    return {};
}

std::optional<catalog::KitFinding> KitDraftModel::checkAll() {
    m_checkAll = true;
    look();
    const auto found =
        std::find_if(m_findings.begin(), m_findings.end(),
                     [](const catalog::KitFinding& finding) { return catalog::blocks(finding.fault); });
    return found == m_findings.end() ? std::nullopt : std::optional(*found);
}

std::optional<catalog::Kit> KitDraftModel::publish() {
    if (!flush())
        return std::nullopt;
    const auto published = m_catalog.kitDrafts().publish(m_draft.id);
    if (!published) {
        emit failed(published.error());
        return std::nullopt;
    }
    m_draft = {};
    return *published;
}

} // namespace mockingbird::studio

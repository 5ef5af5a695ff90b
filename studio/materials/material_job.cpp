// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_job.h"

#include "common/catalog/catalog.h"
#include "studio/materials/material_taking.h"

#include <algorithm>
#include <exception>

namespace mockingbird::studio {

namespace {

std::int64_t bytesOf(const std::filesystem::path& file) {
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    return failed ? 0 : static_cast<std::int64_t>(bytes);
}

QString nameOf(const std::filesystem::path& file) {
    return QString::fromStdString(file.filename().string());
}

} // namespace

MaterialJob::MaterialJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

MaterialJob::~MaterialJob() {
    cancel();
    m_pool.waitForDone();
}

void MaterialJob::start(Plan plan) {
    m_cancelled = false;
    m_running = true;
    m_pool.start([this, plan = std::move(plan)] { work(plan); });
}

void MaterialJob::work(const Plan& plan) {
    m_before = 0;
    m_all = 0;
    m_percent = -1;
    for (const std::filesystem::path& file : plan.files)
        m_all += bytesOf(file);
    Tally tally;
    for (const std::filesystem::path& file : plan.files) {
        if (m_cancelled)
            break;
        const auto taken = [&]() -> Result<void> {
            try {
                return takeOne(plan, file, tally);
            } catch (const std::exception& failure) {
                return Error{ErrorCode::Internal, failure.what(), 0};
            }
        }();
        if (!taken && taken.error().code != ErrorCode::Cancelled)
            QMetaObject::invokeMethod(
                this, [this, name = nameOf(file), error = taken.error()] { emit fileFailed(name, error); },
                Qt::QueuedConnection);
        m_before += bytesOf(file);
    }
    QMetaObject::invokeMethod(
        this,
        [this, tally] {
            m_running = false;
            emit finished(tally.added, tally.known, tally.last);
        },
        Qt::QueuedConnection);
}

Result<void> MaterialJob::takeOne(const Plan& plan, const std::filesystem::path& file, Tally& tally) {
    const auto open = TRY(catalog::Catalog::open(plan.catalog, catalog::Catalog::Missing::Refuse));
    open->actAs(plan.actor);
    catalog::MaterialDraft draft;
    draft.attached = plan.attached;
    const auto taken =
        TRY(takeMaterial(*open, file, std::move(draft), plan.replaced, [&](std::int64_t done, std::int64_t) {
            tellProgress(done, file);
            return !m_cancelled;
        }));
    ++(taken.known ? tally.known : tally.added);
    tally.last = taken.material.id;
    if (taken.wordsFailed && taken.wordsFailed->code != ErrorCode::Cancelled)
        QMetaObject::invokeMethod(
            this, [this, name = nameOf(file), error = *taken.wordsFailed] { emit wordsFailed(name, error); },
            Qt::QueuedConnection);
    return {};
}

void MaterialJob::tellProgress(std::int64_t done, const std::filesystem::path& file) {
    const int percent =
        m_all > 0 ? static_cast<int>(std::min<std::int64_t>(100, 100 * (m_before + done) / m_all)) : 0;
    if (percent == m_percent)
        return;
    m_percent = percent;
    QMetaObject::invokeMethod(
        this, [this, percent, name = nameOf(file)] { emit progressed(percent, name); }, Qt::QueuedConnection);
}

} // namespace mockingbird::studio

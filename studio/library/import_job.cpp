// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/library/import_job.h"

#include "common/catalog/catalog.h"
#include "recorder/filing/recovery.h"

#include <exception>

namespace mockingbird::studio {

namespace {

/// The session and its recording, or neither.
Result<catalog::SessionId> importOne(const ImportJob::Plan& plan, const std::filesystem::path& file) {
    const auto open = TRY(catalog::Catalog::open(plan.catalog, catalog::Catalog::Missing::Refuse));
    open->actAs(plan.actor);
    const auto session = TRY(open->sessions().add(plan.mentee, plan.kit, plan.mode));
    const auto recording = recorder::importRecording(*open, session.id, file);
    if (!recording) {
        TRY(open->sessions().remove(session.id));
        return recording.error();
    }
    return session.id;
}

Result<catalog::SessionId> guarded(const ImportJob::Plan& plan, const std::filesystem::path& file) {
    try {
        return importOne(plan, file);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
}

} // namespace

ImportJob::ImportJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

ImportJob::~ImportJob() {
    cancel();
    m_pool.waitForDone();
}

void ImportJob::start(Plan plan) {
    m_cancelled = false;
    m_running = true;
    m_pool.start([this, plan = std::move(plan)] { work(plan); });
}

void ImportJob::work(const Plan& plan) {
    int imported = 0;
    int done = 0;
    catalog::SessionId last;
    const int count = static_cast<int>(plan.files.size());
    for (const std::filesystem::path& file : plan.files) {
        if (m_cancelled)
            break;
        const auto session = guarded(plan, file);
        if (session) {
            ++imported;
            last = *session;
        } else {
            const QString name = QString::fromStdString(file.filename().string());
            QMetaObject::invokeMethod(
                this, [this, name, error = session.error()] { emit fileFailed(name, error); },
                Qt::QueuedConnection);
        }
        ++done;
        QMetaObject::invokeMethod(
            this, [this, done, count] { emit fileDone(done, count); }, Qt::QueuedConnection);
    }
    QMetaObject::invokeMethod(
        this,
        [this, imported, last] {
            m_running = false;
            emit finished(imported, last);
        },
        Qt::QueuedConnection);
}

} // namespace mockingbird::studio

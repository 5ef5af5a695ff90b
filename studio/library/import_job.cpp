// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/library/import_job.h"

#include "common/catalog/caption_store.h"
#include "common/catalog/catalog.h"
#include "recorder/filing/recovery.h"
#include "review/captions/caption_file.h"

#include <exception>

namespace mockingbird::studio {

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

/// The session and its recording, or neither.
Result<catalog::SessionId> ImportJob::importOne(const Plan& plan, const std::filesystem::path& file) {
    const auto open = TRY(catalog::Catalog::open(plan.catalog, catalog::Catalog::Missing::Refuse));
    open->actAs(plan.actor);
    const auto session = TRY(open->sessions().add(plan.mentee, plan.kit, plan.mode));
    const auto recording = recorder::importRecording(*open, session.id, file);
    if (!recording) {
        TRY(open->sessions().remove(session.id));
        return recording.error();
    }
    TRY(addCaptions(*open, recording->id, file));
    return session.id;
}

/// Those that can't be read hold nothing up: nobody asked for them.
Result<void> ImportJob::addCaptions(catalog::Catalog& catalog, catalog::RecordingId recording,
                                    const std::filesystem::path& file) {
    const std::filesystem::path captions = review::captionsBeside(file);
    if (captions.empty())
        return {};
    const std::string name = captions.filename().string();
    const auto cues = review::readCaptions(captions);
    if (cues.ok()) {
        TRY(catalog.captions().set(recording, {}, name, *cues));
        return {};
    }
    QMetaObject::invokeMethod(
        this,
        [this, name, error = cues.error()] { emit captionsFailed(QString::fromStdString(name), error); },
        Qt::QueuedConnection);
    return {};
}

Result<catalog::SessionId> ImportJob::guarded(const Plan& plan, const std::filesystem::path& file) {
    try {
        return importOne(plan, file);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
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

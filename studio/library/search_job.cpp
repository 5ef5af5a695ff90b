// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/library/search_job.h"

#include "common/base/log.h"
#include "common/catalog/catalog.h"

#include <exception>

namespace mockingbird::studio {

SearchJob::SearchJob(std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)) {
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the catalog is the thread's
}

SearchJob::~SearchJob() {
    cancel();
    m_pool.waitForDone();
}

void SearchJob::cancel() {
    ++m_number;
    m_pool.clear();
    const std::lock_guard lock(m_mutex);
    if (m_catalog)
        m_catalog->interrupt();
}

void SearchJob::search(const QString& words, catalog::PersonId actor) {
    cancel();
    m_pool.start([this, number = m_number.load(), words, actor] { run(number, words, actor); });
}

void SearchJob::run(int number, const QString& words, catalog::PersonId actor) {
    Result<std::vector<catalog::SearchHit>> hits = Error{ErrorCode::Internal, "searching failed", 0};
    try {
        if (number == m_number)
            hits = find(words, actor);
    } catch (const std::exception& failure) {
        log(LogLevel::Warning, "studio", failure.what());
    }
    if (number != m_number)
        return; // overtaken, and perhaps interrupted
    QMetaObject::invokeMethod(
        this,
        [this, number, words, hits = std::move(hits)] {
            if (number != m_number)
                return;
            if (hits.ok())
                emit found(words, *hits);
            else
                emit failed(hits.error());
        },
        Qt::QueuedConnection);
}

Result<std::vector<catalog::SearchHit>> SearchJob::find(const QString& words, catalog::PersonId actor) {
    if (!m_catalog) {
        auto opened = TRY(catalog::Catalog::open(m_folder, catalog::Catalog::Missing::Refuse));
        const std::lock_guard lock(m_mutex);
        m_catalog = std::move(opened);
    }
    m_catalog->actAs(actor);
    return m_catalog->search().find(words.toStdString());
}

} // namespace mockingbird::studio

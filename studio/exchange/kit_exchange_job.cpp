// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/kit_exchange_job.h"

#include <exception>
#include <utility>

namespace mockingbird::studio {

namespace {

double part(std::int64_t done, std::int64_t of) {
    return of == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(of);
}

/// What `work` makes with a catalog of its own.
template <class Work>
auto withCatalog(const std::filesystem::path& folder, catalog::PersonId actor, const Work& work)
    -> decltype(work(std::declval<catalog::Catalog&>())) {
    try {
        const auto open = TRY(catalog::Catalog::open(folder, catalog::Catalog::Missing::Refuse));
        open->actAs(actor);
        return work(*open);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
}

Result<exchange::ImportFile> guardedRead(const std::filesystem::path& file,
                                         const exchange::BundleProgress& progress) {
    try {
        return exchange::readImportFile(file, progress);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
}

} // namespace

KitExchangeJob::KitExchangeJob(std::filesystem::path catalog, catalog::PersonId actor, QObject* parent)
    : QObject(parent), m_catalog(std::move(catalog)), m_actor(actor) {
    m_pool.setMaxThreadCount(1);
}

KitExchangeJob::~KitExchangeJob() {
    cancel();
    m_pool.waitForDone();
}

void KitExchangeJob::start(std::function<std::function<void()>()> work) {
    m_cancelled = false;
    m_percent = -1;
    m_running = true;
    m_pool.start([this, work = std::move(work)] {
        QMetaObject::invokeMethod(
            this,
            [this, tellIt = work()] {
                m_running = false;
                tellIt();
            },
            Qt::QueuedConnection);
    });
}

bool KitExchangeJob::tell(double done) {
    // A signal a percent, not one a block.
    const int percent = static_cast<int>(done * 100);
    if (m_percent.exchange(percent) != percent)
        QMetaObject::invokeMethod(
            this, [this, percent] { emit progressed(percent); }, Qt::QueuedConnection);
    return !m_cancelled;
}

void KitExchangeJob::read(const std::filesystem::path& file) {
    start([this, file]() -> std::function<void()> {
        auto read =
            guardedRead(file, [this](std::int64_t done, std::int64_t of) { return tell(part(done, of)); });
        if (!read.ok())
            return [this, error = read.error()] { emit failed(error); };
        return [this, whole = std::make_shared<const exchange::ImportFile>(*std::move(read))] {
            emit wasRead(whole);
        };
    });
}

void KitExchangeJob::import(const File& file, const exchange::ImportTarget& target) {
    start([this, file, target]() -> std::function<void()> {
        auto outcome = withCatalog(m_catalog, m_actor, [&](catalog::Catalog& open) {
            return exchange::runImport(open, *file, target, [this](std::int64_t done, std::int64_t of) {
                return tell(part(done, of));
            });
        });
        if (!outcome.ok())
            return [this, error = outcome.error()] { emit failed(error); };
        return [this, done = *std::move(outcome)] { emit imported(done); };
    });
}

void KitExchangeJob::write(catalog::KitId kit, const std::filesystem::path& file, exchange::ExportForm form) {
    start([this, kit, file, form]() -> std::function<void()> {
        auto remarks = withCatalog(m_catalog, m_actor, [&](catalog::Catalog& open) {
            return exchange::exportKit(open, kit, std::nullopt, file, form,
                                       [this](double done) { return tell(done); });
        });
        if (!remarks.ok())
            return [this, error = remarks.error()] { emit failed(error); };
        return [this, told = *std::move(remarks)] { emit written(told); };
    });
}

} // namespace mockingbird::studio

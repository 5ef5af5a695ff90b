// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/upgrade_job.h"

#include "common/base/log.h"
#include "common/catalog/catalog.h"

#include <exception>

namespace mockingbird::studio {

namespace {

constexpr double kPermille = 1000;

} // namespace

UpgradeJob::UpgradeJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

UpgradeJob::~UpgradeJob() {
    m_stop = true;
    m_pool.waitForDone();
}

void UpgradeJob::start(std::filesystem::path folder) {
    m_stop = false;
    m_pool.start([this, folder = std::move(folder)] {
        Result<void> done = Error{ErrorCode::Internal, "the catalog was not brought up to date", 0};
        try {
            done = work(folder);
        } catch (const std::exception& failure) {
            log(LogLevel::Warning, "studio", failure.what());
        }
        QMetaObject::invokeMethod(
            this, [this, done = std::move(done)] { emit finished(done); }, Qt::QueuedConnection);
    });
}

Result<void> UpgradeJob::work(const std::filesystem::path& folder) {
    int told = -1;
    TRY(catalog::Catalog::open(folder, catalog::Catalog::Missing::Refuse, [&](double part) {
        if (const int now = static_cast<int>(part * kPermille); now != told) {
            told = now;
            QMetaObject::invokeMethod(
                this, [this, now] { emit progressed(now); }, Qt::QueuedConnection);
        }
        return !m_stop;
    }));
    return {};
}

} // namespace mockingbird::studio

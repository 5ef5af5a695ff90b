// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/report_job.h"

#include "common/catalog/catalog.h"
#include "review/report/pdf/report_file.h"

#include <exception>

namespace mockingbird::studio {

namespace {

Result<void> write(const ReportJob::Plan& plan) {
    try {
        const auto open = TRY(catalog::Catalog::open(plan.catalog, catalog::Catalog::Missing::Refuse));
        open->actAs(plan.actor);
        TRY(review::writeReport(*open, plan.session, plan.copy, plan.file));
        return {};
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
}

} // namespace

ReportJob::ReportJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

ReportJob::~ReportJob() {
    m_pool.waitForDone();
}

void ReportJob::start(Plan plan) {
    m_pool.start([this, plan = std::move(plan)] { work(plan); });
}

void ReportJob::work(const Plan& plan) {
    const Result<void> done = write(plan);
    QMetaObject::invokeMethod(
        this,
        [this, done, file = QString::fromStdString(plan.file.string())] {
            if (done.ok())
                emit written(file);
            else
                emit failed(done.error());
        },
        Qt::QueuedConnection);
}

} // namespace mockingbird::studio

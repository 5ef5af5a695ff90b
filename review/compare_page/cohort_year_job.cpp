// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/compare_page/cohort_year_job.h"

#include "common/catalog/catalog.h"

#include <exception>

namespace mockingbird::review {

namespace {

constexpr double kYearPermille = 1000;

Result<CohortYear> countYear(const CohortYearJob::Plan& plan, const catalog::Progress& progress) {
    try {
        const auto open = TRY(catalog::Catalog::open(plan.catalog, catalog::Catalog::Missing::Refuse));
        open->actAs(plan.actor);
        return readCohortYear(*open, plan.cohort, plan.year, progress);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal, failure.what(), 0};
    }
}

} // namespace

CohortYearJob::CohortYearJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

CohortYearJob::~CohortYearJob() {
    cancel();
    m_pool.waitForDone();
}

void CohortYearJob::start(Plan plan) {
    cancel();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_pool.start([this, plan = std::move(plan), stop = m_stop] { work(plan, stop); });
}

void CohortYearJob::cancel() {
    if (m_stop)
        *m_stop = true;
}

void CohortYearJob::tell(const Stop& stop, std::function<void()> what) {
    QMetaObject::invokeMethod(
        this,
        [this, stop, what = std::move(what)] {
            if (stop == m_stop)
                what();
        },
        Qt::QueuedConnection);
}

void CohortYearJob::work(const Plan& plan, const Stop& stop) {
    int told = -1;
    auto year = std::make_shared<Result<CohortYear>>(countYear(plan, [&](double part) {
        if (const int now = static_cast<int>(part * kYearPermille); now != told) {
            told = now;
            tell(stop, [this, now] { emit progressed(now); });
        }
        return !*stop;
    }));
    tell(stop, [this, year] {
        m_stop.reset();
        if (year->ok())
            emit counted(**year);
        else
            emit failed(year->error());
    });
}

} // namespace mockingbird::review

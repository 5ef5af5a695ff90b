// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "review/compare/cohort_year.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

namespace mockingbird::review {

/// Counts a cohort's year in a thread and with a catalog of its own. One at a time: starting another stops
/// the one under way, of which nothing is heard any more. GUI thread.
class CohortYearJob : public QObject {
    Q_OBJECT

public:
    struct Plan {
        std::filesystem::path catalog;
        catalog::PersonId actor;
        catalog::CohortId cohort;
        int year = 0;
    };

    explicit CohortYearJob(QObject* parent = nullptr);
    ~CohortYearJob() override; ///< stops one under way

    void start(Plan plan);
    /// Ends with Cancelled, soon.
    void cancel();
    [[nodiscard]] bool running() const { return m_stop != nullptr; }

signals:
    void progressed(int permille);
    void counted(const mockingbird::review::CohortYear& year);
    void failed(const mockingbird::Error& error);

private:
    using Stop = std::shared_ptr<std::atomic<bool>>;
    void work(const Plan& plan, const Stop& stop);
    /// In the GUI thread, unless another was started since.
    void tell(const Stop& stop, std::function<void()> what);

    QThreadPool m_pool;
    Stop m_stop; ///< of the one under way
};

} // namespace mockingbird::review

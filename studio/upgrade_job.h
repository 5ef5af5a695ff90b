// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>

namespace mockingbird::studio {

/// Brings a catalog of an older version up to date in a thread of its own: a copy of it is made, and its
/// tables are made anew, which takes a minute or two where years lie in it. GUI thread.
class UpgradeJob : public QObject {
    Q_OBJECT

public:
    explicit UpgradeJob(QObject* parent = nullptr);
    ~UpgradeJob() override; ///< stops one under way; the catalog is as it was then

    void start(std::filesystem::path folder);
    void cancel() { m_stop = true; }

signals:
    void progressed(int permille);
    void finished(const mockingbird::Result<void>& result);

private:
    [[nodiscard]] Result<void> work(const std::filesystem::path& folder);

    std::atomic<bool> m_stop = false;
    QThreadPool m_pool;
};

} // namespace mockingbird::studio

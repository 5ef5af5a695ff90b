// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "common/exchange/kit_export.h"
#include "common/exchange/kit_import.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace mockingbird::studio {

/// Reads, takes in or writes a file of kits, in a thread and with a catalog of its own: one may be as large
/// as the recordings in it. One at a time. GUI thread.
class KitExchangeJob : public QObject {
    Q_OBJECT

public:
    using File = std::shared_ptr<const exchange::ImportFile>;

    /// Works on that catalog, as that person.
    KitExchangeJob(std::filesystem::path catalog, catalog::PersonId actor, QObject* parent = nullptr);
    ~KitExchangeJob() override; ///< cancels, and waits for what is under way

    void read(const std::filesystem::path& file);
    void import(const File& file, const exchange::ImportTarget& target);
    void write(catalog::KitId kit, const std::filesystem::path& file, exchange::ExportForm form);
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool running() const { return m_running; }

signals:
    void progressed(int percent);
    void wasRead(const std::shared_ptr<const mockingbird::exchange::ImportFile>& file);
    void imported(const mockingbird::exchange::ImportOutcome& outcome);
    void written(const std::vector<mockingbird::exchange::Remark>& remarks);
    void failed(const mockingbird::Error& error); ///< Cancelled too

private:
    /// Runs `work` in the thread; what it returns runs here.
    void start(std::function<std::function<void()>()> work);
    [[nodiscard]] bool tell(double done);

    std::filesystem::path m_catalog;
    catalog::PersonId m_actor;
    std::atomic<bool> m_cancelled = false;
    std::atomic<int> m_percent = -1;
    bool m_running = false;
    QThreadPool m_pool;
};

} // namespace mockingbird::studio

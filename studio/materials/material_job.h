// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/material.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::studio {

/// Takes files into a catalog as materials, or one as the newer version of a material, in a thread and with a
/// catalog of its own, and reads the words of PDFs for searching. Cancelling leaves out the file under way
/// and those after it. GUI thread.
class MaterialJob : public QObject {
    Q_OBJECT

public:
    struct Plan {
        std::filesystem::path catalog;
        catalog::PersonId actor;
        std::vector<std::filesystem::path> files;
        std::vector<catalog::Attachment> attached;
        catalog::MaterialId replaced; ///< not null: the first file takes this one's place
    };

    explicit MaterialJob(QObject* parent = nullptr);
    ~MaterialJob() override; ///< cancels, and waits

    void start(Plan plan);
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool running() const { return m_running; }

signals:
    /// Of all files' bytes; a hundred times at most.
    void progressed(int percent, const QString& file);
    void fileFailed(const QString& file, const mockingbird::Error& error);
    /// The material is there, but its words can't be found by searching.
    void wordsFailed(const QString& file, const mockingbird::Error& error);
    void finished(int added, int known, mockingbird::catalog::MaterialId last);

private:
    struct Tally {
        int added = 0;
        int known = 0;
        catalog::MaterialId last;
    };
    void work(const Plan& plan);
    Result<void> takeOne(const Plan& plan, const std::filesystem::path& file, Tally& tally);
    void tellProgress(std::int64_t done, const std::filesystem::path& file);

    std::atomic<bool> m_cancelled = false;
    bool m_running = false;
    std::int64_t m_before = 0; ///< bytes of the files done; the thread's alone, as are the two below
    std::int64_t m_all = 0;
    int m_percent = -1;
    QThreadPool m_pool;
};

} // namespace mockingbird::studio

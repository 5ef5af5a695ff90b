// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/catalog/ids.h"
#include "common/catalog/search_store.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::studio {

/// Searches in a thread of its own, on a catalog of its own, so that no search keeps the window from the next
/// letter. A newer search ends the one that runs. GUI thread.
class SearchJob : public QObject {
    Q_OBJECT

public:
    explicit SearchJob(std::filesystem::path folder, QObject* parent = nullptr);
    ~SearchJob() override;

    void search(const QString& words, catalog::PersonId actor);
    /// Nothing comes of what was asked any more.
    void cancel();

signals:
    void found(const QString& words, const std::vector<mockingbird::catalog::SearchHit>& hits);
    void failed(const mockingbird::Error& error);

private:
    void run(int number, const QString& words, catalog::PersonId actor);
    [[nodiscard]] Result<std::vector<catalog::SearchHit>> find(const QString& words, catalog::PersonId actor);

    std::filesystem::path m_folder;
    std::atomic<int> m_number = 0; ///< of the newest search
    std::mutex m_mutex;            ///< held while the catalog comes or goes, and while it is told to end
    std::unique_ptr<catalog::Catalog> m_catalog; ///< the thread's; opened at its first search
    QThreadPool m_pool;                          ///< one thread
};

} // namespace mockingbird::studio

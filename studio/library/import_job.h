// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "common/catalog/session_store.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>
#include <vector>

namespace mockingbird::catalog {
class Catalog;
}

namespace mockingbird::studio {

/// Copies files into a catalog, each as a session of its own with the captions that lie beside it, in a
/// thread and with a catalog of its own. Cancelling takes effect after the file under way. GUI thread.
class ImportJob : public QObject {
    Q_OBJECT

public:
    struct Plan {
        std::filesystem::path catalog;
        catalog::PersonId actor;
        catalog::PersonId mentee;
        catalog::KitId kit;
        catalog::SessionMode mode = catalog::SessionMode::InPerson;
        std::vector<std::filesystem::path> files;
    };

    explicit ImportJob(QObject* parent = nullptr);
    ~ImportJob() override; ///< cancels, and waits for the file under way

    void start(Plan plan);
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool running() const { return m_running; }

signals:
    void fileDone(int done, int of);
    void fileFailed(const QString& file, const mockingbird::Error& error);
    /// The captions that lie beside an imported file can't be read; it is there without them.
    void captionsFailed(const QString& captions, const mockingbird::Error& error);
    void finished(int imported, mockingbird::catalog::SessionId last);

private:
    void work(const Plan& plan);
    [[nodiscard]] Result<catalog::SessionId> importOne(const Plan& plan, const std::filesystem::path& file);
    [[nodiscard]] Result<catalog::SessionId> guarded(const Plan& plan, const std::filesystem::path& file);
    Result<void> addCaptions(catalog::Catalog& catalog, catalog::RecordingId recording,
                             const std::filesystem::path& file);

    std::atomic<bool> m_cancelled = false;
    bool m_running = false;
    QThreadPool m_pool;
};

} // namespace mockingbird::studio

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

namespace mockingbird::studio {

/// Copies files into a catalog, each as a session of its own, in a thread and with a catalog of its own.
/// Cancelling takes effect after the file under way. GUI thread.
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
    void finished(int imported, mockingbird::catalog::SessionId last);

private:
    void work(const Plan& plan);

    std::atomic<bool> m_cancelled = false;
    bool m_running = false;
    QThreadPool m_pool;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"

#include <QObject>
#include <QThreadPool>
#include <filesystem>
#include <functional>
#include <string>

namespace mockingbird::catalog {
class SignInStore;
}

namespace mockingbird::studio {

/// What takes a passphrase, in a thread and with a catalog of its own, for that is slow on purpose. One at a
/// time. GUI thread.
class SignInJob : public QObject {
    Q_OBJECT

public:
    struct Answer {
        catalog::PersonId person; ///< who it is
        std::string code;         ///< to be shown once
    };
    using Work = std::function<Result<Answer>(catalog::SignInStore&)>;
    using Then = std::function<void(const Result<Answer>&)>;

    explicit SignInJob(QObject* parent = nullptr);
    ~SignInJob() override; ///< waits for what is under way; its answer goes nowhere

    /// `then` is called on the GUI thread.
    void start(const std::filesystem::path& catalog, catalog::PersonId actor, Work work, Then then);
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    QThreadPool m_pool;
    bool m_busy = false;
};

} // namespace mockingbird::studio

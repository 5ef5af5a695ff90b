// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/catalog/ids.h"
#include "review/report/report_content.h"

#include <QObject>
#include <QThreadPool>
#include <filesystem>

namespace mockingbird::studio {

/// Writes a session's report to a file, in a thread and with a catalog of its own: a long interview's frames
/// take a while. GUI thread.
class ReportJob : public QObject {
    Q_OBJECT

public:
    struct Plan {
        std::filesystem::path catalog;
        catalog::PersonId actor;
        catalog::SessionId session;
        review::ReportCopy copy = review::ReportCopy::Mentee;
        std::filesystem::path file; ///< its ending says the format
    };

    explicit ReportJob(QObject* parent = nullptr);
    ~ReportJob() override; ///< waits for a report under way

    void start(Plan plan);

signals:
    void written(const QString& file);
    void failed(const mockingbird::Error& error);

private:
    void work(const Plan& plan);

    QThreadPool m_pool;
};

} // namespace mockingbird::studio

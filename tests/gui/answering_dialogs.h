// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/dialogs.h"

namespace mockingbird::test {

/// Answers what would open a window of its own, and remembers that it was asked.
class AnsweringDialogs : public studio::Dialogs {
public:
    [[nodiscard]] bool confirm(QWidget*, const QString& question, const QString&, const QString&,
                               const QString&) override {
        asked << question;
        return answer;
    }
    [[nodiscard]] QStringList chooseMediaFiles(QWidget*) override { return files; }
    [[nodiscard]] QStringList chooseMaterialFiles(QWidget*) override { return files; }
    [[nodiscard]] QString chooseKitFile(QWidget*) override { return kitFile; }
    [[nodiscard]] QString chooseKitExport(QWidget*, const QString& suggested) override {
        asked << suggested;
        return kitExport;
    }
    [[nodiscard]] QString chooseCatalogFolder(QWidget*) override { return folder; }
    [[nodiscard]] QString choosePeopleFile(QWidget*) override { return peopleFile; }
    [[nodiscard]] QString choosePeopleTarget(QWidget*, const QString& suggested) override {
        asked << suggested;
        return peopleFile;
    }
    [[nodiscard]] QString chooseCalendarFile(QWidget*, const QString& suggested) override {
        asked << suggested;
        return calendar;
    }
    [[nodiscard]] ReportChoice chooseReportFile(QWidget*, const QString& suggested) override {
        asked << suggested;
        return report;
    }

    bool answer = true;
    QStringList asked;
    QStringList files;
    QString folder;
    QString peopleFile;
    QString kitFile;
    QString kitExport;
    QString calendar;
    ReportChoice report;
};

} // namespace mockingbird::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace mockingbird::studio {

/// Every question that is asked in a window of its own goes through here, so that tests can answer it. GUI
/// thread.
class Dialogs {
public:
    virtual ~Dialogs() = default;

    /// Whether `yes` was chosen; closing the dialog is `no`, which is also what Enter does.
    [[nodiscard]] virtual bool confirm(QWidget* parent, const QString& question, const QString& explanation,
                                       const QString& yes, const QString& no) = 0;
    /// Empty where nothing was chosen.
    [[nodiscard]] virtual QStringList chooseMediaFiles(QWidget* parent) = 0;
    /// What people read beforehand; empty where nothing was chosen.
    [[nodiscard]] virtual QStringList chooseMaterialFiles(QWidget* parent) = 0;
    /// A kit, rubrics or questions to take in; empty where nothing was chosen.
    [[nodiscard]] virtual QString chooseKitFile(QWidget* parent) = 0;
    /// Where a kit is written to: its ending, such as .mbkit, says how. Empty where nothing was chosen.
    [[nodiscard]] virtual QString chooseKitExport(QWidget* parent, const QString& suggestedName) = 0;
    /// Empty where nothing was chosen.
    [[nodiscard]] virtual QString chooseCatalogFolder(QWidget* parent) = 0;

    /// A table of people to bring in; empty where nothing was chosen.
    [[nodiscard]] virtual QString choosePeopleFile(QWidget* parent) = 0;
    /// Where to write one.
    [[nodiscard]] virtual QString choosePeopleTarget(QWidget* parent, const QString& suggestedName) = 0;
    /// Ends in .ics; empty where nothing was chosen.
    [[nodiscard]] virtual QString chooseCalendarFile(QWidget* parent, const QString& suggestedName) = 0;

    struct ReportChoice {
        QString file;     ///< empty where nothing was chosen; ends in .pdf, .html or .csv
        bool own = false; ///< with what is private: not to be handed on
    };
    [[nodiscard]] virtual ReportChoice chooseReportFile(QWidget* parent, const QString& suggestedName) = 0;
};

} // namespace mockingbird::studio

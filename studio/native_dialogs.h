// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/dialogs.h"

namespace mockingbird::studio {

/// The dialogs that people see: the desktop's own for files.
class NativeDialogs : public Dialogs {
public:
    [[nodiscard]] bool confirm(QWidget* parent, const QString& question, const QString& explanation,
                               const QString& yes, const QString& no) override;
    [[nodiscard]] QStringList chooseMediaFiles(QWidget* parent) override;
    [[nodiscard]] QStringList chooseMaterialFiles(QWidget* parent) override;
    [[nodiscard]] QString chooseKitFile(QWidget* parent) override;
    [[nodiscard]] QString chooseKitExport(QWidget* parent, const QString& suggestedName) override;
    [[nodiscard]] QString chooseCatalogFolder(QWidget* parent) override;
    [[nodiscard]] QString choosePeopleFile(QWidget* parent) override;
    [[nodiscard]] QString choosePeopleTarget(QWidget* parent, const QString& suggestedName) override;
    [[nodiscard]] QString chooseCalendarFile(QWidget* parent, const QString& suggestedName) override;
    [[nodiscard]] ReportChoice chooseReportFile(QWidget* parent, const QString& suggestedName) override;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "studio/people_file/people_import.h"

#include <QWidget>
#include <string>

class QLabel;
class QPushButton;
class QTableView;

namespace mockingbird::studio {

class PlanModel;

/// Shows what a file of people will do, row by row, and does it once that is wanted.
class PeopleImportPanel : public QWidget {
    Q_OBJECT

public:
    explicit PeopleImportPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads the file and shows what it would do. Nothing is changed by it.
    Result<void> open(const QString& file);
    /// The catalog has moved: what is shown is made anew, from the file as it was read.
    void refresh();

signals:
    void imported(const mockingbird::catalog::PeopleImport& import, const QString& sentence);
    void failed(const mockingbird::Error& error);
    void cancelled();

private:
    Result<void> plan();
    void import();

    catalog::Catalog& m_catalog;
    std::string m_name;  ///< the file's, without a folder
    std::string m_bytes; ///< what was read of it
    PlanModel* m_model;
    QTableView* m_table;
    QLabel* m_summary;
    QLabel* m_notes;
    QPushButton* m_import;
};

} // namespace mockingbird::studio

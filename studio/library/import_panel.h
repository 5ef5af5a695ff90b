// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/session_store.h"
#include "common/ui/card.h"

#include <filesystem>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace mockingbird::studio {

/// Asks whose recordings the chosen files are and which kit they were held with, then shows how far copying
/// has come.
class ImportPanel : public ui::Card {
    Q_OBJECT

public:
    explicit ImportPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void ask(std::vector<std::filesystem::path> files);
    void showProgress(int done, int of);
    void close();
    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return m_files; }
    [[nodiscard]] catalog::PersonId mentee() const;
    [[nodiscard]] catalog::KitId kit() const;
    [[nodiscard]] catalog::SessionMode mode() const;

signals:
    void accepted();
    void cancelled();

private:
    catalog::Catalog& m_catalog;
    std::vector<std::filesystem::path> m_files;
    QLabel* m_what;
    QComboBox* m_mentee;
    QComboBox* m_kit;
    QComboBox* m_mode;
    QProgressBar* m_progress;
    QPushButton* m_import;
};

} // namespace mockingbird::studio

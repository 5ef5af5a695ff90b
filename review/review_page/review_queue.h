// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/calibration_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"

#include <QWidget>
#include <optional>
#include <vector>

class QListWidget;
class QPushButton;

namespace mockingbird::catalog {
class Catalog;
}
namespace mockingbird::ui {
class Banner;
class EmptyState;
} // namespace mockingbird::ui

namespace mockingbird::review {

/// The sessions there are to review: those whose review the acting person hasn't sealed first, newest
/// first; what is rated for calibration before them.
class ReviewQueue : public QWidget {
    Q_OBJECT

public:
    explicit ReviewQueue(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] QListWidget* list() const { return m_list; }
    /// How the acting person tends to rate.
    [[nodiscard]] QPushButton* tendencyButton() const { return m_tendency; }
    /// For coordinators: the chosen session is rated for practice, or no more.
    [[nodiscard]] QPushButton* calibrationButton() const { return m_calibration; }

signals:
    void chosen(mockingbird::catalog::SessionId session);

private:
    struct Entry {
        catalog::Session session;
        QString state;
        std::optional<catalog::Calibration> calibration;
        bool done = false;
    };
    [[nodiscard]] Result<std::vector<Entry>> entries() const;
    [[nodiscard]] const Entry* current() const;
    void showButtons();
    void showTendency();
    void showCalibration();
    void changeCalibration(const Result<void>& changed);

    catalog::Catalog& m_catalog;
    std::vector<Entry> m_entries;
    ui::Banner* m_banner;
    QListWidget* m_list;
    ui::EmptyState* m_empty;
    QPushButton* m_tendency;
    QPushButton* m_calibration;
};

} // namespace mockingbird::review

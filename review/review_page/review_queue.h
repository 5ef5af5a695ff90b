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
/// first; what is rated for calibration before them. Read a page at a time, as far as somebody scrolls.
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
        bool foreign = false; ///< a calibration that is others' business
    };
    /// The stretches of the list, in their order.
    enum class Part { Calibrated, Unsealed, Sealed, End };
    struct Place {
        Part part = Part::Calibrated;
        std::optional<catalog::SessionPlace> after;
    };
    /// The next entries from a place on, `limit` of them unless the list ends; moves the place.
    [[nodiscard]] Result<std::vector<Entry>> read(Place& place, std::size_t limit) const;
    /// One page of a part, which may leave some out; moves the place.
    [[nodiscard]] Result<std::vector<Entry>> readPart(Place& place, int limit) const;
    [[nodiscard]] Result<std::vector<Entry>> calibrated() const;
    void readMore();
    void append(std::vector<Entry> entries);
    [[nodiscard]] const Entry* current() const;
    void showButtons();
    void showTendency();
    void showCalibration();
    void changeCalibration(const Result<void>& changed);

    catalog::Catalog& m_catalog;
    std::vector<Entry> m_entries;
    Place m_place;          ///< where the entries read so far end
    bool m_filling = false; ///< while rows come and go by the page's own doing
    ui::Banner* m_banner;
    QListWidget* m_list;
    ui::EmptyState* m_empty;
    QPushButton* m_tendency;
    QPushButton* m_calibration;
};

} // namespace mockingbird::review

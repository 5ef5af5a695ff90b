// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/outcome_store.h"
#include "common/ui/card.h"

#include <optional>
#include <vector>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace mockingbird::catalog {
class Catalog;
}
namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::review {

/// What became of a mentee, and the fields to enter it: by the mentee, their liaison or a coordinator; the
/// store decides. GUI thread.
class OutcomesPanel : public ui::Card {
    Q_OBJECT

public:
    explicit OutcomesPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Reads them anew; what is being entered for the same person stays. A null id shows nothing.
    void show(catalog::PersonId person);
    using QWidget::show;

    [[nodiscard]] const std::vector<catalog::Outcome>& outcomes() const { return m_outcomes; }
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QComboBox* kindChoice() const { return m_kind; }
    [[nodiscard]] QDateEdit* day() const { return m_day; }
    [[nodiscard]] QLineEdit* text() const { return m_text; }
    [[nodiscard]] QPushButton* saveButton() const { return m_save; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }

signals:
    /// One was added, changed, removed or brought back.
    void changed();

private:
    void layOut();
    void fillList();
    void showChosen();
    void startAnew();
    void save();
    void remove();

    catalog::Catalog& m_catalog;
    catalog::PersonId m_person;
    std::vector<catalog::Outcome> m_outcomes;
    std::optional<catalog::OutcomeId> m_edited; ///< none while a new one is entered
    ui::Banner* m_banner;
    QLabel* m_empty;
    QListWidget* m_list;
    QWidget* m_form;
    QComboBox* m_kind;
    QDateEdit* m_day;
    QLineEdit* m_text;
    QPushButton* m_save;
    QPushButton* m_another;
    QPushButton* m_remove;
};

} // namespace mockingbird::review

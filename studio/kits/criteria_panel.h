// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace mockingbird::catalog {
struct Criterion;
}

namespace mockingbird::studio {

class AddingEdit;
class GrowingEdit;
class KitDraftModel;
class NotedField;
class PartsView;

/// What is scored: the criteria in their order, and of the one chosen its weight and its described levels.
class CriteriaPanel : public QWidget {
    Q_OBJECT

public:
    explicit CriteriaPanel(KitDraftModel& model, QWidget* parent = nullptr);

    void refresh();
    void focusFirst(); ///< the line in which criteria are typed
    void showCriterion(std::size_t criterion, std::optional<std::size_t> level = std::nullopt);
    void moveChosen(int by); ///< the one chosen

private:
    /// The fields of one level; those above the criterion's last are hidden.
    struct LevelRow {
        QWidget* whole;
        QLabel* number;
        QLineEdit* label;
        GrowingEdit* anchor;
        NotedField* anchorField;
    };

    [[nodiscard]] QWidget* listSide();
    [[nodiscard]] QWidget* fieldSide();
    [[nodiscard]] LevelRow makeLevel(std::size_t level);
    void connectFields();
    void add(const QStringList& lines);
    void duplicate();
    void remove();
    void moveTo(const QString& id, int to);
    void showChosen();
    void showLevels(std::size_t criterion);
    void leaveLevel(std::size_t level); ///< to the next one, or to the next criterion's first
    void focusLevels();
    [[nodiscard]] std::optional<std::size_t> chosen() const;
    void type(const std::function<void(catalog::Criterion&)>& change);

    KitDraftModel& m_model;
    AddingEdit* m_adding;
    NotedField* m_addingField;
    PartsView* m_list;
    QWidget* m_fields;
    QLabel* m_hint;
    QLineEdit* m_name;
    NotedField* m_nameField;
    GrowingEdit* m_description;
    QDoubleSpinBox* m_weight;
    NotedField* m_weightField;
    QLabel* m_share;
    QSpinBox* m_count;
    QPushButton* m_suggest;
    std::vector<LevelRow> m_levels;
    bool m_showing = false;
};

} // namespace mockingbird::studio

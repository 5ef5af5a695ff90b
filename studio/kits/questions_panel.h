// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <cstddef>
#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QSpinBox;
class QStringListModel;

namespace mockingbird::catalog {
struct Question;
}

namespace mockingbird::studio {

class AddingEdit;
class GrowingEdit;
class KitDraftModel;
class NotedField;
class PartsView;

/// The questions in their order, and the fields of the one chosen.
class QuestionsPanel : public QWidget {
    Q_OBJECT

public:
    explicit QuestionsPanel(KitDraftModel& model, QWidget* parent = nullptr);

    void refresh();
    void focusFirst(); ///< the line in which questions are typed
    void showQuestion(std::size_t question);
    void moveChosen(int by); ///< the one chosen

private:
    [[nodiscard]] QWidget* listSide();
    [[nodiscard]] QWidget* fieldSide();
    void connectFields();
    void add(const QStringList& lines);
    void duplicate();
    void remove();
    void moveTo(const QString& id, int to);
    void showChosen();
    [[nodiscard]] std::optional<std::size_t> chosen() const;
    /// Changes the chosen question as it is typed in.
    void type(const std::function<void(catalog::Question&)>& change);

    KitDraftModel& m_model;
    AddingEdit* m_adding;
    NotedField* m_addingField;
    PartsView* m_list;
    QWidget* m_fields;
    QLabel* m_hint; ///< in place of the fields while there is no question
    GrowingEdit* m_text;
    NotedField* m_textField;
    QLineEdit* m_competency;
    GrowingEdit* m_probes;
    GrowingEdit* m_strong;
    QSpinBox* m_seconds;
    QStringListModel* m_criteria; ///< whose names are offered as competencies
    bool m_showing = false;
};

} // namespace mockingbird::studio

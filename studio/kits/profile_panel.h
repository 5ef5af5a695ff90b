// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QFormLayout;

namespace mockingbird::studio {

class KitDraftModel;
class NotedField;

/// What a kit is for, and how its interview runs: presets, times, the bell, the scale, the pass line.
class ProfilePanel : public QWidget {
    Q_OBJECT

public:
    explicit ProfilePanel(KitDraftModel& model, QWidget* parent = nullptr);

    void refresh();
    void showClassifications(const QStringList& known); ///< to be offered while typing
    void focusFirst();
    void focusTimes();

private:
    [[nodiscard]] QWidget* aboutCard();
    [[nodiscard]] QWidget* timesCard();
    void connectFields();
    template <class Widget>
    Widget* named(Widget* widget, const char* objectName, const QString& name);

    KitDraftModel& m_model;
    QLineEdit* m_name;
    QLineEdit* m_position;
    QLineEdit* m_classification;
    QComboBox* m_preset;
    QSpinBox* m_reading;
    QSpinBox* m_answer;
    QSpinBox* m_whole;
    QComboBox* m_timesUp;
    QSpinBox* m_scale;
    QPushButton* m_scaleAll;
    QCheckBox* m_hasPassLine;
    QDoubleSpinBox* m_passLine;
    QSpinBox* m_margin;
    QComboBox* m_scoring;
    QCheckBox* m_selfFirst;
    NotedField* m_nameField;
    NotedField* m_wholeField;
    bool m_showing = false;
};

} // namespace mockingbird::studio

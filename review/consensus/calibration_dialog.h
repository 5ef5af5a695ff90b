// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/calibration_store.h"

#include <QDialog>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::review {

/// What the dialog is opened for.
struct CalibrationChoice {
    QString session; ///< how the session is called elsewhere
    std::vector<std::pair<catalog::CohortId, QString>> cohorts;
    std::optional<catalog::Calibration> running; ///< then it can be ended
};

/// Makes a session one that mentors rate for practice, or an ordinary one again. It says what was chosen and
/// closes.
class CalibrationDialog : public QDialog {
    Q_OBJECT

public:
    explicit CalibrationDialog(const CalibrationChoice& choice, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* titleField() const { return m_title; }
    [[nodiscard]] QComboBox* cohortBox() const { return m_cohort; }
    [[nodiscard]] QPushButton* beginButton() const { return m_begin; } ///< nullptr where one is running
    [[nodiscard]] QPushButton* endButton() const { return m_end; }     ///< nullptr where none is

signals:
    void beginRequested(const QString& title, mockingbird::catalog::CohortId cohort); ///< null for everybody
    void endRequested(mockingbird::catalog::CalibrationId id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildBegin(const CalibrationChoice& choice, QVBoxLayout* column);
    void buildEnd(const CalibrationChoice& choice, QVBoxLayout* column);

    QLineEdit* m_title = nullptr;
    QComboBox* m_cohort = nullptr;
    QPushButton* m_begin = nullptr;
    QPushButton* m_end = nullptr;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/review_page/review_settings.h"

#include <QDialog>

class QDoubleSpinBox;

namespace mockingbird::review {

/// How one likes to review. What is set holds at once and is remembered. Deletes itself when closed.
class ReviewSettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReviewSettingsDialog(QWidget* parent);

    [[nodiscard]] QDoubleSpinBox* reactionTime() const { return m_reaction; }
    [[nodiscard]] QDoubleSpinBox* leadIn() const { return m_leadIn; }

signals:
    void settingsChanged(const mockingbird::review::ReviewSettings& settings);

private:
    void apply();

    QDoubleSpinBox* m_reaction;
    QDoubleSpinBox* m_leadIn;
};

} // namespace mockingbird::review

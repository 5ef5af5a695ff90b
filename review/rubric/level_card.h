// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"

#include <QRadioButton>

namespace mockingbird::review {

/// One level of a criterion to choose: its number and label, and its whole anchor beside them. The chosen one
/// is filled, framed and ticked.
class LevelCard : public QRadioButton {
    Q_OBJECT

public:
    explicit LevelCard(const catalog::Level& level, QWidget* parent = nullptr);

    [[nodiscard]] int level() const { return m_level; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& position) const override { return rect().contains(position); }
    void nextCheckState() override { setChecked(true); }

private:
    [[nodiscard]] QRect anchorRect(int width) const;

    int m_level;
    QString m_label;
    QString m_anchor;
};

} // namespace mockingbird::review

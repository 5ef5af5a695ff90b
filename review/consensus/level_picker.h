// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"

#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QRadioButton;

namespace mockingbird::review {

/// A criterion's levels in a row, with the anchor of the one that is looked at below. Arrow keys look, Space
/// or a level's digit chooses: going along the row chooses nothing.
class LevelPicker : public QWidget {
    Q_OBJECT

public:
    LevelPicker(const std::vector<catalog::Level>& levels, const QString& name, QWidget* parent = nullptr);

    void setLevel(std::optional<int> level);
    [[nodiscard]] std::optional<int> level() const { return m_level; }
    /// Moves the keyboard to the level that is chosen, or the first.
    void takeKeyboard();
    [[nodiscard]] const std::vector<QRadioButton*>& buttons() const { return m_buttons; }
    [[nodiscard]] QString anchorShown() const;

signals:
    void chosen(int level);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handleKey(std::size_t at, int key);
    void showAnchor(std::optional<std::size_t> index);
    [[nodiscard]] std::optional<std::size_t> chosenIndex() const;

    std::vector<catalog::Level> m_levels;
    std::optional<int> m_level;
    std::vector<QRadioButton*> m_buttons;
    QLabel* m_anchor;
};

} // namespace mockingbird::review

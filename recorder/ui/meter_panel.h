// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorder/recorder.h"

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace mockingbird::ui {
class LevelMeter;
}

namespace mockingbird::recorder {

/// A row for each sound source: its name and its level, silent or too loud. GUI thread.
class MeterPanel : public QWidget {
    Q_OBJECT

public:
    explicit MeterPanel(QWidget* parent = nullptr);

    /// Makes the rows anew where the sources are others, and moves the meters.
    void show(const RecorderStats& stats);
    void clear();
    [[nodiscard]] std::size_t count() const { return m_rows.size(); }

private:
    struct Row {
        SourceSpec source;
        QLabel* label;
        ui::LevelMeter* meter;
    };
    [[nodiscard]] bool fits(const RecorderStats& stats) const;
    void rebuild(const RecorderStats& stats);

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace mockingbird::recorder

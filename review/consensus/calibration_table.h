// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/consensus/consensus_content.h"

#include <QTableWidget>

namespace mockingbird::review {

/// Raters' levels beside the agreed ones, a row a unit: the viewer's alone with the difference in words, or
/// (for who writes the agreed levels down) everybody's with the difference as a number, and what it comes to.
class CalibrationTable : public QTableWidget {
    Q_OBJECT

public:
    explicit CalibrationTable(QWidget* parent = nullptr);

    void showContent(const ConsensusContent& content);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showOwn(const ConsensusContent& content);
    void showEverybody(const ConsensusContent& content);
    void put(int row, int column, const QString& text, const QString& spoken = {});
    /// As high as its rows: the panel around it scrolls.
    void fitHeight();

    QString m_shown; ///< what the cells were made from
};

} // namespace mockingbird::review

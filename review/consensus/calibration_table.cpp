// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/consensus/calibration_table.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/consensus/calibration_figures.h"
#include "review/consensus/consensus_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimer>
#include <algorithm>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr int kCellPadding = 12;

QString signedText(double value, int digits) {
    const QString size = QString::number(std::abs(value), 'f', digits);
    const bool none = size.toDouble() == 0;
    return none ? size : value > 0 ? QLatin1Char('+') + size : QStringLiteral("−") + size;
}

/// The same as long as the table looks the same.
QString keyOf(const ConsensusContent& content) {
    QString key = QString::number(content.editable) + ui::toQString(content.viewer.toString());
    for (const ScoredUnit& unit : content.units) {
        const catalog::AgreedScore* agreed = agreedFor(content, unit);
        key += QLatin1Char('\n') + unitName(content.kit, unit.criterion, unit.question) +
               QString::number(agreed ? agreed->level : 0);
        for (const catalog::Score& score : unit.scores)
            key += QLatin1Char(' ') + ui::toQString(score.raterName) + QString::number(score.level);
    }
    return key;
}

/// Words wrap at the width that the style sheet's padding leaves, which Qt forgets when it asks for a height.
class PaddedDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        QStyleOptionViewItem narrow = option;
        narrow.rect.setWidth(std::max(ui::px(40), option.rect.width() - 2 * ui::px(kCellPadding)));
        return QStyledItemDelegate::sizeHint(narrow, index);
    }
};

} // namespace

CalibrationTable::CalibrationTable(QWidget* parent) : QTableWidget(parent) {
    setItemDelegate(new PaddedDelegate(this));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Levels beside the agreed ones"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void CalibrationTable::showContent(const ConsensusContent& content) {
    const QString key = keyOf(content);
    if (key == m_shown)
        return; // every note that is written shows the panel anew
    m_shown = key;
    const int row = currentRow();
    clear();
    if (content.editable)
        showEverybody(content);
    else
        showOwn(content);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Many raters are reached by scrolling; the names beside them stay readable.
    horizontalHeader()->setSectionResizeMode(0, content.editable ? QHeaderView::Fixed : QHeaderView::Stretch);
    if (content.editable)
        setColumnWidth(0, ui::px(140));
    if (row >= 0 && row < rowCount())
        selectRow(row);
    fitHeight();
}

void CalibrationTable::put(int row, int column, const QString& text, const QString& spoken) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (!spoken.isEmpty())
        item->setData(Qt::AccessibleTextRole, spoken);
    setItem(row, column, item);
}

void CalibrationTable::showOwn(const ConsensusContent& content) {
    setColumnCount(3);
    setHorizontalHeaderLabels({tr("Criterion"), tr("You"), tr("Agreed")});
    setRowCount(static_cast<int>(content.units.size()));
    int row = 0;
    for (const ScoredUnit& unit : content.units) {
        const catalog::AgreedScore* agreed = agreedFor(content, unit);
        const auto own = std::ranges::find(unit.scores, content.viewer, &catalog::Score::rater);
        QString difference = tr("not comparable yet");
        if (agreed && own != unit.scores.end())
            difference = own->level == agreed->level
                             ? tr("as agreed")
                             : tr("%1 than agreed").arg(differenceText(own->level - agreed->level));
        put(row, 0, tr("%1:\n%2").arg(unitName(content.kit, unit.criterion, unit.question), difference));
        put(row, 1, own == unit.scores.end() ? tr("none") : QString::number(own->level));
        put(row, 2, agreed ? QString::number(agreed->level) : tr("none"));
        ++row;
    }
}

void CalibrationTable::showEverybody(const ConsensusContent& content) {
    const std::vector<RaterCalibration> figures = calibrationOf(content.units, content.agreed);
    std::vector<std::pair<catalog::PersonId, QString>> raters;
    for (const ScoredUnit& unit : content.units)
        for (const catalog::Score& score : unit.scores)
            if (std::ranges::find(raters, score.rater, &std::pair<catalog::PersonId, QString>::first) ==
                raters.end())
                raters.emplace_back(score.rater, ui::toQString(score.raterName));
    QStringList headers{tr("Criterion"), tr("Agreed")};
    for (const auto& rater : raters)
        headers << rater.second;
    setColumnCount(static_cast<int>(headers.size()));
    setHorizontalHeaderLabels(headers);
    setRowCount(static_cast<int>(content.units.size()) + (raters.empty() ? 0 : 2));
    int row = 0;
    for (const ScoredUnit& unit : content.units) {
        const catalog::AgreedScore* agreed = agreedFor(content, unit);
        put(row, 0, unitName(content.kit, unit.criterion, unit.question));
        put(row, 1, agreed ? QString::number(agreed->level) : tr("none yet"));
        int column = 2;
        for (const auto& rater : raters) {
            const auto score = std::ranges::find(unit.scores, rater.first, &catalog::Score::rater);
            if (score == unit.scores.end())
                put(row, column, tr("none"));
            else if (!agreed)
                put(row, column, QString::number(score->level));
            else
                put(row, column,
                    tr("%1 (%2)").arg(score->level).arg(signedText(score->level - agreed->level, 0)),
                    tr("%1, %2").arg(score->level).arg(differenceText(score->level - agreed->level)));
            ++column;
        }
        ++row;
    }
    if (raters.empty())
        return;
    put(row, 0, tr("The agreed level"));
    put(row + 1, 0, tr("Mean difference"));
    put(row, 1, {});
    put(row + 1, 1, {});
    int column = 2;
    for (const auto& rater : raters) {
        const auto found = std::ranges::find(figures, rater.first, &RaterCalibration::rater);
        put(row, column,
            found == figures.end() ? tr("none") : tr("%1 of %2").arg(found->exact).arg(found->n));
        put(row + 1, column, found == figures.end() ? tr("none") : signedText(found->meanDifference, 1));
        ++column;
    }
}

void CalibrationTable::fitHeight() {
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    resizeRowsToContents();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    if (horizontalScrollBar()->maximum() > 0)
        height += horizontalScrollBar()->sizeHint().height();
    if (height != this->height())
        setFixedHeight(height);
}

void CalibrationTable::resizeEvent(QResizeEvent* event) {
    QTableWidget::resizeEvent(event);
    // Wrapped words need other heights at another width; set once the view has laid itself out.
    QTimer::singleShot(0, this, &CalibrationTable::fitHeight);
}

void CalibrationTable::changeEvent(QEvent* event) {
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QTimer::singleShot(0, this, &CalibrationTable::fitHeight);
}

} // namespace mockingbird::review

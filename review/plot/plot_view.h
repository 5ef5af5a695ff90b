// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "review/plot/plot_content.h"

#include <QFrame>
#include <functional>
#include <optional>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace mockingbird::review {

class PlotChart;
class PlotTableModel;

/// A plot with its title, the table behind it, and a menu that exports it. Hovering tells a value; with the
/// keyboard on it, the arrow keys go from value to value, Home and End to the first and last, Enter opens,
/// and T turns to the table and back. GUI thread.
class PlotView : public QFrame {
    Q_OBJECT

public:
    explicit PlotView(PlotContent content = {}, QWidget* parent = nullptr);

    void setContent(PlotContent content);
    [[nodiscard]] const PlotContent& content() const { return m_content; }

    /// Where the keyboard is; nullopt before it was there.
    [[nodiscard]] std::optional<PlotPlace> current() const;
    /// Goes there, shows the value and tells screen readers.
    void setCurrent(PlotPlace place);
    /// What is said of it; empty where there is none.
    [[nodiscard]] QString currentText() const;

    /// Plots beside each other are of one height, however long their notes are; what is left is below those.
    void setPlotHeight(int height);
    void setTableShown(bool shown);
    [[nodiscard]] bool tableShown() const;

    /// Writes it as the file's ending says: .png, .svg or .csv; as it is printed, whatever the theme.
    /// Unsupported for another ending; Denied, NoSpace, Io.
    [[nodiscard]] Result<void> exportTo(const QString& file) const;
    /// Where an export goes, given a name to suggest with its ending; empty for nowhere. A file dialog unless
    /// set.
    using ChooseFile = std::function<QString(QWidget* parent, const QString& suggested)>;
    void setChooseFile(ChooseFile chooseFile) { m_chooseFile = std::move(chooseFile); }

    [[nodiscard]] PlotChart* chart() const { return m_chart; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QToolButton* menuButton() const { return m_menu; }

signals:
    /// Enter, or a click on a value: what it stands for is wanted.
    void activated(mockingbird::review::PlotPlace place);

protected:
    void connectNotify(const QMetaMethod& signal) override;

private:
    void buildMenu();
    void showContent();
    void fitStack();
    void exportAs(const QString& ending);

    PlotContent m_content;
    int m_plotHeight = 0; ///< as high as there is room, unless set
    ChooseFile m_chooseFile;
    QLabel* m_title;
    QToolButton* m_menu;
    QStackedWidget* m_stack;
    PlotChart* m_chart;
    PlotTableModel* m_model;
    QTableView* m_table;
    QLabel* m_note;
    QLabel* m_state; ///< what became of an export
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/drawing.h"

#include <QWidget>
#include <optional>

class QAbstractButton;
class QButtonGroup;

namespace mockingbird::review {

/// The tools for drawing on the frame while a note is written: which shape comes next, take the last back,
/// done. GUI thread.
class DrawingBar : public QWidget {
    Q_OBJECT

public:
    explicit DrawingBar(QWidget* parent = nullptr);

    /// The tool that is shown as chosen; none for none.
    void setTool(std::optional<catalog::ShapeKind> kind);
    [[nodiscard]] std::optional<catalog::ShapeKind> tool() const;
    /// How many shapes the note has: whether there is one to take back, and room for another.
    void setShapes(std::size_t count);

    [[nodiscard]] QSize sizeHint() const override { return m_full; }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_least; }

signals:
    void toolChosen(mockingbird::catalog::ShapeKind kind);
    void undone();   ///< the last shape is to go
    void finished(); ///< the person is done with drawing

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void shorten(bool shortened);

    QButtonGroup* m_tools;
    QAbstractButton* m_undo;
    QAbstractButton* m_done;
    QSize m_full;
    QSize m_least; ///< with its words shortened
};

} // namespace mockingbird::review

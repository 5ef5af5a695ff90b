// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace mockingbird::studio {

/// A field for prose that is as high as its words, Tab leaves, and Enter may leave too. It has no undo of its
/// own: the editor's takes back whole steps. GUI thread.
class GrowingEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    enum class Enter { BreaksLine, Leaves };
    GrowingEdit(const QString& name, Enter enter, int leastLines = 1, QWidget* parent = nullptr);

    /// Shows another text, where it is another; the cursor stays where it can. Emits nothing.
    void showText(const QString& text);

signals:
    void edited(const QString& text); ///< by the person
    void left();                      ///< with Enter

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void grow();

    Enter m_enter;
    int m_leastLines;
    bool m_showing = false;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace mockingbird::review {

/// The recording and what is said of it: side by side where there is room for both, else one at a time.
class DeskPanes : public QSplitter {
    Q_OBJECT

public:
    enum class Pane { Recording, Side };

    DeskPanes(QWidget* recording, QWidget* side, QWidget* parent = nullptr);

    /// Whether one is shown at a time.
    [[nodiscard]] bool folded() const { return m_folded; }
    /// The one in sight while they are folded.
    [[nodiscard]] Pane pane() const { return m_pane; }
    void showPane(Pane pane);

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void changed(); ///< folded() or pane()

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void fold();
    void apply();

    QWidget* m_recording;
    QWidget* m_side;
    Pane m_pane = Pane::Recording;
    bool m_folded = false;
};

} // namespace mockingbird::review

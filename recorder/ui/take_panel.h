// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace mockingbird::ui {
class Chip;
}

namespace mockingbird::recorder {

/// What is at hand while recording: how long it has been, bookmark, pause, stop.
class TakePanel : public QWidget {
    Q_OBJECT

public:
    explicit TakePanel(QWidget* parent = nullptr);

    void showTime(MediaTime elapsed, bool paused);
    void showBookmarks(int count);
    void focusFirst();

signals:
    void bookmarkClicked();
    void pauseClicked(); ///< pauses, or resumes
    void stopClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_rows; ///< one beside the other where there is the width
    ui::Chip* m_state;
    QLabel* m_elapsed;
    QLabel* m_bookmarks;
    QPushButton* m_bookmark;
    QPushButton* m_pause;
    QPushButton* m_stop;
    bool m_paused = false;
};

} // namespace mockingbird::recorder

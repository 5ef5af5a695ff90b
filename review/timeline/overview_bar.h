// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "review/playback/play_range.h"

#include <QPixmap>
#include <QWidget>
#include <optional>
#include <vector>

namespace mockingbird::review {

/// The whole recording in a slim strip, with where its notes lie and a window on what the timeline shows. The
/// window can be dragged, and so can its ends; a press beside it brings it there.
class OverviewBar : public QWidget {
    Q_OBJECT

public:
    explicit OverviewBar(QWidget* parent = nullptr);

    /// `moments` are the notes', in the order of time.
    void setContent(MediaTime duration, std::vector<MediaTime> moments);
    void setSight(PlayRange sight);
    void setPlayhead(MediaTime time);

    [[nodiscard]] double xOf(MediaTime time) const;

signals:
    void sightRequested(mockingbird::review::PlayRange sight);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    enum class Part { Window, Start, End };
    struct Drag {
        Part part;
        MediaTime from;
        PlayRange original;
    };

    [[nodiscard]] MediaTime timeAt(double x) const;
    [[nodiscard]] std::optional<Part> partAt(double x) const;
    [[nodiscard]] bool showsAll() const;
    void paintGround();
    void redraw();

    MediaTime m_duration;
    std::vector<MediaTime> m_moments;
    PlayRange m_sight;
    MediaTime m_playhead;
    std::optional<Drag> m_drag;
    QPixmap m_ground; ///< the strip and its notes
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace mockingbird::review {

/// A small picture with its time, over the window of the widget it belongs to. Takes no clicks.
class ThumbnailView : public QWidget {
public:
    static constexpr int kWidth = 160; ///< of the picture, before scaling

    explicit ThumbnailView(QWidget* parent);

    /// With its lower edge at `below`, its middle as near to `x` as the window allows; both of the parent.
    void showAt(double x, double below, const QImage& picture, const QString& time);

    [[nodiscard]] const QString& time() const { return m_time; }
    [[nodiscard]] const QImage& picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
    QString m_time;
};

} // namespace mockingbird::review

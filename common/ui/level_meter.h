// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

namespace mockingbird::ui {

/// How loud one sound source is: the bar is the RMS, the tick the peak of the last second and a half, both in
/// dB from -60 to 0. Says "Silent" after five seconds without a sound above -60 dB. Some 15 updates a second.
/// GUI thread.
class LevelMeter : public QWidget {
    Q_OBJECT

public:
    static constexpr double kSilentBelowDb = -60.0;
    static constexpr int kSilentAfterMs = 5000;

    explicit LevelMeter(QWidget* parent = nullptr);

    /// Both 0..1 of full scale.
    void setLevel(double peak, double rms);
    [[nodiscard]] bool silent() const { return m_silent; }
    /// The part of the bar that is filled, 0..1.
    [[nodiscard]] double filled() const { return m_rms; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void silenceChanged(bool silent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_rms = 0;
    double m_peak = 0;
    double m_held = 0;
    bool m_clipped = false;
    bool m_silent = false;
    QElapsedTimer m_sinceHeld;
    QElapsedTimer m_sinceHeard;
};

} // namespace mockingbird::ui

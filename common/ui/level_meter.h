// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <chrono>
#include <optional>

namespace mockingbird::ui {

/// How loud one sound source is: the bar is the RMS, the tick the peak of the last second and a half, both in
/// dB from -60 to 0. Words stand in it where it is silent or too loud, and screen readers are told the value.
/// Some 15 updates a second. GUI thread.
class LevelMeter : public QWidget {
    Q_OBJECT

public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr double kLeastDb = -60.0;

    explicit LevelMeter(QWidget* parent = nullptr);

    /// Peak and RMS are 0..1 of full scale. "Too loud" stays for two seconds after it clipped.
    void setLevel(double peak, double rms, bool clipped = false, Time now = std::chrono::steady_clock::now());
    /// Whether nothing has been heard for a while, which is for the caller to say.
    void setSilent(bool silent);
    [[nodiscard]] bool silent() const { return m_silent; }
    [[nodiscard]] bool tooLoud() const { return m_tooLoud; }
    /// The part of the bar that is filled, 0..1.
    [[nodiscard]] double filled() const { return m_rms; }
    /// Where the tick stands, 0..1.
    [[nodiscard]] double held() const { return m_held; }
    /// As a screen reader says it, such as `-18 decibels, peak -6`.
    [[nodiscard]] QString valueText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tellState();
    void paintWord(QPainter& painter, const QString& word);

    double m_rms = 0;
    double m_held = 0;
    bool m_silent = false;
    bool m_tooLoud = false;
    Time m_heldSince;
    std::optional<Time> m_clippedAt;
};

} // namespace mockingbird::ui

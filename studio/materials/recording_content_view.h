// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/materials/content_view.h"

#include <cstdint>

namespace mockingbird::review {
class PlayerView;
class TransportBar;
} // namespace mockingbird::review

namespace mockingbird::studio {

/// A recording to watch or to listen to, in the studio's own player.
class RecordingContentView : public ContentView {
    Q_OBJECT

public:
    explicit RecordingContentView(QWidget* parent = nullptr);

    Result<void> show(const Source& source) override;
    [[nodiscard]] catalog::ReadingPlace place() const override;
    void setPlace(const catalog::ReadingPlace& place) override;
    [[nodiscard]] int percent() const override;
    [[nodiscard]] QString placeName(const catalog::ReadingPlace& place) const override;
    [[nodiscard]] QString extent() const override;
    void pause() override;
    [[nodiscard]] QWidget* reading() override;

private:
    review::PlayerView* m_player;
    review::TransportBar* m_bar;
    std::int64_t m_told = -1; ///< the second that was told last
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/recording_content_view.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/player_view/player_view.h"
#include "review/player_view/transport_bar.h"

#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {
constexpr std::int64_t kMicroseconds = 1000; ///< in a millisecond
constexpr int kEnd = 97;                     ///< the last seconds are often silence
} // namespace

RecordingContentView::RecordingContentView(QWidget* parent)
    : ContentView(parent), m_player(new review::PlayerView), m_bar(new review::TransportBar(*m_player)) {
    m_player->setFocusPolicy(Qt::StrongFocus);
    m_player->setObjectName(QStringLiteral("materialPlayer"));
    m_bar->setNotesThere(false, false);
    m_bar->setSilenceKnown(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(m_player, 1);
    column->addWidget(m_bar);
    const auto on = [this](const QKeySequence& keys, auto work) {
        auto* shortcut = new QShortcut(keys, m_player, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    on(Qt::Key_Space, [this] { m_player->toggle(); });
    on(Qt::Key_Left, [this] { m_player->seek(m_player->position() - MediaTime::fromSeconds(5)); });
    on(Qt::Key_Right, [this] { m_player->seek(m_player->position() + MediaTime::fromSeconds(5)); });
    connect(m_player, &review::PlayerView::clicked, this, [this] { m_player->toggle(); });
    connect(m_player, &review::PlayerView::positionChanged, this, [this](MediaTime at) {
        const auto second = static_cast<std::int64_t>(at.seconds());
        if (second != m_told)
            emit moved();
        m_told = second;
    });
}

Result<void> RecordingContentView::show(const Source& source) {
    m_player->setAccessibleName(ui::toQString(source.material.title));
    m_told = -1;
    TRY(m_player->open(source.file));
    return {};
}

catalog::ReadingPlace RecordingContentView::place() const {
    return {1, std::max<std::int64_t>(0, m_player->position().microseconds() / kMicroseconds)};
}

void RecordingContentView::setPlace(const catalog::ReadingPlace& place) {
    m_player->seek(MediaTime::fromMicroseconds(place.offset * kMicroseconds));
}

int RecordingContentView::percent() const {
    const std::int64_t whole = m_player->duration().microseconds();
    if (whole <= 0)
        return 0;
    const auto share = static_cast<int>(100 * m_player->position().microseconds() / whole);
    return share >= kEnd ? 100 : std::clamp(share, 0, 99);
}

QString RecordingContentView::placeName(const catalog::ReadingPlace& place) const {
    return ui::shortTime(MediaTime::fromMicroseconds(place.offset * kMicroseconds));
}

QString RecordingContentView::extent() const {
    return ui::shortTime(m_player->duration());
}

void RecordingContentView::pause() {
    m_player->pause();
}

QWidget* RecordingContentView::reading() {
    return m_player;
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/player_view.h"

#include "review/player_view/sound_output.h"

#include <QMouseEvent>
#include <QPainter>

namespace mockingbird::review {

namespace {

constexpr int kTickMilliseconds = 16;

} // namespace

PlayerView::PlayerView(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Recording"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kTickMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PlayerView::tick);
}

PlayerView::~PlayerView() = default;

Result<void> PlayerView::open(const std::filesystem::path& file) {
    close();
    m_player = TRY(Player::open(file));
    m_player->setSpeed(m_speed);
    m_player->setVolume(m_volume);
    m_output = std::make_unique<SoundOutput>(*m_player);
    watch();
    emit positionChanged(m_position);
    return {};
}

void PlayerView::close() {
    m_timer.stop();
    m_output.reset();
    m_player.reset();
    m_picture.reset();
    m_failed = false;
    m_position = {};
    if (std::exchange(m_playing, false))
        emit playingChanged(false);
    update();
}

void PlayerView::play() {
    if (m_player == nullptr || m_playing)
        return;
    if (!m_player->soundTracks().empty())
        m_output->start();
    m_player->play();
    watch();
}

void PlayerView::pause() {
    if (m_player == nullptr)
        return;
    m_player->pause();
    m_output->stop();
    watch();
}

void PlayerView::toggle() {
    if (m_playing)
        pause();
    else
        play();
}

void PlayerView::seek(MediaTime time) {
    if (m_player == nullptr)
        return;
    m_player->seek(time);
    watch();
}

void PlayerView::stepForward() {
    if (m_player == nullptr)
        return;
    m_player->stepForward();
    watch();
}

void PlayerView::stepBack() {
    if (m_player == nullptr)
        return;
    m_player->stepBack();
    watch();
}

void PlayerView::setSpeed(double speed) {
    m_speed = speed;
    if (m_player != nullptr)
        m_player->setSpeed(speed);
}

void PlayerView::setVolume(double volume) {
    m_volume = volume;
    if (m_player != nullptr)
        m_player->setVolume(volume);
}

MediaTime PlayerView::position() const {
    return m_player == nullptr ? MediaTime() : m_player->position();
}
MediaTime PlayerView::duration() const {
    return m_player == nullptr ? MediaTime() : m_player->duration();
}
MediaTime PlayerView::shownTime() const {
    return m_picture ? m_picture->time : position();
}

void PlayerView::setPictures(PictureLayout /*layout*/, std::size_t /*first*/, std::size_t /*second*/) {}
PlayerView::PictureLayout PlayerView::pictureLayout() const {
    return PictureLayout::Single;
}
void PlayerView::setCaptions(std::vector<catalog::Cue> /*cues*/) {}
bool PlayerView::captionsThere() const {
    return false;
}
void PlayerView::setCaptionsShown(bool /*shown*/) {}
bool PlayerView::captionsShown() const {
    return false;
}
void PlayerView::setLoop(std::optional<PlayRange> /*range*/) {}
std::optional<PlayRange> PlayerView::loop() const {
    return std::nullopt;
}
void PlayerView::setSkipped(std::vector<PlayRange> /*ranges*/) {}
void PlayerView::showDrawing(const catalog::Drawing& /*drawing*/) {}
void PlayerView::startDrawing(catalog::ShapeKind /*kind*/) {}
void PlayerView::stopDrawing() {}
bool PlayerView::drawing() const {
    return false;
}

QImage PlayerView::image() const {
    if (!m_picture)
        return {};
    return {m_picture->pixels.data(), m_picture->width, m_picture->height,
            static_cast<qsizetype>(m_picture->width) * 4, QImage::Format_RGB32};
}

QImage PlayerView::grabPicture() const {
    return image().copy();
}

/// Something may be due now or soon.
void PlayerView::watch() {
    if (!m_timer.isActive())
        m_timer.start();
    tick();
}

void PlayerView::tick() {
    if (auto picture = m_player->takePicture()) {
        m_picture = std::move(picture);
        update();
    }
    const bool playing = m_player->playing();
    const bool seeking = m_player->seeking();
    const MediaTime position = m_player->position();
    if (!playing && !seeking) {
        // The answer to a jump may have come between the two questions.
        if (auto picture = m_player->takePicture()) {
            m_picture = std::move(picture);
            update();
        }
        m_timer.stop();
        m_output->stop();
    }
    if (std::exchange(m_position, position) != position)
        emit positionChanged(position);
    if (std::exchange(m_playing, playing) != playing)
        emit playingChanged(playing);
    if (const auto failure = m_player->failure(); failure && !m_failed) {
        m_failed = true;
        emit failed(*failure);
    }
}

void PlayerView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    const QImage picture = image();
    if (picture.isNull())
        return;
    const QSizeF size = QSizeF(picture.size()).scaled(this->size(), Qt::KeepAspectRatio);
    const QRectF target(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, picture);
}

void PlayerView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
}

} // namespace mockingbird::review

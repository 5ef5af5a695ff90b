// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/player_view.h"

#include "common/ui/theme.h"
#include "review/drawing/drawing_view.h"
#include "review/player_view/caption_view.h"
#include "review/player_view/sound_output.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QSettings>
#include <algorithm>
#include <chrono>

namespace mockingbird::review {

namespace {

using namespace std::chrono_literals;

// Between two looks while nothing is known to be due, and at most while something is.
constexpr std::chrono::milliseconds kTick(16);
constexpr std::chrono::milliseconds kLongestTick(34);
constexpr double kCaptionRoom = 0.35; ///< of the pictures' height, under them
const auto kLayoutKey = QStringLiteral("review/pictureLayout");
const auto kFirstKey = QStringLiteral("review/leadingPicture");
const auto kCornerKey = QStringLiteral("review/insetCorner");
const auto kCaptionsKey = QStringLiteral("review/captions");

/// What the settings hold under the key, if it is one of the `count` values of the enum.
template <class Enum>
Enum recalled(const QString& key, Enum usual, int count) {
    const int value = QSettings().value(key, static_cast<int>(usual)).toInt();
    return value >= 0 && value < count ? static_cast<Enum>(value) : usual;
}

QImage imageOf(const media::Picture& picture) {
    return {picture.pixels.data(), picture.width, picture.height, static_cast<qsizetype>(picture.width) * 4,
            QImage::Format_RGB32};
}

} // namespace

PlayerView::PlayerView(QWidget* parent)
    : QWidget(parent), m_corner(recalled(kCornerKey, InsetCorner::TopRight, 4)),
      m_captionsShown(QSettings().value(kCaptionsKey, true).toBool()), m_drawing(new DrawingView(this)),
      m_captionView(new CaptionView(this)) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Recording"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &PlayerView::tick);
    connect(m_drawing, &DrawingView::shapeDrawn, this, &PlayerView::shapeDrawn);
    connect(m_drawing, &DrawingView::stopped, this, &PlayerView::drawingStopped);
}

PlayerView::~PlayerView() = default;

Result<void> PlayerView::open(const std::filesystem::path& file) {
    close();
    m_player = TRY(Player::open(file));
    m_player->setSpeed(m_speed);
    m_player->setVolume(m_volume);
    m_output = std::make_unique<SoundOutput>(*m_player);
    recallPictures();
    watch();
    emit positionChanged(m_position);
    emit offerChanged();
    return {};
}

void PlayerView::close() {
    m_timer.stop();
    m_output.reset();
    m_player.reset();
    m_shown.clear();
    m_layout = PictureLayout::Single;
    m_pressedInset.reset();
    m_captionView->setSaid({});
    m_captions = {};
    m_drawing->stop();
    m_drawing->setDrawing({});
    arrange();
    m_failed = false;
    m_position = {};
    if (std::exchange(m_playing, false))
        emit playingChanged(false);
    emit offerChanged();
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
    return !m_shown.empty() && m_shown.front().picture ? m_shown.front().picture->time : position();
}

void PlayerView::setPictures(PictureLayout layout, std::size_t first, std::size_t second) {
    if (m_player == nullptr)
        return;
    const std::size_t there = m_player->pictureTracks().size();
    if (there == 0)
        return;
    std::vector<std::size_t> tracks{first < there ? first : 0};
    if (layout != PictureLayout::Single && second < there && second != tracks.front())
        tracks.push_back(second);
    m_layout = tracks.size() > 1 ? layout : PictureLayout::Single;
    std::vector<Shown> shown;
    for (const std::size_t track : tracks) {
        // What was on the screen stays until its next picture comes.
        const auto before = std::ranges::find(m_shown, track, &Shown::track);
        shown.push_back(before == m_shown.end() ? Shown{track, std::nullopt} : std::move(*before));
    }
    m_shown = std::move(shown);
    m_player->showPictures(tracks);
    if (there > 1) {
        QSettings settings;
        settings.setValue(kLayoutKey, static_cast<int>(m_layout));
        settings.setValue(kFirstKey, static_cast<int>(tracks.front()));
    }
    arrange();
    watch();
    emit offerChanged();
}

/// As the person had the last recording of several pictures.
void PlayerView::recallPictures() {
    const std::size_t there = m_player->pictureTracks().size();
    if (there == 0)
        return;
    m_shown.push_back({});
    if (there > 1) {
        const auto first = static_cast<std::size_t>(recalled(kFirstKey, 0, static_cast<int>(there)));
        setPictures(recalled(kLayoutKey, PictureLayout::SideBySide, 3), first, first == 0 ? 1 : 0);
    }
}

std::vector<std::size_t> PlayerView::shownPictures() const {
    std::vector<std::size_t> tracks;
    for (const Shown& each : m_shown)
        tracks.push_back(each.track);
    return tracks;
}

void PlayerView::setInsetCorner(InsetCorner corner) {
    m_corner = corner;
    QSettings().setValue(kCornerKey, static_cast<int>(corner));
    arrange();
    emit offerChanged();
}

QRectF PlayerView::pictureRect(std::size_t picture) const {
    const auto found = std::ranges::find(m_shown, picture, &Shown::track);
    if (found == m_shown.end() || !found->picture)
        return {};
    return m_places[static_cast<std::size_t>(found - m_shown.begin())];
}

/// Where the pictures lie now, and with them what is drawn on them.
void PlayerView::arrange() {
    std::vector<QSizeF> sizes;
    for (const Shown& each : m_shown) {
        if (each.picture)
            sizes.emplace_back(each.picture->width, each.picture->height);
        else // not yet: as large as the other one
            sizes.push_back(sizes.empty() ? QSizeF(16, 9) : sizes.front());
    }
    m_places = arranged(m_layout, m_corner, rect(), sizes);
    if (m_layout == PictureLayout::Inset && m_places.size() > 1)
        m_places[1].translate(m_insetOffset);
    std::vector<DrawingView::Place> places;
    for (std::size_t each = 0; each < m_places.size(); ++each)
        if (m_shown[each].picture)
            places.push_back({static_cast<int>(m_shown[each].track), m_places[each]});
    m_drawing->setGeometry(rect());
    m_drawing->setPlaces(std::move(places));
    QRectF pictures;
    for (const QRectF& each : m_places)
        pictures |= each;
    // Where there is room under the pictures, captions needn't cover them.
    const double room = std::clamp(height() - pictures.bottom(), 0.0, pictures.height() * kCaptionRoom);
    pictures.setHeight(pictures.height() + room);
    m_captionView->setGeometry(rect());
    m_captionView->setArea(pictures.isEmpty() ? QRectF(rect()) : pictures);
    update();
}

void PlayerView::setCaptions(std::vector<catalog::Cue> cues) {
    m_captionView->setSaid({});
    m_captions = CueIndex(std::move(cues));
    listen();
    update();
    emit offerChanged();
}

void PlayerView::setCaptionsShown(bool shown) {
    m_captionsShown = shown;
    QSettings().setValue(kCaptionsKey, shown);
    listen();
    emit offerChanged();
}

/// What the captions say at the position.
void PlayerView::listen() {
    m_captionView->setSaid(m_captionsShown ? m_captions.at(m_position) : std::vector<const catalog::Cue*>());
    if (m_player != nullptr && !m_player->hasPicture())
        update(); // what stands there instead of a picture makes room
}

void PlayerView::setLoop(std::optional<PlayRange> range) {
    if (m_player == nullptr)
        return;
    m_player->setLoop(range);
    watch();
}

std::optional<PlayRange> PlayerView::loop() const {
    return m_player == nullptr ? std::nullopt : m_player->loop();
}

void PlayerView::setSkipped(std::vector<PlayRange> ranges) {
    if (m_player != nullptr)
        m_player->setSkipped(std::move(ranges));
}

void PlayerView::showDrawing(const catalog::Drawing& drawing) {
    m_drawing->setDrawing(drawing);
}

void PlayerView::startDrawing(catalog::ShapeKind kind) {
    if (m_player != nullptr && m_player->hasPicture())
        m_drawing->start(kind);
}

void PlayerView::stopDrawing() {
    m_drawing->stop();
}

bool PlayerView::drawing() const {
    return m_drawing->drawing();
}

QImage PlayerView::grabPicture() const {
    if (m_shown.empty() || !m_shown.front().picture)
        return {};
    return imageOf(*m_shown.front().picture).copy();
}

/// Something may be due now or soon.
void PlayerView::watch() {
    if (!m_timer.isActive())
        m_timer.start();
    tick();
}

void PlayerView::takePictures() {
    bool moved = false;
    for (std::size_t place = 0; place < m_shown.size(); ++place) {
        auto picture = m_player->takePicture(place);
        if (!picture)
            continue;
        auto& shown = m_shown[place].picture;
        moved |= !shown || shown->width != picture->width || shown->height != picture->height;
        shown = std::move(picture);
        update();
    }
    if (moved)
        arrange();
}

void PlayerView::tellFailures() {
    for (std::size_t place = 0; place < m_shown.size(); ++place) {
        if (m_shown[place].failed)
            continue;
        const std::optional<Error> failure = m_player->pictureFailure(place);
        if (!failure || m_player->failure())
            continue;
        m_shown[place].failed = true;
        update();
        emit pictureFailed(QString::fromStdString(m_player->pictureTracks().at(m_shown[place].track).name),
                           *failure);
    }
}

/// The next look is when the next picture is due: a fixed beat would show each by up to its length late.
void PlayerView::lookWhenDue() {
    const auto due = m_player->untilNextPicture();
    m_timer.start(due ? std::clamp(std::chrono::ceil<std::chrono::milliseconds>(*due), 1ms, kLongestTick)
                      : kTick);
}

void PlayerView::tick() {
    takePictures();
    tellFailures();
    const bool playing = m_player->playing();
    const bool seeking = m_player->seeking();
    const MediaTime position = m_player->position();
    if (!playing && !seeking) {
        // The answer to a jump may have come between the two questions.
        takePictures();
        m_timer.stop();
        m_output->stop();
    } else {
        lookWhenDue();
    }
    if (std::exchange(m_position, position) != position) {
        listen();
        emit positionChanged(position);
    }
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
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t each = 0; each < m_shown.size(); ++each) {
        if (!m_shown[each].picture) {
            if (m_shown[each].failed)
                paintMissing(painter, m_places[each]);
            continue;
        }
        if (each > 0 && m_layout == PictureLayout::Inset)
            paintInsetEdge(painter, m_places[each]);
        painter.drawImage(m_places[each], imageOf(*m_shown[each].picture));
    }
    if (m_player != nullptr && !m_player->hasPicture() && m_captionView->empty()) {
        painter.setPen(Qt::lightGray);
        painter.setFont(ui::font(ui::TextStyle::Body));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("This recording is sound only."));
    }
}

void PlayerView::paintMissing(QPainter& painter, const QRectF& rect) {
    painter.setPen(QPen(Qt::gray, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(Qt::lightGray);
    painter.setFont(ui::font(ui::TextStyle::Body));
    painter.drawText(rect.adjusted(ui::px(ui::kSmall), 0, -ui::px(ui::kSmall), 0),
                     Qt::AlignCenter | Qt::TextWordWrap, tr("This picture can't be shown."));
}

/// So that the small picture stands off the large one, whatever both show.
void PlayerView::paintInsetEdge(QPainter& painter, const QRectF& rect) const {
    painter.fillRect(rect.adjusted(-2, -2, 2, 2), Qt::black);
    painter.fillRect(rect.adjusted(-1, -1, 1, 1), Qt::white);
}

void PlayerView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PlayerView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_layout == PictureLayout::Inset && m_places.size() > 1 &&
        m_places[1].contains(event->position()))
        m_pressedInset = event->position();
}

void PlayerView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressedInset)
        return;
    const QPointF way = event->position() - *m_pressedInset;
    if (m_insetOffset.isNull() && way.manhattanLength() < QApplication::startDragDistance())
        return;
    m_insetOffset = way;
    setCursor(Qt::ClosedHandCursor);
    arrange();
}

void PlayerView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const bool dragged = !m_insetOffset.isNull();
    m_pressedInset.reset();
    if (dragged) {
        const QPointF place = m_places[1].center();
        m_insetOffset = {};
        unsetCursor();
        setInsetCorner(nearestCorner(m_places[0], place));
    } else if (rect().contains(event->position().toPoint())) {
        emit clicked();
    }
}

} // namespace mockingbird::review

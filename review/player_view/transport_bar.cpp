// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/transport_bar.h"

#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/player_view/picture_menu.h"
#include "review/player_view/player_view.h"
#include "review/player_view/sound_tracks_panel.h"
#include "review/player_view/toggle_button.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <cmath>

namespace mockingbird::review {

namespace {

constexpr std::array<double, 8> kSpeeds{0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0};
constexpr int kNormalSpeed = 2;
constexpr int kFullVolume = 100;
constexpr int kMostFolded = 9;

} // namespace

TransportBar::TransportBar(PlayerView& view, QWidget* parent) : QWidget(parent), m_view(view) {
    makeControls();
    placeControls();
    connectControls();
    addShortcuts();
    paintIcons();
    showOffer();
    setNotesThere(false, false);
    setSilenceKnown(false);
}

void TransportBar::makeControls() {
    m_previousNote = button("previous_note", tr("Previous note"), tr("Ctrl+Left"));
    m_back = button("step_back", tr("One frame back"), tr("Comma"));
    m_play = button("play", tr("Play"), tr("Space"));
    m_forth = button("step_forward", tr("One frame on"), tr("Full stop"));
    m_nextNote = button("next_note", tr("Next note"), tr("Ctrl+Right"));

    m_position = new QLabel(this);
    m_position->setAccessibleName(tr("Position"));
    m_position->setTextFormat(Qt::PlainText);

    m_loop = new ToggleButton("loop", tr("Play over and over"), tr("Ctrl+L"), this);
    m_skipSilence = new ToggleButton("skip_silence", tr("Skip silence"), tr("Alt+S"), this);
    m_captions = new ToggleButton("captions", tr("Captions"), tr("Alt+C"), this);
    m_pictures = button("layout_side", tr("Pictures"), {});
    m_pictures->setMenu(new QMenu(m_pictures));
    m_pictures->setPopupMode(QToolButton::InstantPopup);
    m_sounds = button("sound_tracks", tr("Sound"), {});
    m_sounds->setToolTip(tr("Sound: who is heard, and how loud"));
    m_soundTracks = new SoundTracksPanel(m_view, this);
    m_soundTracks->setWindowFlag(Qt::Popup);
    m_soundTracks->hide();

    m_speed = new QComboBox(this);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed; slower (Shift+Comma), faster (Shift+Full stop)"));
    for (const double speed : kSpeeds)
        m_speed->addItem(tr("%1×").arg(speed), speed);
    m_speed->setCurrentIndex(kNormalSpeed);

    m_mute = button("speaker", tr("Mute"), tr("Alt+M"));
    m_mute->setCheckable(true);
    m_volume = new QSlider(Qt::Horizontal, this);
    m_volume->setRange(0, kFullVolume);
    m_volume->setValue(kFullVolume);
    m_volume->setPageStep(10);
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setToolTip(tr("Volume"));
    m_volume->setFixedWidth(ui::px(96));

    m_more = button("more", tr("More"), {});
    m_menu = new QMenu(m_more);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    // The arrow that a style draws for a menu tells nothing that the icon doesn't.
    for (QToolButton* each : {m_pictures, m_more})
        each->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
}

void TransportBar::placeControls() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kTight));
    row->setSizeConstraint(QLayout::SetNoConstraint); // it folds instead
    add(*row, m_previousNote, 8);
    add(*row, m_back, 9);
    add(*row, m_play, 0);
    add(*row, m_forth, 9);
    add(*row, m_nextNote, 8);
    add(*row, m_position, 0);
    row->addStretch(1);
    add(*row, m_loop, 3);
    add(*row, m_skipSilence, 4);
    add(*row, m_captions, 5);
    add(*row, m_pictures, 2);
    add(*row, m_sounds, 1);
    add(*row, m_speed, 7);
    add(*row, m_mute, 0);
    add(*row, m_volume, 6);
    row->addWidget(m_more);
}

void TransportBar::add(QHBoxLayout& row, QWidget* widget, int foldsAt) {
    row.addWidget(widget);
    m_items.push_back({widget, true, foldsAt});
}

void TransportBar::connectControls() {
    connect(m_play, &QToolButton::clicked, &m_view, &PlayerView::toggle);
    connect(m_back, &QToolButton::clicked, &m_view, &PlayerView::stepBack);
    connect(m_forth, &QToolButton::clicked, &m_view, &PlayerView::stepForward);
    connect(m_previousNote, &QToolButton::clicked, this, &TransportBar::previousNote);
    connect(m_nextNote, &QToolButton::clicked, this, &TransportBar::nextNote);
    connect(m_loop, &QToolButton::clicked, this, &TransportBar::loopToggled);
    connect(m_skipSilence, &QToolButton::clicked, this, &TransportBar::skipSilenceToggled);
    connect(m_captions, &QToolButton::clicked, &m_view, &PlayerView::setCaptionsShown);
    connect(m_pictures->menu(), &QMenu::aboutToShow, this,
            [this] { fillPictureMenu(*m_pictures->menu(), m_view); });
    connect(m_sounds, &QToolButton::clicked, this, &TransportBar::showSoundTracks);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_view.setSpeed(m_speed->itemData(index).toDouble()); });
    connect(m_mute, &QToolButton::toggled, this, &TransportBar::showVolume);
    connect(m_volume, &QSlider::valueChanged, this, &TransportBar::showVolume);
    connect(m_menu, &QMenu::aboutToShow, this, &TransportBar::fillMenu);
    connect(m_soundTracks, &SoundTracksPanel::changedChanged, this, [this](bool changed) {
        m_sounds->setAccessibleName(changed ? tr("Sound, changed") : tr("Sound"));
        m_sounds->setIcon(ui::icon("sound_tracks", changed ? &ui::Colors::accent : &ui::Colors::text));
    });
    connect(&m_view, &PlayerView::playingChanged, this, &TransportBar::showPlaying);
    connect(&m_view, &PlayerView::positionChanged, this, &TransportBar::showPosition);
    connect(&m_view, &PlayerView::offerChanged, this, &TransportBar::showOffer);
}

/// Also for what is folded; a plain letter begins a note.
void TransportBar::addShortcuts() {
    const auto on = [this](Qt::Key key, QToolButton* control) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        connect(shortcut, &QShortcut::activated, this, [this, control] {
            const auto item = std::ranges::find(m_items, control, &Item::widget);
            if (item->used && control->isEnabled())
                control->click();
        });
    };
    on(Qt::Key_S, m_skipSilence);
    on(Qt::Key_C, m_captions);
    on(Qt::Key_M, m_mute);
}

QToolButton* TransportBar::button(const char* icon, const QString& name, const QString& key) {
    auto* made = new QToolButton(this);
    made->setIcon(ui::icon(icon));
    made->setIconSize(QSize(ui::px(20), ui::px(20)));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the page
    made->setAccessibleName(name);
    made->setToolTip(key.isEmpty() ? name : tr("%1 (%2)").arg(name, key));
    return made;
}

void TransportBar::setSpeed(double speed) {
    int nearest = 0;
    for (int index = 1; index < m_speed->count(); ++index) {
        if (std::abs(kSpeeds[static_cast<std::size_t>(index)] - speed) <
            std::abs(kSpeeds[static_cast<std::size_t>(nearest)] - speed))
            nearest = index;
    }
    m_speed->setCurrentIndex(nearest);
}

void TransportBar::setNotesThere(bool before, bool after) {
    m_previousNote->setEnabled(before);
    m_nextNote->setEnabled(after);
}

void TransportBar::setLoopOn(bool on) {
    m_loop->setChecked(on);
}

void TransportBar::setSkipSilenceOn(bool on) {
    m_skipSilence->setChecked(on);
}

void TransportBar::setSilenceKnown(bool known) {
    m_skipSilence->setEnabled(known);
    m_skipSilence->setToolTip(known ? tr("Skip silence (Alt+S)")
                                    : tr("Skip silence: the recording's silences are still looked for"));
}

/// What the open recording has use for.
void TransportBar::showOffer() {
    const Player* player = m_view.player();
    const bool sound = player == nullptr || !player->soundTracks().empty();
    use(m_skipSilence, player != nullptr && sound);
    use(m_captions, m_view.captionsThere());
    use(m_pictures, player != nullptr && player->pictureTracks().size() > 1);
    use(m_sounds, m_soundTracks->sources() > 1);
    for (const QWidget* each : {m_back, m_forth})
        use(each, player == nullptr || player->hasPicture());
    use(m_mute, sound);
    use(m_volume, sound);
    m_captions->setChecked(m_view.captionsShown());
    m_pictures->setIcon(ui::icon(pictureIcon(m_view)));
    // As wide as it will ever be, so that nothing moves while it plays.
    const QString end = ui::shortTime(m_view.duration());
    m_position->setMinimumWidth(m_position->fontMetrics().horizontalAdvance(tr("%1 / %2").arg(end, end)) +
                                ui::px(ui::kSmall));
    showPosition(m_view.position());
    fold();
}

void TransportBar::use(const QWidget* widget, bool used) {
    std::ranges::find(m_items, widget, &Item::widget)->used = used;
}

void TransportBar::showPlaying() {
    const QString name = m_view.playing() ? tr("Pause") : tr("Play");
    m_play->setIcon(ui::icon(m_view.playing() ? "pause" : "play"));
    m_play->setAccessibleName(name);
    m_play->setToolTip(tr("%1 (%2)").arg(name, tr("Space")));
}

void TransportBar::showPosition(MediaTime position) {
    const QString text = tr("%1 / %2").arg(ui::shortTime(position), ui::shortTime(m_view.duration()));
    if (m_position->text() != text)
        m_position->setText(text);
}

void TransportBar::showVolume() {
    m_view.setVolume(m_mute->isChecked() ? 0.0 : static_cast<double>(m_volume->value()) / kFullVolume);
    const QString name = m_mute->isChecked() ? tr("Unmute") : tr("Mute");
    m_mute->setIcon(ui::icon(m_mute->isChecked() ? "mute" : "speaker"));
    m_mute->setAccessibleName(name);
    m_mute->setToolTip(tr("%1 (%2)").arg(name, tr("Alt+M")));
}

void TransportBar::paintIcons() {
    m_previousNote->setIcon(ui::icon("previous_note"));
    m_back->setIcon(ui::icon("step_back"));
    m_forth->setIcon(ui::icon("step_forward"));
    m_nextNote->setIcon(ui::icon("next_note"));
    showVolume();
    showPlaying();
}

int TransportBar::widthUntil(int folded) const {
    int width = folded > 0 ? m_more->sizeHint().width() : 0;
    int shown = folded > 0 ? 1 : 0;
    for (const Item& item : m_items) {
        if (!item.used || (item.foldsAt > 0 && item.foldsAt <= folded))
            continue;
        width += std::max(item.widget->sizeHint().width(), item.widget->minimumWidth());
        ++shown;
    }
    return width + shown * ui::px(ui::kTight); // the stretch has its gap too
}

/// Puts as little as possible into the menu.
void TransportBar::fold() {
    m_folded = 0;
    while (m_folded < kMostFolded && widthUntil(m_folded) > width())
        ++m_folded;
    bool any = false;
    for (const Item& item : m_items) {
        const bool folded = item.foldsAt > 0 && item.foldsAt <= m_folded;
        any |= folded && item.used;
        item.widget->setVisible(item.used && !folded);
    }
    m_more->setVisible(any);
    updateGeometry();
}

QSize TransportBar::sizeHint() const {
    return {widthUntil(0), layout()->sizeHint().height()};
}

QSize TransportBar::minimumSizeHint() const {
    return {widthUntil(kMostFolded), layout()->sizeHint().height()};
}

void TransportBar::fillMenu() {
    m_menu->clear();
    const auto folded = [this](const QWidget* widget) {
        const auto item = std::ranges::find(m_items, widget, &Item::widget);
        return item->used && item->foldsAt > 0 && item->foldsAt <= m_folded;
    };
    for (QToolButton* each :
         {m_previousNote, m_nextNote, m_back, m_forth, static_cast<QToolButton*>(m_loop),
          static_cast<QToolButton*>(m_skipSilence), static_cast<QToolButton*>(m_captions)}) {
        if (!folded(each))
            continue;
        // An icon would take the check mark's place.
        QAction* action =
            m_menu->addAction(each->isCheckable() ? QIcon() : each->icon(), each->accessibleName());
        action->setEnabled(each->isEnabled());
        action->setCheckable(each->isCheckable());
        action->setChecked(each->isChecked());
        connect(action, &QAction::triggered, each, &QAbstractButton::click);
    }
    if (folded(m_pictures))
        fillPictureMenu(*m_menu->addMenu(ui::icon(pictureIcon(m_view)), tr("Pictures")), m_view);
    if (folded(m_sounds))
        connect(m_menu->addAction(m_sounds->icon(), tr("Who is heard…")), &QAction::triggered, this,
                &TransportBar::showSoundTracks);
    const auto addChoice = [this](QMenu* menu, const QString& text, bool chosen, auto choose) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        connect(action, &QAction::triggered, this, choose);
    };
    if (folded(m_speed)) {
        QMenu* menu = m_menu->addMenu(tr("Speed"));
        for (int index = 0; index < m_speed->count(); ++index)
            addChoice(menu, m_speed->itemText(index), index == m_speed->currentIndex(),
                      [this, index] { m_speed->setCurrentIndex(index); });
    }
    if (folded(m_volume)) {
        QMenu* menu = m_menu->addMenu(tr("Volume"));
        for (int percent = kFullVolume; percent > 0; percent -= 20)
            addChoice(menu, tr("%1 %").arg(percent), percent == m_volume->value(),
                      [this, percent] { m_volume->setValue(percent); });
    }
}

void TransportBar::showSoundTracks() {
    const QWidget* under = m_sounds->isVisible() ? m_sounds : m_more;
    const QSize size = m_soundTracks->sizeHint();
    QPoint place = under->mapToGlobal(QPoint(under->width() - size.width(), -size.height()));
    const QRect there = screen()->availableGeometry();
    place.setX(std::clamp(place.x(), there.left(), std::max(there.left(), there.right() - size.width())));
    place.setY(std::max(place.y(), there.top()));
    m_soundTracks->move(place);
    m_soundTracks->resize(size);
    m_soundTracks->show();
    m_soundTracks->setFocus(Qt::PopupFocusReason);
}

void TransportBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

void TransportBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        paintIcons();
        fold();
    }
}

} // namespace mockingbird::review

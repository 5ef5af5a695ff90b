// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/player_view/picture_menu.h"

#include "common/ui/text.h"
#include "review/player_view/player_view.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <array>
#include <utility>

namespace mockingbird::review {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PictureMenu", text);
}

/// Names that begin a `&` would be taken for a key.
QString nameOf(const PlayerTrack& track) {
    return ui::toQString(track.name).replace(u'&', QStringLiteral("&&"));
}

class Filling {
public:
    Filling(QMenu& menu, PlayerView& view) : m_menu(menu), m_view(view), m_group(new QActionGroup(&menu)) {}

    void add(const QString& text, PictureLayout layout, std::size_t first, std::size_t second) {
        QAction* action = m_menu.addAction(text);
        action->setCheckable(true);
        const auto shown = m_view.shownPictures();
        action->setChecked(m_view.pictureLayout() == layout && !shown.empty() && shown[0] == first &&
                           (layout == PictureLayout::Single || shown[1] == second));
        m_group->addAction(action);
        QObject::connect(action, &QAction::triggered, &m_view, [view = &m_view, layout, first, second] {
            view->setPictures(layout, first, second);
        });
    }

    void addCorners() {
        static constexpr std::array kCorners{std::pair{InsetCorner::TopLeft, "Top left"},
                                             std::pair{InsetCorner::TopRight, "Top right"},
                                             std::pair{InsetCorner::BottomLeft, "Bottom left"},
                                             std::pair{InsetCorner::BottomRight, "Bottom right"}};
        m_menu.addSeparator();
        QMenu* menu = m_menu.addMenu(tr("Corner of the small picture"));
        auto* group = new QActionGroup(menu);
        for (const auto& [corner, name] : kCorners) {
            QAction* action = menu->addAction(tr(name));
            action->setCheckable(true);
            action->setChecked(m_view.insetCorner() == corner);
            group->addAction(action);
            QObject::connect(action, &QAction::triggered, &m_view,
                             [view = &m_view, to = corner] { view->setInsetCorner(to); });
        }
    }

private:
    QMenu& m_menu;
    PlayerView& m_view;
    QActionGroup* m_group;
};

} // namespace

void fillPictureMenu(QMenu& menu, PlayerView& view) {
    menu.clear();
    if (view.player() == nullptr)
        return;
    const auto tracks = view.player()->pictureTracks();
    const std::size_t count = tracks.size();
    Filling filling(menu, view);
    for (std::size_t one = 0; one < count; ++one)
        for (std::size_t other = one + 1; other < count; ++other)
            filling.add(tr("%1 and %2 side by side").arg(nameOf(tracks[one]), nameOf(tracks[other])),
                        PictureLayout::SideBySide, one, other);
    for (std::size_t large = 0; large < count; ++large)
        for (std::size_t small = 0; small < count; ++small)
            if (small != large)
                filling.add(tr("%1 large, %2 in a corner").arg(nameOf(tracks[large]), nameOf(tracks[small])),
                            PictureLayout::Inset, large, small);
    for (std::size_t one = 0; one < count; ++one)
        filling.add(tr("%1 alone").arg(nameOf(tracks[one])), PictureLayout::Single, one, one);
    if (view.pictureLayout() == PictureLayout::Inset)
        filling.addCorners();
}

const char* pictureIcon(const PlayerView& view) {
    switch (view.pictureLayout()) {
    case PictureLayout::SideBySide:
        return "layout_side";
    case PictureLayout::Inset:
        return "layout_inset";
    case PictureLayout::Single:
        break;
    }
    return "layout_alone";
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/trial_player.h"

#include "common/base/log.h"
#include "common/ui/buttons.h"
#include "common/ui/theme.h"
#include "review/player_view/player_view.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <memory>

namespace mockingbird::studio {

QWidget* makeTrialPlayer(const std::filesystem::path& file, QWidget* parent) {
    auto made = std::make_unique<QWidget>(parent);
    made->setObjectName(QStringLiteral("trialPlayer"));
    auto* view = new review::PlayerView;
    view->setAccessibleName(QObject::tr("The trial take"));
    auto* again = ui::button(QObject::tr("Play it &again"), "play");
    auto* column = new QVBoxLayout(made.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kSmall));
    column->addWidget(view);
    column->addWidget(again, 0, Qt::AlignLeft);
    if (const auto opened = view->open(file); !opened) {
        log(LogLevel::Warning, "studio", "the trial take doesn't play: " + opened.error().detail);
        return nullptr;
    }
    if (view->player() != nullptr && !view->player()->hasPicture())
        view->hide(); // sound alone
    QObject::connect(again, &QPushButton::clicked, view, [view] {
        view->seek({});
        view->play();
    });
    view->setFixedHeight(ui::px(200));
    view->play();
    return made.release();
}

} // namespace mockingbird::studio

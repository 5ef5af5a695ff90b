// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ui/banner.h"

#include "common/ui/buttons.h"
#include "common/ui/error_text.h"
#include "common/ui/icons.h"
#include "common/ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace mockingbird::ui {

namespace {

struct ToneLook {
    const char* name;
    const char* icon;
    QColor Colors::*ink;
    const char* word; ///< what a screen reader hears before the text
};

ToneLook look(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return {"neutral", "bird", &Colors::text, "Note"};
    case Tone::Info:
        return {"info", "bird", &Colors::onAccentSoft, "Note"};
    case Tone::Success:
        return {"success", "check", &Colors::onSuccessSoft, "Done"};
    case Tone::Warning:
        return {"warning", "warning", &Colors::onWarningSoft, "Warning"};
    case Tone::Danger:
        return {"danger", "warning", &Colors::onDangerSoft, "Problem"};
    }
    return {"info", "bird", &Colors::text, "Note"};
}

} // namespace

Banner::Banner(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("banner"));
    m_icon = new QLabel(this);
    m_text = label({}, TextStyle::Body, this);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action = button({}, nullptr, this);
    m_second = quietButton({}, nullptr, this);
    m_close = iconButton(tr("Dismiss this message"), "close", this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(14), px(10), px(10), px(10));
    row->setSpacing(px(kMedium));
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_second, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_do; // the action may show another message here
        dismiss();
        if (run)
            run();
    });
    connect(m_second, &QPushButton::clicked, this, [this] {
        const auto run = m_doSecond;
        dismiss();
        if (run)
            run();
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        dismiss();
        emit dismissed();
    });
    hide();
}

void Banner::showMessage(Tone tone, const QString& text, const QString& actionText,
                         std::function<void()> action) {
    m_tone = tone;
    m_do = std::move(action);
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_doSecond = nullptr;
    m_second->hide();
    setAccessibleName(tr("%1: %2").arg(QLatin1String(look(tone).word), text));
    paintTone();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::setSecondAction(const QString& text, std::function<void()> action) {
    m_doSecond = std::move(action);
    m_second->setText(text);
    m_second->setVisible(!text.isEmpty());
}

void Banner::showError(const Error& error) {
    showMessage(Tone::Danger, sentence(error));
}

void Banner::dismiss() {
    m_do = nullptr;
    m_doSecond = nullptr;
    hide();
}

QString Banner::text() const {
    return m_text->text();
}

void Banner::setDismissable(bool dismissable) {
    m_close->setVisible(dismissable);
}

void Banner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintTone();
}

void Banner::paintTone() {
    const ToneLook tone = look(m_tone);
    if (property("tone").toString() != QLatin1String(tone.name)) {
        setProperty("tone", tone.name);
        style()->unpolish(this); // the style sheet looks at properties when it polishes alone
        style()->polish(this);
        style()->unpolish(m_text);
        style()->polish(m_text);
    }
    m_icon->setPixmap(iconPixmap(tone.icon, px(20), colors().*tone.ink, devicePixelRatioF()));
}

} // namespace mockingbird::ui

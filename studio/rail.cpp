// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/rail.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/people_chooser.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

constexpr int kPageRole = Qt::UserRole;
constexpr int kWideWidth = 204;
constexpr int kCompactWidth = 88;

const char* iconName(PageKind page) {
    switch (page) {
    case PageKind::Home:
        return "home";
    case PageKind::Prepare:
        return "prepare";
    case PageKind::Record:
        return "record";
    case PageKind::Review:
        return "review";
    case PageKind::Compare:
        return "compare";
    case PageKind::Library:
        return "library";
    case PageKind::People:
        return "people";
    }
    return "home";
}

} // namespace

QString pageName(PageKind page) {
    switch (page) {
    case PageKind::Home:
        return QObject::tr("Home");
    case PageKind::Prepare:
        return QObject::tr("Prepare");
    case PageKind::Record:
        return QObject::tr("Record");
    case PageKind::Review:
        return QObject::tr("Review");
    case PageKind::Compare:
        return QObject::tr("Compare");
    case PageKind::Library:
        return QObject::tr("Library");
    case PageKind::People:
        return QObject::tr("People");
    }
    return {};
}

Rail::Rail(QWidget* parent)
    : QWidget(parent), m_name(ui::label(QStringLiteral("Mockingbird"), ui::TextStyle::Strong, this)),
      m_mark(new QLabel(this)), m_list(new QListWidget(this)),
      m_recording(ui::recordButton({}, "record", this)),
      m_youAre(ui::mutedLabel(tr("&You are"), ui::TextStyle::Small, this)), m_people(new PeopleChooser(this)),
      m_signedIn(ui::label({}, ui::TextStyle::Small, this)),
      m_signOut(ui::quietButton(tr("Sign out"), "sign_out", this)),
      m_appearance(ui::iconButton(tr("Appearance: light or dark, size of text"), "settings", this)) {
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    m_mark->setPixmap(ui::applicationIcon().pixmap(QSize(ui::px(28), ui::px(28)), devicePixelRatioF()));
    m_list->setObjectName(QStringLiteral("railList"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setIconSize(QSize(ui::px(22), ui::px(22)));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(ui::px(120));
    m_recording->setObjectName(QStringLiteral("recordingChip"));
    m_recording->hide();
    m_people->setObjectName(QStringLiteral("youAre"));
    m_people->setAccessibleName(tr("You are"));
    m_people->setMinimumWidth(0);
    m_people->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_signOut->setObjectName(QStringLiteral("signOut"));
    m_signOut->hide();
    m_signedIn->setObjectName(QStringLiteral("signedIn"));
    m_signedIn->hide();
    m_youAre->setTextFormat(Qt::AutoText);
    m_youAre->setBuddy(m_people);

    auto* brand = new QHBoxLayout;
    brand->setContentsMargins(ui::px(10), 0, 0, 0);
    brand->setSpacing(ui::px(ui::kMedium));
    brand->addWidget(m_mark);
    brand->addWidget(m_name, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(ui::px(10), ui::px(ui::kLarge), ui::px(10), ui::px(ui::kMedium));
    column->setSpacing(ui::px(ui::kSmall));
    column->addLayout(brand);
    column->addSpacing(ui::px(ui::kMedium));
    column->addWidget(m_list, 100);
    column->addStretch(1);
    column->addWidget(m_recording);
    column->addWidget(m_youAre);
    column->addWidget(m_people);
    column->addWidget(m_signedIn);
    column->addWidget(m_signOut, 0, Qt::AlignLeft);
    column->addWidget(m_appearance, 0, Qt::AlignLeft);
    setFixedWidth(ui::px(kWideWidth));

    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr)
            emit pageChosen(static_cast<PageKind>(item->data(kPageRole).toInt()));
    });
    connect(m_people, &PeopleChooser::activated, this, [this](int index) {
        const auto id = catalog::PersonId::parse(m_people->itemData(index).toString().toStdString());
        if (id)
            emit personChosen(*id);
    });
    connect(m_signOut, &QPushButton::clicked, this, &Rail::signOutClicked);
    connect(m_recording, &QPushButton::clicked, this, &Rail::recordingClicked);
    connect(m_appearance, &QToolButton::clicked, this, [this] { emit appearanceClicked(m_appearance); });
}

void Rail::setPages(const std::vector<PageKind>& pages) {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int place = 0;
    for (const PageKind page : pages) {
        auto* item =
            new QListWidgetItem(ui::icon(iconName(page)), m_compact ? QString() : pageName(page), m_list);
        item->setData(kPageRole, static_cast<int>(page));
        item->setData(Qt::AccessibleTextRole, pageName(page));
        item->setToolTip(tr("%1 (Ctrl+%2)").arg(pageName(page)).arg(++place));
    }
    m_list->ensurePolished(); // rows have their height from the style sheet
    m_list->setMaximumHeight(m_list->count() * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() +
                             ui::px(4));
}

void Rail::setCurrent(PageKind page) {
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kPageRole).toInt() == static_cast<int>(page))
            m_list->setCurrentRow(row);
    }
}

void Rail::setPeople(const std::vector<catalog::Person>& people, catalog::PersonId actor) {
    const QSignalBlocker quiet(m_people);
    m_people->clear();
    for (const catalog::Person& person : people) {
        m_people->addItem(ui::toQString(person.name), ui::toQString(person.id.toString()));
        if (person.id == actor)
            m_people->setCurrentIndex(m_people->count() - 1);
    }
    showWho();
}

void Rail::setSignedIn(const QString& name) {
    m_signedIn->setText(name);
    m_signOut->setAccessibleName(name.isEmpty() ? tr("Sign out") : tr("Sign out %1").arg(name));
    showWho();
}

void Rail::showWho() {
    const bool signedIn = !m_signedIn->text().isEmpty();
    const bool several = !signedIn && m_people->count() > 1;
    m_people->setVisible(several && !m_compact);
    m_youAre->setVisible((several || signedIn) && !m_compact);
    m_signedIn->setVisible(signedIn && !m_compact);
    m_signOut->setVisible(signedIn);
    m_signOut->setText(m_compact ? QString() : tr("Sign out"));
    m_signOut->setToolTip(m_compact && signedIn ? tr("Sign out %1").arg(m_signedIn->text()) : QString());
}

void Rail::setRecording(const QString& elapsed, bool paused) {
    m_recording->setVisible(!elapsed.isEmpty());
    m_recording->setIcon(m_compact ? QIcon() : ui::icon("record", &ui::Colors::onDanger));
    m_recording->setText(m_compact ? elapsed
                         : paused  ? tr("Paused %1").arg(elapsed)
                                   : tr("Recording %1").arg(elapsed));
    m_recording->setAccessibleName(
        tr("%1 %2. Back to the recording").arg(paused ? tr("Paused") : tr("Recording"), elapsed));
}

void Rail::setCompact(bool compact) {
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_name->setVisible(!compact);
    showWho();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        item->setText(compact ? QString() : pageName(static_cast<PageKind>(item->data(kPageRole).toInt())));
    }
    setFixedWidth(ui::px(compact ? kCompactWidth : kWideWidth));
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/story_edit_panel.h"

#include "common/catalog/preparation.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mockingbird::studio {

namespace {

using catalog::Story;

constexpr int kPauseMs = 800;
constexpr int kLongestTitle = 200;
constexpr int kPartHeight = 92;

QLabel* name(const QString& text, QWidget* of) {
    auto* label = ui::mutedLabel(text, ui::TextStyle::Small);
    label->setBuddy(of);
    of->setAccessibleName(text);
    return label;
}

std::array<std::string Story::*, 4> parts() {
    return {&Story::situation, &Story::task, &Story::action, &Story::result};
}

} // namespace

StoryEditPanel::StoryEditPanel(catalog::Catalog& catalog, QWidget* parent)
    : ui::Card({}, parent), m_catalog(catalog), m_title(new QLineEdit), m_tags(new QLineEdit),
      m_share(new QCheckBox(tr("My mentor may read this story"))), m_foot(new QWidget) {
    m_title->setObjectName(QStringLiteral("storyTitle"));
    m_title->setMaxLength(kLongestTitle);
    m_title->setPlaceholderText(tr("A few words you know it by, such as: the broken lift"));
    m_tags->setObjectName(QStringLiteral("storyTags"));
    m_tags->setPlaceholderText(tr("With commas between, such as: conflict, teamwork"));
    m_share->setObjectName(QStringLiteral("shareStory"));
    const std::array names = {tr("Situation"), tr("Task"), tr("Action"), tr("Result")};
    const std::array hints = {tr("Where and when was it? Two sentences are enough."),
                              tr("What was yours to do?"),
                              tr("What did you do, step by step? Say I, not we."),
                              tr("What came of it? A number helps. What would you do again?")};
    const std::array objects = {"storySituation", "storyTask", "storyAction", "storyResult"};
    body()->setSpacing(ui::px(ui::kTight));
    body()->addWidget(name(tr("Title"), m_title));
    body()->addWidget(m_title);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        auto* part = new QPlainTextEdit;
        part->setObjectName(QLatin1String(objects[i]));
        part->setPlaceholderText(hints[i]);
        part->setTabChangesFocus(true);
        part->setFixedHeight(ui::px(kPartHeight)); // all four in sight at once
        part->installEventFilter(this);
        m_parts[i] = part;
        body()->addSpacing(ui::px(ui::kTight));
        body()->addWidget(name(names[i], part));
        body()->addWidget(part);
        connect(part, &QPlainTextEdit::textChanged, this, &StoryEditPanel::touched);
    }
    body()->addSpacing(ui::px(ui::kTight));
    body()->addWidget(name(tr("What it shows"), m_tags));
    body()->addWidget(m_tags);
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, ui::px(ui::kSmall), 0, 0);
    auto* drop = ui::quietButton(tr("Remove"), "trash");
    drop->setObjectName(QStringLiteral("removeStory"));
    foot->addWidget(m_share, 1);
    foot->addWidget(drop);
    body()->addWidget(m_foot);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &StoryEditPanel::flush);
    connect(m_title, &QLineEdit::textEdited, this, &StoryEditPanel::touched);
    connect(m_tags, &QLineEdit::textEdited, this, &StoryEditPanel::touched);
    connect(m_title, &QLineEdit::editingFinished, this, &StoryEditPanel::flush);
    connect(m_tags, &QLineEdit::editingFinished, this, &StoryEditPanel::flush);
    connect(drop, &QPushButton::clicked, this, [this] {
        flush();
        if (m_story)
            emit removeRequested(*m_story);
    });
    connect(m_share, &QCheckBox::clicked, this, [this](bool shared) {
        flush();
        if (!m_story)
            return;
        if (const auto done = catalog::Preparation(m_catalog).stories().share(*m_story, shared); !done)
            emit failed(done.error());
        else
            emit kept(*m_story);
    });
}

void StoryEditPanel::edit(const std::optional<Story>& story) {
    flush();
    m_story = story ? std::optional(story->id) : std::nullopt;
    show(story.value_or(Story{}));
    m_foot->setVisible(m_story.has_value());
}

void StoryEditPanel::follow(const Story& story) {
    if (m_story == story.id && !m_touched)
        show(story);
}

void StoryEditPanel::show(const Story& story) {
    const auto put = [](QLineEdit* field, const QString& text) {
        if (field->text() != text)
            field->setText(text);
    };
    put(m_title, ui::toQString(story.title));
    QStringList tags;
    for (const std::string& tag : story.tags)
        tags << ui::toQString(tag);
    if (!m_tags->hasFocus())
        put(m_tags, tags.join(QStringLiteral(", ")));
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const QSignalBlocker quiet(m_parts[i]);
        const QString text = ui::toQString(story.*parts()[i]);
        if (m_parts[i]->toPlainText() != text)
            m_parts[i]->setPlainText(text);
    }
    m_share->setChecked(story.shared);
}

void StoryEditPanel::touched() {
    m_touched = true;
    m_pause.start();
}

Story StoryEditPanel::typed() const {
    Story story;
    story.id = m_story.value_or(catalog::StoryId{});
    story.person = m_catalog.actor();
    story.title = m_title->text().toStdString();
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        story.*parts()[i] = m_parts[i]->toPlainText().toStdString();
    for (const QString& tag : m_tags->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        story.tags.push_back(tag.toStdString());
    return story;
}

void StoryEditPanel::flush() {
    m_pause.stop();
    if (!std::exchange(m_touched, false))
        return;
    const Story story = typed();
    const bool empty = story.title.empty() && story.tags.empty() &&
                       std::all_of(m_parts.begin(), m_parts.end(), [](const QPlainTextEdit* part) {
                           return part->toPlainText().trimmed().isEmpty();
                       });
    if (empty)
        return; // a story of which nothing is left is removed by its button
    const auto done = m_story ? catalog::Preparation(m_catalog).stories().change(story)
                              : catalog::Preparation(m_catalog).stories().add(story);
    if (!done) {
        emit failed(done.error());
        return;
    }
    m_story = done->id;
    m_foot->show();
    emit kept(done->id);
}

bool StoryEditPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut)
        flush();
    return ui::Card::eventFilter(watched, event);
}

} // namespace mockingbird::studio

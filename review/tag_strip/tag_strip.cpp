// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tag_strip/tag_strip.h"

#include "common/ui/flow_layout.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "review/tag_strip/tag_button.h"
#include "review/tag_strip/tag_set_dialog.h"
#include "review/tag_strip/tag_set_settings.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

namespace mockingbird::review {

namespace {

bool has(const TagSet& set, std::string_view name) {
    return std::ranges::find(set.tags, name, &Tag::name) != set.tags.end();
}

int countOf(const AnswerTags& answer, const std::string& tag) {
    const auto found = answer.counts.find(tag);
    return found == answer.counts.end() ? 0 : found->second;
}

} // namespace

TagStrip::TagStrip(QWidget* parent)
    : QWidget(parent), m_flow(new ui::FlowLayout(this)), m_setButton(new QToolButton(this)),
      m_modeButton(new QToolButton(this)), m_hint(ui::mutedLabel({}, ui::TextStyle::Small, this)) {
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(ui::px(ui::kTight));
    setAccessibleName(tr("Tags"));
    for (QToolButton* button : {m_setButton, m_modeButton}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(ui::font(ui::TextStyle::Small));
    }
    m_setButton->setPopupMode(QToolButton::InstantPopup);
    m_setButton->setToolTip(tr("Which tags are on the strip"));
    auto* menu = new QMenu(m_setButton);
    m_setButton->setMenu(menu);
    m_modeButton->setCheckable(true);
    m_modeButton->setText(tr("Tag keys"));
    m_modeButton->setToolTip(tr("With tag keys on, a tag's key gives it at once and the recording plays on. "
                                "Every other letter begins a note as always.  Ctrl+T"));
    m_hint->setWordWrap(false);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const TagSet& set : m_sets) {
            QString text = ui::toQString(set.name);
            QAction* action = menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                                              [this, name = set.name] { chooseSet(name); });
            action->setCheckable(true);
            action->setChecked(set.name == chosenSet().name);
        }
        menu->addSeparator();
        menu->addAction(tr("Your own tags…"), this, &TagStrip::editSets);
    });
    connect(m_modeButton, &QToolButton::clicked, this, &TagStrip::setTagMode);
    setSets(builtInTagSets());
}

void TagStrip::setPerson(catalog::PersonId person) {
    m_person = person;
    const TagSetSettings settings = TagSetSettings::load(person);
    std::vector<TagSet> sets = builtInTagSets();
    sets.insert(sets.end(), settings.own.begin(), settings.own.end());
    m_chosen = 0;
    setSets(sets);
    const auto found = std::ranges::find(m_sets, settings.chosen, &TagSet::name);
    if (found != m_sets.end()) {
        m_chosen = static_cast<std::size_t>(found - m_sets.begin());
        build();
    }
}

void TagStrip::setSets(const std::vector<TagSet>& sets) {
    const std::string chosen = m_sets.empty() ? std::string() : chosenSet().name;
    m_sets = sets.empty() ? builtInTagSets() : sets;
    const auto found = std::ranges::find(m_sets, chosen, &TagSet::name);
    m_chosen = found == m_sets.end() ? 0 : static_cast<std::size_t>(found - m_sets.begin());
    build();
}

const TagSet& TagStrip::chosenSet() const {
    return m_sets.at(m_chosen);
}

void TagStrip::chooseSet(const std::string& name) {
    const auto found = std::ranges::find(m_sets, name, &TagSet::name);
    if (found == m_sets.end())
        return;
    m_chosen = static_cast<std::size_t>(found - m_sets.begin());
    build();
    remember();
}

void TagStrip::remember() {
    if (!m_person)
        return;
    TagSetSettings settings = TagSetSettings::load(*m_person);
    settings.chosen = chosenSet().name;
    settings.save(*m_person);
}

void TagStrip::build() {
    while (QLayoutItem* item = m_flow->takeAt(0))
        delete item; // the layout's own; the widgets stay
    for (TagButton* button : m_buttons) {
        button->hide();
        button->deleteLater(); // its menu or click may still be on the stack
    }
    m_buttons.clear();
    m_flow->addWidget(m_setButton);
    QWidget* before = m_setButton;
    for (const Tag& tag : chosenSet().tags) {
        auto* button = new TagButton(tag, this);
        connect(button, &TagButton::clicked, this, [this, name = button->name()] { emit tagChosen(name); });
        m_flow->addWidget(button);
        button->show();
        m_buttons.push_back(button);
        setTabOrder(before, button);
        before = button;
    }
    m_flow->addWidget(m_modeButton);
    m_flow->addWidget(m_hint);
    setTabOrder(before, m_modeButton);
    m_setButton->setText(ui::toQString(chosenSet().name));
    m_setButton->setAccessibleName(tr("Set of tags: %1").arg(ui::toQString(chosenSet().name)));
    const int height = m_setButton->sizeHint().height(); // their middles on one line
    for (QWidget* each : std::initializer_list<QWidget*>{m_hint, m_modeButton})
        each->setMinimumHeight(height);
    for (TagButton* button : m_buttons)
        button->setMinimumHeight(std::max(height, button->sizeHint().height()));
    showSet();
    showMode();
    emit setChanged();
}

void TagStrip::showCounts(const std::vector<AnswerTags>& answers) {
    m_answers = answers;
    showSet();
}

void TagStrip::showSet() {
    for (TagButton* button : m_buttons) {
        const std::string name = button->name().toStdString();
        int all = 0;
        QStringList lines;
        for (const AnswerTags& answer : m_answers) {
            const int count = countOf(answer, name);
            all += count;
            lines << tr("Answer %1: %2").arg(answer.number).arg(count);
        }
        button->setCount(all);
        button->setToolTip(lines.join(QLatin1Char('\n')));
        button->setEnabled(m_writable);
    }
    m_modeButton->setEnabled(m_writable);

    QString hint;
    if (has(chosenSet(), kResultTag)) {
        QStringList numbers;
        for (const int number : answersWithout(kResultTag, m_answers))
            numbers << QString::number(number);
        if (numbers.size() == 1)
            hint = tr("Answer %1 has no Result yet").arg(numbers.front());
        else if (numbers.size() > 1)
            hint = tr("Answers %1 have no Result yet").arg(numbers.join(QStringLiteral(", ")));
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

QString TagStrip::hint() const {
    return m_hint->text();
}

void TagStrip::setWritable(bool writable) {
    if (writable == m_writable)
        return;
    m_writable = writable;
    showSet();
    if (!writable)
        setTagMode(false);
}

std::optional<QString> TagStrip::tagForKey(QChar key) const {
    const char wanted = key.toUpper().toLatin1();
    const auto found = std::ranges::find(chosenSet().tags, wanted, &Tag::key);
    if (wanted == '\0' || found == chosenSet().tags.end())
        return std::nullopt;
    return ui::toQString(found->name);
}

void TagStrip::setTagMode(bool on) {
    const bool mode = on && m_writable;
    const bool moved = mode != m_tagMode;
    m_tagMode = mode;
    showMode();
    if (moved)
        emit tagModeChanged(mode);
}

void TagStrip::showMode() {
    m_modeButton->setChecked(m_tagMode);
    m_modeButton->setText(m_tagMode ? tr("✓ Tag keys on") : tr("Tag keys"));
    m_modeButton->setAccessibleName(m_tagMode ? tr("Tag keys, on") : tr("Tag keys, off"));
    for (TagButton* button : m_buttons)
        button->setKeyShown(m_tagMode);
}

void TagStrip::editSets() {
    if (!m_person)
        return;
    std::vector<std::string> taken;
    for (const TagSet& set : builtInTagSets())
        taken.push_back(set.name);
    const TagSetSettings settings = TagSetSettings::load(*m_person);
    auto* dialog = new TagSetDialog(settings.own, chosenSet().name, taken, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        TagSetSettings kept = TagSetSettings::load(*m_person);
        kept.own = dialog->sets();
        if (!dialog->shownSet().empty())
            kept.chosen = dialog->shownSet();
        kept.save(*m_person);
        setPerson(*m_person);
    });
    dialog->open();
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_filter_panel.h"

#include "common/ui/buttons.h"
#include "common/ui/icons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <map>
#include <set>

namespace mockingbird::review {

namespace {

constexpr std::size_t kFew = 8;

template <class Map>
void fill(QComboBox& choice, const QString& all, const Map& items) {
    // Filled at every change of the notes, and seldom with anything else than before.
    bool same = choice.count() == static_cast<int>(items.size()) + 1;
    int place = 1;
    for (auto item = items.begin(); same && item != items.end(); ++item, ++place)
        same = choice.itemText(place) == item->first && choice.itemData(place).toString() == item->second;
    if (same)
        return;
    const QString chosen = choice.currentData().toString();
    choice.clear();
    choice.addItem(all, QString());
    for (const auto& [name, data] : items)
        choice.addItem(name, data);
    choice.setCurrentIndex(std::max(0, choice.findData(chosen)));
    choice.setEnabled(!items.empty());
}

template <class Id>
std::optional<Id> chosenFilter(const QComboBox& choice) {
    const auto id = Id::parse(choice.currentData().toString().toStdString());
    return id.ok() ? std::optional(*id) : std::nullopt;
}

} // namespace

NoteFilterPanel::NoteFilterPanel(QWidget* parent)
    : QWidget(parent), m_words(new QLineEdit(this)), m_more(new QToolButton(this)),
      m_choices(new QWidget(this)), m_authors(new QComboBox(m_choices)), m_criteria(new QComboBox(m_choices)),
      m_tags(new QComboBox(m_choices)), m_standings(new QComboBox(m_choices)), m_result(new QWidget(this)),
      m_count(ui::mutedLabel({}, ui::TextStyle::Small, m_result)),
      m_clear(ui::quietButton(tr("Show all"), nullptr, m_result)) {
    m_words->setPlaceholderText(tr("Find notes"));
    m_words->setAccessibleName(tr("Find notes by their words"));
    m_words->setToolTip(tr("Words of the note, its replies, or names  Ctrl+Shift+F"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(ui::icon("search", &ui::Colors::muted), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    m_more->setText(tr("Filter"));
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setToolTip(tr("By author, criterion, tag, or what is open"));
    m_authors->setAccessibleName(tr("Notes by"));
    m_criteria->setAccessibleName(tr("Notes for the criterion"));
    m_tags->setAccessibleName(tr("Notes with the tag"));
    m_standings->setAccessibleName(tr("Notes that are"));
    const std::vector<std::pair<QString, NoteStanding>> standings{
        {tr("Answered or not"), NoteStanding::Any},
        {tr("Without a reply"), NoteStanding::WithoutReply},
        {tr("Not yet understood"), NoteStanding::NotUnderstood},
        {tr("Private"), NoteStanding::Private},
    };
    for (const auto& [text, standing] : standings)
        m_standings->addItem(text, static_cast<int>(standing));

    auto* grid = new QGridLayout(m_choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(ui::px(ui::kTight));
    int place = 0;
    for (QComboBox* choice : {m_authors, m_criteria, m_tags, m_standings}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(6);
        choice->setFocusPolicy(Qt::TabFocus);
        grid->addWidget(choice, place / 2, place % 2);
        ++place;
        connect(choice, &QComboBox::currentIndexChanged, this, &NoteFilterPanel::tell);
    }
    auto* top = new QHBoxLayout;
    top->setSpacing(ui::px(ui::kTight));
    top->addWidget(m_words, 1);
    top->addWidget(m_more);
    auto* result = new QHBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->addWidget(m_count, 1);
    result->addWidget(m_clear);
    m_clear->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(this);
    const int edge = ui::px(ui::kTight);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(ui::px(ui::kTight));
    layout->addLayout(top);
    layout->addWidget(m_choices);
    layout->addWidget(m_result);

    connect(m_words, &QLineEdit::textChanged, this, &NoteFilterPanel::tell);
    connect(m_more, &QToolButton::toggled, this, &NoteFilterPanel::showParts);
    connect(m_clear, &QPushButton::clicked, this, &NoteFilterPanel::clear);
    setRows({});
    showParts();
}

void NoteFilterPanel::setRows(const std::vector<NoteRow>& rows) {
    std::map<QString, QString> authors;
    std::map<QString, QString> criteria;
    std::map<QString, QString> tags;
    std::set<catalog::PersonId> seenAuthors;
    std::set<catalog::CriterionId> seenCriteria;
    std::set<std::string_view> seenTags;
    for (const NoteRow& row : rows) {
        if (seenAuthors.insert(row.note.author).second)
            authors[ui::toQString(row.note.authorName)] = QString::fromStdString(row.note.author.toString());
        if (row.note.criterion && seenCriteria.insert(*row.note.criterion).second)
            criteria[row.criterion] = QString::fromStdString(row.note.criterion->toString());
        for (const std::string& tag : row.note.tags)
            if (seenTags.insert(tag).second)
                tags[ui::toQString(tag)] = ui::toQString(tag);
    }
    m_filling = true;
    fill(*m_authors, tr("By anybody"), authors);
    fill(*m_criteria, tr("Any criterion"), criteria);
    fill(*m_tags, tr("Any tag"), tags);
    m_filling = false;
    m_many = rows.size() > kFew;
    showParts();
}

void NoteFilterPanel::setShown(int shown, int all) {
    m_count->setText(tr("%1 of %2").arg(shown).arg(all));
    m_count->setAccessibleName(tr("%1 of %2 notes are shown").arg(shown).arg(all));
}

void NoteFilterPanel::find() {
    m_asked = true;
    showParts();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void NoteFilterPanel::clear() {
    m_filling = true;
    m_words->clear();
    for (QComboBox* choice : {m_authors, m_criteria, m_tags, m_standings})
        choice->setCurrentIndex(0);
    m_filling = false;
    tell();
}

NoteFilter NoteFilterPanel::filter() const {
    NoteFilter filter;
    filter.text = m_words->text();
    filter.author = chosenFilter<catalog::PersonId>(*m_authors);
    filter.criterion = chosenFilter<catalog::CriterionId>(*m_criteria);
    filter.tag = m_tags->currentData().toString();
    filter.standing = static_cast<NoteStanding>(m_standings->currentData().toInt());
    return filter;
}

bool NoteFilterPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_words->text().isEmpty()) {
            m_words->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            if (key == Qt::Key_Escape)
                m_asked = false;
            showParts();
            emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NoteFilterPanel::tell() {
    if (m_filling)
        return;
    showParts();
    emit filterChanged(filter());
}

void NoteFilterPanel::showParts() {
    const bool filtered = !filter().empty();
    m_choices->setVisible(m_more->isChecked());
    m_result->setVisible(filtered);
    setVisible(m_many || m_asked || filtered);
}

} // namespace mockingbird::review

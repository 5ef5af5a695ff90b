// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tag_strip/tag_set_dialog.h"

#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::review {

TagSetDialog::TagSetDialog(std::vector<TagSet> sets, const std::string& first, std::vector<std::string> taken,
                           QWidget* parent)
    : QDialog(parent), m_sets(std::move(sets)), m_taken(std::move(taken)), m_choice(new QComboBox(this)),
      m_new(ui::quietButton(tr("New set"), "plus", this)),
      m_delete(ui::quietButton(tr("Delete this set"), "trash", this)), m_editor(new QWidget(this)),
      m_name(new QLineEdit(m_editor)), m_list(new QVBoxLayout),
      m_add(ui::quietButton(tr("Add a tag"), "plus", m_editor)),
      m_fault(ui::label({}, ui::TextStyle::Body, this)), m_keep(ui::primaryButton(tr("Keep"), nullptr, this)),
      m_cancel(ui::button(tr("Cancel"), nullptr, this)) {
    setWindowTitle(tr("Your own tags"));
    buildLayout();
    connectParts();
    const auto found = std::ranges::find(m_sets, first, &TagSet::name);
    m_shown = found == m_sets.end() ? 0 : static_cast<std::size_t>(found - m_sets.begin());
    if (m_sets.empty())
        addSet();
    else
        showSet();
}

void TagSetDialog::buildLayout() {
    m_choice->setAccessibleName(tr("Set"));
    m_name->setPlaceholderText(tr("Such as: First interviews"));
    m_name->setMaxLength(40);
    m_fault->setObjectName("fault");
    auto* which = new QHBoxLayout;
    which->addWidget(m_choice, 1);
    which->addWidget(m_new);
    which->addWidget(m_delete);
    auto* form = new QVBoxLayout(m_editor);
    form->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(tr("&Name of the set"), m_editor);
    name->setBuddy(m_name);
    form->addWidget(name);
    form->addWidget(m_name);
    form->addWidget(ui::mutedLabel(tr("A tag is a word and the key that gives it: a letter or a digit."),
                                   ui::TextStyle::Small, m_editor));
    m_list->setSpacing(ui::px(ui::kTight));
    form->addLayout(m_list);
    form->addWidget(m_add, 0, Qt::AlignLeft);
    form->addStretch();
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_editor);
    area->viewport()->setAutoFillBackground(false);
    m_editor->setAutoFillBackground(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_keep);
    auto* layout = new QVBoxLayout(this);
    const int margin = ui::px(ui::kLarge);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(ui::px(ui::kMedium));
    layout->addLayout(which);
    layout->addWidget(area, 1);
    layout->addWidget(m_fault);
    layout->addLayout(buttons);
    resize(ui::px(460), ui::px(480));
}

void TagSetDialog::connectParts() {
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_showing || index < 0)
            return;
        m_shown = static_cast<std::size_t>(index);
        showSet();
    });
    connect(m_new, &QPushButton::clicked, this, &TagSetDialog::addSet);
    connect(m_delete, &QPushButton::clicked, this, &TagSetDialog::removeSet);
    connect(m_name, &QLineEdit::textChanged, this, &TagSetDialog::read);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.back().name->setFocus();
        read();
    });
    connect(m_keep, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

std::string TagSetDialog::shownSet() const {
    return m_sets.empty() ? std::string() : m_sets[m_shown].name;
}

QString TagSetDialog::fault() const {
    return m_fault->text();
}

void TagSetDialog::addSet() {
    TagSet set{tr("My tags").toStdString(), {{}}};
    for (int number = 2; std::ranges::find(m_sets, set.name, &TagSet::name) != m_sets.end(); ++number)
        set.name = tr("My tags %1").arg(number).toStdString();
    m_sets.push_back(std::move(set));
    m_shown = m_sets.size() - 1;
    showSet();
    m_name->setFocus();
    m_name->selectAll();
}

void TagSetDialog::removeSet() {
    if (m_sets.empty())
        return;
    m_sets.erase(m_sets.begin() + static_cast<std::ptrdiff_t>(m_shown));
    m_shown = m_sets.empty() ? 0 : std::min(m_shown, m_sets.size() - 1);
    showSet();
}

void TagSetDialog::fillChoice() {
    m_choice->clear();
    for (const TagSet& set : m_sets)
        m_choice->addItem(set.name.empty() ? tr("No name") : ui::toQString(set.name));
    m_choice->setCurrentIndex(m_sets.empty() ? -1 : static_cast<int>(m_shown));
}

void TagSetDialog::showSet() {
    m_showing = true;
    fillChoice();
    for (const Row& row : m_rows) {
        m_list->removeWidget(row.row);
        row.row->hide();
        row.row->deleteLater();
    }
    m_rows.clear();
    const bool any = !m_sets.empty();
    m_choice->setEnabled(any);
    m_editor->setEnabled(any);
    m_delete->setEnabled(any);
    m_name->setText(any ? ui::toQString(m_sets[m_shown].name) : QString());
    if (any)
        for (const Tag& tag : m_sets[m_shown].tags)
            addRow(tag);
    m_showing = false;
    check();
}

void TagSetDialog::addRow(const Tag& tag) {
    auto* holder = new QWidget(m_editor);
    const Row row{holder, new QLineEdit(holder), new QLineEdit(holder),
                  ui::quietButton(tr("Remove"), nullptr, holder)};
    row.key->setMaxLength(1);
    row.key->setFixedWidth(ui::px(48));
    row.key->setAlignment(Qt::AlignCenter);
    row.key->setPlaceholderText(tr("Key"));
    row.key->setAccessibleName(tr("Key of the tag"));
    row.key->setText(tag.key ? QString(QLatin1Char(tag.key)) : QString());
    row.name->setPlaceholderText(tr("Word, such as: good example"));
    row.name->setAccessibleName(tr("Word of the tag"));
    row.name->setText(ui::toQString(tag.name));
    row.remove->setAccessibleName(tr("Remove the tag"));
    auto* line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.key);
    line->addWidget(row.name, 1);
    line->addWidget(row.remove);
    m_list->addWidget(holder);
    m_rows.push_back(row);
    connect(row.key, &QLineEdit::textEdited, this, [this, key = row.key](const QString& text) {
        key->setText(text.toUpper());
        read();
    });
    connect(row.name, &QLineEdit::textChanged, this, &TagSetDialog::read);
    connect(row.remove, &QPushButton::clicked, this, [this, holder] {
        const auto gone = std::ranges::find(m_rows, holder, &Row::row);
        m_list->removeWidget(holder);
        holder->hide();
        holder->deleteLater();
        m_rows.erase(gone);
        read();
    });
}

void TagSetDialog::read() {
    if (m_showing || m_sets.empty())
        return;
    TagSet& set = m_sets[m_shown];
    set.name = m_name->text().trimmed().toStdString();
    set.tags.clear();
    for (const Row& row : m_rows) {
        const QChar key = row.key->text().isEmpty() ? QChar() : row.key->text().front();
        // Capitals are how people begin a word; the tag itself is in small letters.
        set.tags.push_back({key.toLatin1(), row.name->text().trimmed().toLower().toStdString()});
    }
    m_showing = true;
    m_choice->setItemText(static_cast<int>(m_shown),
                          set.name.empty() ? tr("No name") : ui::toQString(set.name));
    m_showing = false;
    check();
}

std::string TagSetDialog::faultOf(std::size_t index) const {
    const TagSet& set = m_sets[index];
    const bool taken = std::ranges::find(m_taken, set.name) != m_taken.end() ||
                       std::ranges::count(m_sets, set.name, &TagSet::name) > 1;
    if (taken)
        return tr("There is another set called “%1”.").arg(ui::toQString(set.name)).toStdString();
    return tagSetFault(set);
}

void TagSetDialog::check() {
    QString fault;
    if (!m_sets.empty())
        fault = ui::toQString(faultOf(m_shown));
    for (std::size_t i = 0; fault.isEmpty() && i < m_sets.size(); ++i)
        if (const std::string other = faultOf(i); !other.empty())
            fault = tr("In “%1”: %2").arg(ui::toQString(m_sets[i].name), ui::toQString(other));
    m_fault->setText(fault);
    m_keep->setEnabled(fault.isEmpty());
}

} // namespace mockingbird::review

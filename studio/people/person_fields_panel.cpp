// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people/person_fields_panel.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

using catalog::FieldKind;
using catalog::PersonField;

constexpr const char* kKey = "fieldKey";

QString placeholderOf(const PersonField& field) {
    if (field.kind == FieldKind::Day)
        return QObject::tr("such as 2024-09-01");
    if (field.kind == FieldKind::Number)
        return QObject::tr("such as 20");
    return {};
}

QString textOf(const QWidget* editor) {
    if (const auto* line = qobject_cast<const QLineEdit*>(editor))
        return line->text();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(editor))
        return text->toPlainText();
    if (const auto* box = qobject_cast<const QComboBox*>(editor))
        return box->currentData().toString();
    return {};
}

/// A field that is being typed in keeps what is there.
void setText(QWidget* editor, const QString& value) {
    const QSignalBlocker quiet(editor);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        if (!line->hasFocus() || !line->isModified())
            line->setText(value);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(editor)) {
        if (!text->hasFocus() && text->toPlainText() != value)
            text->setPlainText(value);
    } else if (auto* box = qobject_cast<QComboBox*>(editor)) {
        box->setCurrentIndex(std::max(0, box->findData(value)));
    }
}

} // namespace

QString audienceText(catalog::FieldAudience audience) {
    switch (audience) {
    case catalog::FieldAudience::Self:
        return QObject::tr("seen by themselves alone");
    case catalog::FieldAudience::Coordinators:
        return QObject::tr("seen by coordinators alone");
    case catalog::FieldAudience::SelfAndCoordinators:
        return QObject::tr("seen by themselves and coordinators");
    case catalog::FieldAudience::Pair:
        return QObject::tr("also seen by their mentor and liaison");
    case catalog::FieldAudience::Everyone:
        return QObject::tr("seen by everyone");
    }
    return {};
}

PersonFieldsPanel::PersonFieldsPanel(QWidget* parent)
    : ui::Card(tr("What else is known"), parent), m_form(new QFormLayout) {
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setHorizontalSpacing(ui::px(ui::kLarge));
    m_form->setVerticalSpacing(ui::px(ui::kSmall));
    body()->addLayout(m_form);
}

void PersonFieldsPanel::showFields(catalog::PersonId person, const std::vector<PersonField>& fields,
                                   const catalog::PersonValues& values, const catalog::FieldReader& reader) {
    std::string shape;
    for (const PersonField& field : fields)
        if (maySee(field.audience, reader))
            shape += field.key + "\n" + field.name + "\n" + std::string(catalog::name(field.audience)) +
                     (mayChange(field.audience, reader) ? "+" : "-");
    if (shape != m_shape) {
        m_shape = shape;
        build(fields, reader);
    }
    const bool another = person != m_person;
    m_person = person;
    m_values = values;
    for (const auto& [key, editor] : m_editors) {
        const auto known = values.find(key);
        if (another)
            if (auto* line = qobject_cast<QLineEdit*>(editor))
                line->setModified(false);
        setText(editor, known == values.end() ? QString() : ui::toQString(known->second));
    }
    setVisible(!m_editors.empty());
}

void PersonFieldsPanel::build(const std::vector<PersonField>& fields, const catalog::FieldReader& reader) {
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_editors.clear();
    for (const PersonField& field : fields) {
        if (!maySee(field.audience, reader))
            continue;
        QWidget* editor = editorOf(field, mayChange(field.audience, reader));
        const QString name = ui::toQString(field.name);
        editor->setAccessibleName(name);
        editor->setAccessibleDescription(audienceText(field.audience));
        editor->setObjectName(QStringLiteral("field_") + ui::toQString(field.key));
        editor->setProperty(kKey, ui::toQString(field.key));
        auto* cell = new QWidget;
        auto* column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(editor);
        column->addWidget(ui::mutedLabel(audienceText(field.audience), ui::TextStyle::Small));
        auto* words = new QLabel(name);
        words->setTextFormat(Qt::PlainText);
        words->setBuddy(editor);
        m_form->addRow(words, cell);
        m_editors.emplace(field.key, editor);
    }
}

QWidget* PersonFieldsPanel::editorOf(const PersonField& field, bool changeable) {
    const std::string key = field.key;
    if (field.kind == FieldKind::Employment) {
        auto* box = new QComboBox;
        box->addItem(tr("Not said"), QString());
        box->addItem(tr("Full-time"), QStringLiteral("full-time"));
        box->addItem(tr("Part-time"), QStringLiteral("part-time"));
        box->setEnabled(changeable);
        connect(box, &QComboBox::activated, this, [this, key] { give(key); });
        return box;
    }
    if (field.kind == FieldKind::LongText) {
        auto* text = new QPlainTextEdit;
        text->setTabChangesFocus(true);
        text->setFixedHeight(ui::px(84));
        text->setReadOnly(!changeable);
        text->installEventFilter(this);
        return text;
    }
    auto* line = new QLineEdit;
    line->setPlaceholderText(placeholderOf(field));
    line->setReadOnly(!changeable);
    connect(line, &QLineEdit::editingFinished, this, [this, key] { give(key); });
    return line;
}

bool PersonFieldsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut)
        give(watched->property(kKey).toString().toStdString());
    return Card::eventFilter(watched, event);
}

void PersonFieldsPanel::give(const std::string& key) {
    QWidget* editor = m_editors.at(key);
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setModified(false);
    const std::string value = textOf(editor).trimmed().toStdString();
    const auto known = m_values.find(key);
    if (value == (known == m_values.end() ? std::string() : known->second) || m_person.isNull())
        return;
    m_values[key] = value;
    emit edited(m_person, {{key, value}});
}

} // namespace mockingbird::studio

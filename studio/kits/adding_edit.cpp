// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/adding_edit.h"

#include "studio/kits/kit_edits.h"

namespace mockingbird::studio {

AddingEdit::AddingEdit(const QString& name, const QString& placeholder, QWidget* parent) : QLineEdit(parent) {
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    connect(this, &QLineEdit::returnPressed, this, &AddingEdit::take);
    // A line edit keeps the line breaks of what is pasted in its text.
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.contains(QLatin1Char('\n')) || text.contains(QChar::LineSeparator))
            take();
    });
}

void AddingEdit::take() {
    QString text = this->text();
    text.replace(QChar::LineSeparator, QLatin1Char('\n'));
    QStringList lines;
    for (const std::string& line : cleanLines(text.toStdString()))
        lines << QString::fromStdString(line);
    clear();
    if (lines.isEmpty())
        emit finished();
    else
        emit linesEntered(lines);
}

} // namespace mockingbird::studio

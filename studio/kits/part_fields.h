// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

class QLayout;
class QVBoxLayout;
class QWidget;

namespace mockingbird::studio {

// What the panels of questions and of criteria are both made of.

struct PartAction {
    QString text;
    QString key; ///< told as a tool tip
    const char* objectName;
    std::function<void()> run;
};
/// The actions on the part that is chosen, as quiet buttons that wrap.
[[nodiscard]] QLayout* partButtons(const std::vector<PartAction>& actions, QWidget* owner);
/// A label above its field; its mnemonic leads there.
void addLabelled(QVBoxLayout& column, const QString& label, QWidget* field, Qt::Alignment alignment = {});
/// `fields` in a scroll area, with `hint` at the top of the same place.
[[nodiscard]] QWidget* scrollingBeside(QWidget* fields, QWidget* hint);
[[nodiscard]] QStringList criterionNames(const catalog::Kit& kit);

} // namespace mockingbird::studio

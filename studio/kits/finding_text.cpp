// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/finding_text.h"

#include <QCoreApplication>

namespace mockingbird::studio {

namespace {

using catalog::KitFault;

QString tr(const char* text) {
    return QCoreApplication::translate("findingText", text);
}

} // namespace

QString findingText(const catalog::KitFinding& finding, const catalog::Kit& kit) {
    switch (finding.fault) {
    case KitFault::NoName:
        return tr("The kit needs a name.");
    case KitFault::NoQuestions:
        return tr("There is no question yet. Type one and press Enter.");
    case KitFault::NoCriteria:
        return tr("Nothing is scored yet. Type a criterion and press Enter.");
    case KitFault::QuestionWithoutText:
        return tr("Question %1 has no words. Write what is asked, or remove it.").arg(*finding.question + 1);
    case KitFault::SecondsNegative:
    case KitFault::TimeNegative:
        return tr("A time can't be less than nothing.");
    case KitFault::QuestionTwice:
        return tr("Question %1 is in the kit twice. Remove one of them.").arg(*finding.question + 1);
    case KitFault::CriterionWithoutName:
        return tr("Criterion %1 needs a name.").arg(*finding.criterion + 1);
    case KitFault::CriterionNameTwice:
        return tr("Two criteria have this name; raters could not tell them apart.");
    case KitFault::WeightUnfit:
        return tr("A weight is 0 or more.");
    case KitFault::NoWeight:
        return tr("All criteria weigh nothing. Give at least one a weight.");
    case KitFault::TooFewLevels:
        return tr("A criterion needs at least two levels.");
    case KitFault::TooManyLevels:
        return tr("A criterion has ten levels at most.");
    case KitFault::LevelTwice:
        return tr("The level %1 is there twice.")
            .arg(kit.rubric.criteria.at(*finding.criterion).levels.at(*finding.level).level);
    case KitFault::CriterionTwice:
        return tr("Criterion %1 is in the kit twice. Remove one of them.").arg(*finding.criterion + 1);
    case KitFault::ScaleUnfit:
        return tr("A scale has two to ten levels.");
    case KitFault::PassLineUnfit:
        return tr("A pass line is between 0 and 100 %.");
    case KitFault::AnchorMissing:
        return tr("Say what one sees and hears at this level, so that raters mean the same by it.");
    case KitFault::LabelMissing:
        return tr("A word beside the number helps raters.");
    case KitFault::TimeTooShort:
        return tr(
            "The questions together take longer than this. Nobody is cut off, but the whole is over first.");
    }
    return {};
}

bool isUnwritten(KitFault fault) {
    switch (fault) {
    case KitFault::NoName:
    case KitFault::NoQuestions:
    case KitFault::NoCriteria:
    case KitFault::QuestionWithoutText:
    case KitFault::CriterionWithoutName:
    case KitFault::AnchorMissing:
    case KitFault::LabelMissing:
        return true;
    default:
        return false;
    }
}

} // namespace mockingbird::studio

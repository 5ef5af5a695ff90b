// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/difference_text.h"

#include "common/ui/text.h"

#include <QCoreApplication>

namespace mockingbird::studio {

namespace {

using catalog::KitChange;
using catalog::KitField;
using catalog::WordRun;
using Part = KitChange::Part;
using What = KitChange::What;

QString tr(const char* text) {
    return QCoreApplication::translate("differenceText", text);
}

QString fieldName(const KitChange& change) {
    switch (change.field) {
    case KitField::Whole:
        return {};
    case KitField::Name:
        return tr("name");
    case KitField::Position:
        return tr("position");
    case KitField::Classification:
        return tr("classification");
    case KitField::ProfileName:
        return tr("kind of interview");
    case KitField::ReadingSeconds:
        return tr("time to read a question");
    case KitField::AnswerSeconds:
    case KitField::Seconds:
        return tr("time to answer");
    case KitField::TotalMinutes:
        return tr("the whole");
    case KitField::TimesUp:
        return tr("when the time is up");
    case KitField::Scale:
        return tr("scale");
    case KitField::PassLine:
        return tr("pass line");
    case KitField::AgreementMargin:
        return tr("raters differ from");
    case KitField::ScoreBy:
        return tr("levels are given");
    case KitField::SelfReviewFirst:
        return tr("the mentee reviews first");
    case KitField::Text:
        return tr("what is asked");
    case KitField::Competency:
        return tr("competency");
    case KitField::Probes:
        return tr("follow-ups");
    case KitField::StrongAnswer:
        return tr("what a strong answer shows");
    case KitField::RubricName:
        return tr("name of the rubric");
    case KitField::Description:
        return tr("what it is about");
    case KitField::Weight:
        return tr("weight");
    case KitField::Label:
        return tr("word");
    case KitField::Anchor:
        return tr("what one sees and hears");
    case KitField::Points:
        return tr("points elsewhere");
    case KitField::PointsAreRanges:
        return tr("whether points elsewhere reach down to the next level's");
    }
    return {};
}

/// A value as the editor shows it.
QString valueText(KitField field, const std::string& value) {
    const QString text = ui::toQString(value);
    const auto or0 = [&](const QString& none, const QString& some) {
        return text == QStringLiteral("0") ? none : some.arg(text);
    };
    switch (field) {
    case KitField::ReadingSeconds:
        return or0(tr("none"), tr("%1 s"));
    case KitField::AnswerSeconds:
        return or0(tr("none"), tr("%1 s"));
    case KitField::Seconds:
        return or0(tr("as the others"), tr("%1 s"));
    case KitField::TotalMinutes:
        return or0(tr("none"), tr("%1 min"));
    case KitField::Scale:
        return tr("%1 levels").arg(text);
    case KitField::AgreementMargin:
        return tr("%1 levels apart").arg(text);
    case KitField::PassLine:
        return text.isEmpty() ? tr("none") : tr("%1 %").arg(text);
    case KitField::Points:
        return text.isEmpty() ? tr("none") : text;
    case KitField::TimesUp:
        return text == QStringLiteral("bell") ? tr("a bell rings") : tr("nothing is heard");
    case KitField::ScoreBy:
        return text == QStringLiteral("question") ? tr("for each question") : tr("once for the interview");
    case KitField::SelfReviewFirst:
    case KitField::PointsAreRanges:
        return text == QStringLiteral("true") ? tr("yes") : tr("no");
    default:
        return text;
    }
}

QString quoted(const std::string& text) {
    return tr("“%1”").arg(ui::toQString(text));
}

QString subjectText(const KitChange& change) {
    switch (change.part) {
    case Part::Kit:
        return tr("The kit");
    case Part::Profile:
        return tr("How it runs");
    case Part::Question:
        return tr("Question %1").arg(change.number.value_or(0));
    case Part::Criterion:
        return ui::toQString(change.subject);
    case Part::Level:
        return tr("%1, level %2").arg(ui::toQString(change.subject)).arg(change.number.value_or(0));
    }
    return {};
}

QString runsText(const std::vector<WordRun>& runs) {
    QString text;
    for (const WordRun& run : runs) {
        const QString words = ui::toQString(run.text);
        if (run.kind == WordRun::Kind::Same)
            text += words.endsWith(QLatin1Char(' ')) ? words : words + QLatin1Char(' ');
        else
            text += (run.kind == WordRun::Kind::Added ? QStringLiteral("[+%1] ") : QStringLiteral("[−%1] "))
                        .arg(words.trimmed());
    }
    return text.trimmed();
}

QString runsHtml(const std::vector<WordRun>& runs) {
    QString html;
    for (const WordRun& run : runs) {
        const QString words = ui::toQString(run.text).trimmed().toHtmlEscaped().replace(
            QLatin1Char('\n'), QStringLiteral("<br>"));
        if (run.kind == WordRun::Kind::Same)
            html += words + QLatin1Char(' ');
        else if (run.kind == WordRun::Kind::Added)
            html += QStringLiteral("<b>[+<u>%1</u>]</b> ").arg(words);
        else
            html += QStringLiteral("[−<s>%1</s>] ").arg(words);
    }
    return html.trimmed();
}

/// What stands before the words or values; those of what came, went or moved are in it already.
QString leadOf(const KitChange& change) {
    const QString subject = subjectText(change);
    switch (change.what) {
    case What::Added:
        return change.part == Part::Question ? tr("Added: %1, %2").arg(subject, quoted(change.after))
               : change.part == Part::Level  ? tr("Added: %1 %2").arg(subject, quoted(change.after))
                                             : tr("Added: %1").arg(quoted(change.subject));
    case What::Removed:
        return change.part == Part::Question ? tr("Removed: %1, %2").arg(subject, quoted(change.before))
               : change.part == Part::Level  ? tr("Removed: %1 %2").arg(subject, quoted(change.before))
                                             : tr("Removed: %1").arg(quoted(change.subject));
    case What::Moved:
        return tr("Moved: %1, from place %2 to %3")
            .arg(quoted(change.subject), ui::toQString(change.before), ui::toQString(change.after));
    case What::Changed:
        return tr("%1, %2: ").arg(subject, fieldName(change));
    }
    return {};
}

QString partHeading(Part part) {
    switch (part) {
    case Part::Kit:
        return tr("The kit");
    case Part::Profile:
        return tr("How the interview runs");
    case Part::Question:
        return tr("Questions");
    case Part::Criterion:
    case Part::Level:
        return tr("What is scored");
    }
    return {};
}

} // namespace

QString changeLine(const KitChange& change) {
    if (change.what != What::Changed)
        return leadOf(change);
    if (!change.words.empty())
        return leadOf(change) + runsText(change.words);
    return leadOf(change) +
           tr("%1, now %2")
               .arg(valueText(change.field, change.before), valueText(change.field, change.after));
}

QString differenceHtml(const std::vector<KitChange>& changes) {
    QString html;
    QString heading;
    for (const KitChange& change : changes) {
        if (partHeading(change.part) != heading) {
            heading = partHeading(change.part);
            html += QStringLiteral("<h3>%1</h3>").arg(heading.toHtmlEscaped());
        }
        const QString line = change.what == What::Changed && !change.words.empty()
                                 ? leadOf(change).toHtmlEscaped() + runsHtml(change.words)
                                 : changeLine(change).toHtmlEscaped();
        html += QStringLiteral("<p>%1</p>").arg(line);
    }
    return html;
}

} // namespace mockingbird::studio

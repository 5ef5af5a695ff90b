// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/kits_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mockingbird::studio::test {

namespace {

catalog::KitHead head(const std::string& name, const std::string& classification, bool retired = false) {
    return {catalog::KitId::make(), 1, name, "Position of " + name, classification, 5, 4, 20, retired};
}

QStringList namesOf(const QAbstractItemModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, 0).data().toString().section(QLatin1Char('\n'), 0, 0);
    return names;
}

} // namespace

TEST(KitsModel, ShowsDraftsBeforeKits) {
    KitsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    catalog::KitDraftHead draft;
    draft.id = catalog::KitDraftId::make();
    model.show({draft}, {head("Page", "Grade 2"), head("Clerk", "Grade 5", true)});
    EXPECT_EQ(namesOf(model),
              (QStringList{QStringLiteral("A new kit"), QStringLiteral("Page"), QStringLiteral("Clerk")}));
    EXPECT_TRUE(model.index(0, 0).data(KitsModel::DraftRole).toBool());
    EXPECT_EQ(model.index(1, 0).data().toString(), QStringLiteral("Page\nGrade 2 · 5 questions · 20 min"));
    EXPECT_TRUE(model.index(2, 0).data().toString().endsWith(QStringLiteral("retired")));
    EXPECT_EQ(model.classifications(), (QStringList{QStringLiteral("Grade 2"), QStringLiteral("Grade 5")}));
}

TEST(KitsModel, KeepsItsRowsWhereNothingIsNew) {
    KitsModel model;
    const std::vector kits = {head("Page", "Grade 2")};
    model.show({}, kits);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.show({}, kits);
    EXPECT_EQ(reset.size(), 0);
}

TEST(KitsModel, IsSearchedByWordsAndClassification) {
    KitsModel model;
    std::vector<catalog::KitHead> kits;
    for (int i = 0; i < 500; ++i)
        kits.push_back(head("Kit " + std::to_string(i), i % 2 == 0 ? "Even" : "Odd"));
    kits.push_back(head("Gone", "Even", true));
    model.show({}, kits);
    KitsFilterModel filter;
    filter.setSourceModel(&model);
    EXPECT_EQ(filter.rowCount(), 500);
    filter.setRetiredShown(true);
    EXPECT_EQ(filter.rowCount(), 501);
    filter.setClassification(QStringLiteral("Odd"));
    EXPECT_EQ(filter.rowCount(), 250);
    filter.setSearch(QStringLiteral("position 49"));
    EXPECT_EQ(filter.rowCount(), 10) << "the odd ones with a 49 in them";
}

} // namespace mockingbird::studio::test

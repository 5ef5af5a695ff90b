// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/catalog/material_store.h"

#include "tests/common/catalog/fixture.h"

#include <SQLiteCpp/Database.h>

namespace mockingbird::catalog::test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

class MaterialStoreTest : public CatalogTest {
protected:
    MaterialStoreTest() {
        m_coordinator = must(m_catalog->people().add("Cora", {Role::Coordinator}));
        m_liaison = must(m_catalog->people().add("Lia", {Role::Liaison})); // and nothing besides
        m_stranger = must(m_catalog->people().add("Stan", {Role::Mentee}));
        m_cohort = must(m_catalog->people().addCohort("2026", "2026-01-01", "2026-12-31"));
        must(m_catalog->people().addPair(m_cohort.id, m_mentee.id, m_mentor.id, m_liaison.id));
        m_catalog->actAs(m_coordinator.id);
    }

    MaterialStore& store() { return m_catalog->materials(); }
    Material text(const std::string& title, std::vector<Attachment> attached = {}) {
        MaterialDraft draft;
        draft.title = title;
        draft.text = "Words";
        draft.attached = std::move(attached);
        return must(store().add(draft));
    }
    static MaterialDraft fileDraft(const std::string& hashOf) {
        MaterialDraft draft;
        draft.title = "A guide";
        draft.kind = MaterialKind::Pdf;
        draft.file = MaterialFile{std::string(64, hashOf[0]), 100, hashOf + ".pdf"};
        return draft;
    }
    bool seenBy(PersonId person, MaterialId material) {
        m_catalog->actAs(person);
        const auto readable = must(store().readable());
        const bool seen = std::ranges::find(readable, material, &Material::id) != readable.end();
        EXPECT_EQ(must(store().mayRead(material)), seen);
        m_catalog->actAs(m_coordinator.id);
        return seen;
    }
    int found(const std::string& words) {
        return static_cast<int>(must(m_catalog->search().find(words)).size());
    }

    Person m_coordinator;
    Person m_stranger;
    Cohort m_cohort;
};

} // namespace

TEST_F(MaterialStoreTest, EveryKindHoldsWhatItNeeds) {
    MaterialDraft link;
    link.title = "The announcement";
    link.kind = MaterialKind::Link;
    link.url = "https://example.org/jobs";
    EXPECT_EQ(must(store().add(link)).url, link.url);
    const Material pdf = must(store().add(fileDraft("a")));
    EXPECT_EQ(pdf.file->name, "a.pdf");
    EXPECT_EQ(pdf.author, m_coordinator.id);

    for (const char* url : {"", "example.org", "javascript:alert(1)", "file:///etc/passwd", "https://a b"}) {
        link.url = url;
        EXPECT_EQ(codeOf(store().add(link)), ErrorCode::InvalidArgument) << url;
    }
    MaterialDraft html;
    html.title = "No file";
    html.kind = MaterialKind::Html;
    EXPECT_EQ(codeOf(store().add(html)), ErrorCode::InvalidArgument);
    MaterialDraft both = fileDraft("b");
    both.text = "and words";
    EXPECT_EQ(codeOf(store().add(both)), ErrorCode::InvalidArgument);
    MaterialDraft large = fileDraft("c");
    large.file->bytes = mostBytesOf(MaterialKind::Pdf) + 1;
    EXPECT_EQ(codeOf(store().add(large)), ErrorCode::OutOfRange);
    MaterialDraft lengthy;
    lengthy.title = std::string(501, 'x');
    EXPECT_EQ(codeOf(store().add(lengthy)), ErrorCode::OutOfRange);
}

TEST_F(MaterialStoreTest, IsAttachedToSeveralThingsAndTakenOff) {
    const Material material = text("STAR", {Attachment::kit(m_kit.id), Attachment::cohort(m_cohort.id)});
    must(store().attach(material.id, Attachment::question(m_kit.questions[1].id)));
    must(store().attach(material.id, Attachment::question(m_kit.questions[1].id)));
    const auto attached = must(store().attachments(material.id));
    ASSERT_EQ(attached.size(), 3U);
    EXPECT_EQ(attached[0].name, "2026");
    EXPECT_EQ(attached[1].name, m_kit.name);
    EXPECT_EQ(attached[2].name, m_kit.questions[1].text);
    EXPECT_EQ(must(store().attachedTo(Attachment::question(m_kit.questions[1].id))).at(0).id, material.id);
    must(store().detach(material.id, Attachment::kit(m_kit.id)));
    EXPECT_THAT(must(store().ofKit(m_kit.id)), IsEmpty());
    EXPECT_EQ(codeOf(store().detach(material.id, Attachment::kit(m_kit.id))), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(store().attach(material.id, Attachment::person(PersonId::make()))), ErrorCode::NotFound);
    EXPECT_EQ(must(store().allAttachments()).size(), 2U);
}

TEST_F(MaterialStoreTest, IsReadByThoseItIsMeantForAndThoseWhoAccompanyThem) {
    const Material everyones = text("All", {Attachment::everyone()});
    const Material kits = text("Kit", {Attachment::kit(m_kit.id)});
    const Material cohorts = text("Cohort", {Attachment::cohort(m_cohort.id)});
    const Material mentees = text("Mentee", {Attachment::person(m_mentee.id)});
    const Material nobodys = text("Nobody");
    for (const auto& [person, sees] : {std::pair{m_mentee.id, std::array{true, true, true, true, false}},
                                       std::pair{m_mentor.id, std::array{true, true, true, true, false}},
                                       std::pair{m_liaison.id, std::array{true, true, true, true, false}},
                                       std::pair{m_stranger.id, std::array{true, true, false, false, false}},
                                       std::pair{m_coordinator.id, std::array{true, true, true, true, true}},
                                       std::pair{PersonId(), std::array{true, true, true, true, true}}}) {
        const std::array ids{everyones.id, kits.id, cohorts.id, mentees.id, nobodys.id};
        for (std::size_t place = 0; place < ids.size(); ++place)
            EXPECT_EQ(seenBy(person, ids[place]), sees[place]) << place;
    }
    m_catalog->actAs(m_stranger.id);
    EXPECT_EQ(found("Words"), 2) << "and found by them alone";
    m_catalog->actAs(m_mentee.id);
    EXPECT_EQ(found("Words"), 4);
}

TEST_F(MaterialStoreTest, AMenteeAttachesToThemselvesAlone) {
    m_catalog->actAs(m_mentee.id);
    EXPECT_FALSE(must(store().mayAttachToOthers()));
    MaterialDraft draft;
    draft.title = "My notes";
    draft.attached = {Attachment::everyone()};
    EXPECT_EQ(codeOf(store().add(draft)), ErrorCode::Denied);
    draft.attached = {Attachment::person(m_mentee.id)};
    const Material mine = must(store().add(draft));
    EXPECT_EQ(codeOf(store().attach(mine.id, Attachment::kit(m_kit.id))), ErrorCode::Denied);
    must(store().rename(mine.id, "My own notes"));
    EXPECT_FALSE(seenBy(m_stranger.id, mine.id));
    EXPECT_TRUE(seenBy(m_mentor.id, mine.id));
    m_catalog->actAs(m_stranger.id);
    EXPECT_EQ(codeOf(store().rename(mine.id, "Yours")), ErrorCode::Denied);
    EXPECT_EQ(codeOf(store().remove(mine.id)), ErrorCode::Denied);
    EXPECT_EQ(codeOf(store().attach(mine.id, Attachment::person(m_stranger.id))), ErrorCode::Denied);
    m_catalog->actAs(m_mentor.id);
    EXPECT_TRUE(must(store().mayAttachToOthers()));
}

TEST_F(MaterialStoreTest, ANewerFileTakesItsPlaceAndTheOldOneStaysInItsHistory) {
    MaterialDraft first = fileDraft("a");
    first.pages = {"Announcement", "Oral board"};
    first.attached = {Attachment::kit(m_kit.id)};
    const Material material = must(store().add(first));
    EXPECT_EQ(must(m_catalog->search().find("oral")).at(0).page, 2);
    MaterialDraft newer = fileDraft("b");
    newer.pages = {"Eligible list"};
    const Material replaced = must(store().replace(material.id, newer));
    EXPECT_EQ(replaced.version, 2);
    EXPECT_EQ(replaced.title, material.title);
    EXPECT_EQ(replaced.file->name, "b.pdf");
    const auto versions = must(store().versions(material.id));
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].file.name, "a.pdf");
    EXPECT_EQ(found("oral"), 0);
    EXPECT_EQ(found("eligible"), 1);
    EXPECT_TRUE(must(store().knowsFile(versions[0].file.hash)));
    EXPECT_FALSE(must(store().withFile(versions[0].file.hash)).has_value());
    EXPECT_EQ(must(store().ofKit(m_kit.id)).size(), 1U);
    EXPECT_EQ(codeOf(store().replace(material.id, newer)), ErrorCode::InvalidArgument) << "the same again";
}

TEST_F(MaterialStoreTest, WordsReadLaterAreFoundByTheirPage) {
    const Material material = must(store().add(fileDraft("a")));
    EXPECT_EQ(found("board"), 0);
    must(store().setPages(material.id, {"", "The oral board", "Certification"}));
    const auto hits = must(m_catalog->search().find("board"));
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].material, material.id);
    EXPECT_EQ(hits[0].page, 2);
    EXPECT_EQ(hits[0].title, "A guide");
    EXPECT_EQ(must(m_catalog->search().find("guide")).at(0).page, 1);
    must(store().setPages(material.id, {"Nothing more"}));
    EXPECT_EQ(found("board"), 0);
}

TEST_F(MaterialStoreTest, RemovedItIsInNoListUntilItIsRestored) {
    MaterialDraft draft = fileDraft("a");
    draft.pages = {"One", "Probation"};
    draft.attached = {Attachment::everyone()};
    const Material material = must(store().add(draft));
    must(store().remove(material.id));
    EXPECT_THAT(must(store().all()), IsEmpty());
    EXPECT_THAT(must(store().ofKit({})), IsEmpty());
    EXPECT_EQ(found("probation"), 0);
    EXPECT_EQ(codeOf(store().rename(material.id, "x")), ErrorCode::NotFound);
    must(store().restore(material.id));
    EXPECT_EQ(must(store().all()).size(), 1U);
    EXPECT_EQ(found("probation"), 1);
}

TEST_F(MaterialStoreTest, IsFoundByTitleOrTheEndOfItsId) {
    const Material star = text("STAR stories");
    text("Standing");
    EXPECT_EQ(must(store().find("star")).id, star.id);
    EXPECT_EQ(must(store().find(star.id.toString().substr(28))).id, star.id);
    EXPECT_EQ(codeOf(store().find("sta")), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(store().find("guide")), ErrorCode::NotFound);
}

TEST_F(MaterialStoreTest, WhatAnEarlierProgramAddedIsThereWithItsKit) {
    const auto id = MaterialId::make().toString();
    {
        SQLite::Database log((m_folder.path() / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        log.exec("INSERT INTO event (id, stream, kind, version, at_ms, clock, payload) VALUES ('" +
                 EventId::make().toString() + "', '" + id + "', 'material.added', 1, 1, 999, '{\"id\": \"" +
                 id + "\", \"kit\": \"" + m_kit.id.toString() +
                 "\", \"title\": \"STAR\", \"kind\": \"markdown\", \"text\": \"Situation\"}')");
    }
    must(m_catalog->rebuild());
    const auto ofKit = must(store().ofKit(m_kit.id));
    ASSERT_EQ(ofKit.size(), 1U);
    EXPECT_EQ(ofKit[0].text, "Situation");
    EXPECT_TRUE(seenBy(m_stranger.id, ofKit[0].id));
}

} // namespace mockingbird::catalog::test

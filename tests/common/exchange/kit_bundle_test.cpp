// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/kit_bundle.h"

#include "common/base/whole_file.h"
#include "common/catalog/kit_json.h"
#include "common/catalog/sha256.h"
#include "tests/common/exchange/exchange_promises.h"
#include "tests/common/exchange/random_kit.h"
#include "tests/common/exchange/zip_bytes.h"

#include <gmock/gmock.h>

namespace mockingbird::exchange::test {
namespace {

using ::testing::HasSubstr;

std::string hashOf(const std::string& content) {
    catalog::Sha256 hash;
    hash.add(content);
    return hash.hex();
}

class KitBundleTest : public ::testing::Test {
protected:
    void SetUp() override {
        bundle.kit = RandomKit(1).make();
        BundledMaterial guide{catalog::MaterialId::make(), "Guide", "markdown", "# Hello", {}, {}, true, {}};
        BundledMaterial form{
            catalog::MaterialId::make(),
            "Form",
            "pdf",
            {},
            {},
            BundledFile{"form.pdf", static_cast<std::int64_t>(content.size()), hashOf(content)},
            false,
            {bundle.kit.questions.front().id}};
        bundle.materials = {guide, form};
    }

    [[nodiscard]] std::vector<RawEntry> entries() const {
        return {deflatedEntry("manifest.json", manifestOf(bundle)),
                storedEntry(entryName(*bundle.materials[1].file), content)};
    }
    static std::string failure(const std::vector<RawEntry>& entries, ErrorCode code) {
        const std::string bytes = zipBytes(entries);
        auto archive = ZipReader::openBytes(bytes);
        if (!archive.ok())
            return "not opened: " + archive.error().detail;
        const auto read = readBundle(*archive);
        if (read.ok())
            return "read";
        EXPECT_EQ(read.error().code, code) << read.error().detail;
        return read.error().detail;
    }
    /// With a change to its manifest.
    [[nodiscard]] std::string failureWith(const std::function<void(nlohmann::json&)>& change,
                                          ErrorCode code) const {
        auto manifest = nlohmann::json::parse(manifestOf(bundle));
        change(manifest);
        auto all = entries();
        all[0] = deflatedEntry("manifest.json", manifest.dump());
        return failure(all, code);
    }

    KitBundle bundle;
    std::string content = "%PDF-1.4 hello";
};

TEST_F(KitBundleTest, ComesBackAsItWas) {
    const std::string bytes = zipBytes(entries());
    auto archive = ZipReader::openBytes(bytes);
    ASSERT_TRUE(archive.ok());
    const auto read = readBundle(*archive);
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_EQ(manifestOf(*read), manifestOf(bundle));
    EXPECT_EQ(read->materials[1].file, bundle.materials[1].file);
    EXPECT_EQ(read->materials[1].questions, bundle.materials[1].questions);
}

TEST_F(KitBundleTest, LosesNothingOfAnyKit) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        bundle.kit = RandomKit(seed).make();
        bundle.materials.resize(1);
        const auto read = bundleFromManifest(manifestOf(bundle));
        ASSERT_TRUE(read.ok()) << read.error().detail;
        ASSERT_EQ(catalog::toJson(read->kit), catalog::toJson(bundle.kit)) << seed;
    }
}

TEST_F(KitBundleTest, IsWrittenToAFileAndExtractedAgain) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("mockingbird_bundle_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    ASSERT_TRUE(writeWholeFile(folder / "original", content).ok());
    ASSERT_TRUE(writeZip(folder / "a.mbkit",
                         entriesOf(bundle, [&](const BundledFile&) { return folder / "original"; }))
                    .ok());
    auto archive = ZipReader::open(folder / "a.mbkit");
    ASSERT_TRUE(archive.ok());
    ASSERT_TRUE(readBundle(*archive).ok());
    ASSERT_TRUE(extractTo(folder / "out", *archive, *bundle.materials[1].file).ok());
    EXPECT_EQ(*readWholeFile(folder / "out"), content);
    std::filesystem::create_symlink(folder / "elsewhere", folder / "link");
    EXPECT_FALSE(extractTo(folder / "link", *archive, *bundle.materials[1].file).ok());
    EXPECT_FALSE(std::filesystem::exists(folder / "elsewhere")) << "no link is followed";
    std::filesystem::remove_all(folder);
}

TEST_F(KitBundleTest, CanBeStoppedWhileItIsRead) {
    const std::string bytes = zipBytes(entries());
    auto archive = ZipReader::openBytes(bytes);
    const auto read = readBundle(*archive, [](std::int64_t, std::int64_t) { return false; });
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::Cancelled);
}

TEST_F(KitBundleTest, RefusesAFileThatIsNotWhatItsHashSays) {
    EXPECT_EQ(failure(entries(), ErrorCode::Corrupt), "read") << "the control";
    auto all = entries();
    all[1] = storedEntry(all[1].name, "%PDF-1.4 HELLO");
    EXPECT_EQ(failure(all, ErrorCode::Corrupt), "the file \"form.pdf\" in it is not what its hash says");
    all[1] = storedEntry(all[1].name, content.substr(1));
    EXPECT_THAT(failure(all, ErrorCode::Corrupt), HasSubstr("not what its hash says"));
    all.pop_back();
    EXPECT_EQ(failure(all, ErrorCode::Corrupt), "the file \"form.pdf\" is missing in it");
}

TEST_F(KitBundleTest, RefusesWhatItsManifestDoesNotName) {
    auto all = entries();
    all.push_back(storedEntry("materials/run.sh", "x"));
    EXPECT_THAT(failure(all, ErrorCode::InvalidArgument), HasSubstr("\"materials/run.sh\""));
}

TEST_F(KitBundleTest, RefusesALaterForm) {
    EXPECT_EQ(failureWith([](auto& manifest) { manifest["version"] = 1; }, ErrorCode::InvalidArgument),
              "read")
        << "the control";
    EXPECT_THAT(failureWith([](auto& manifest) { manifest["version"] = 2; }, ErrorCode::InvalidArgument),
                HasSubstr("a newer version of Mockingbird wrote it (form 2; this one reads 1)"));
    EXPECT_THAT(
        failureWith([](auto& manifest) { manifest["version"] = 1ULL << 63U; }, ErrorCode::InvalidArgument),
        HasSubstr("newer"));
    EXPECT_THAT(failureWith([](auto& manifest) { manifest["version"] = "1"; }, ErrorCode::Corrupt),
                HasSubstr("version"));
}

TEST_F(KitBundleTest, RefusesFileNamesThatLeadElsewhere) {
    for (const char* name : {"../form.pdf", "/form.pdf", "a\\b.pdf", "..", ".", "", "a\nb"})
        EXPECT_THAT(failureWith([&](auto& manifest) { manifest["materials"][1]["file"]["name"] = name; },
                                ErrorCode::InvalidArgument),
                    HasSubstr("leads elsewhere"))
            << name;
}

TEST_F(KitBundleTest, NamesTheFieldThatIsWrong) {
    const auto with = [&](auto change) { return failureWith(change, ErrorCode::Corrupt); };
    EXPECT_THAT(with([](auto& m) { m["format"] = "other"; }), HasSubstr("not that of a kit"));
    EXPECT_THAT(with([](auto& m) { m["kit"].erase("id"); }), HasSubstr("kit.id is missing"));
    EXPECT_THAT(with([](auto& m) { m["kit"]["name"] = 1; }), HasSubstr("name"));
    EXPECT_THAT(with([](auto& m) { m.erase("materials"); }), HasSubstr("materials is not a list"));
    EXPECT_THAT(with([](auto& m) { m["materials"][0]["id"] = "x"; }), HasSubstr("materials[0].id"));
    EXPECT_THAT(with([](auto& m) { m["materials"][0]["id"] = m["materials"][1]["id"]; }),
                HasSubstr("there twice"));
    EXPECT_THAT(with([](auto& m) { m["materials"][1]["file"]["sha256"] = "x"; }), HasSubstr("is not a hash"));
    EXPECT_THAT(with([](auto& m) { m["materials"][1]["file"]["bytes"] = -1; }), HasSubstr("is not a size"));
    EXPECT_THAT(
        with([](auto& m) { m["materials"][1]["questions"][0] = catalog::QuestionId::make().toString(); }),
        HasSubstr("a question that the kit doesn't have"));
    EXPECT_THAT(failure({storedEntry("manifest.json", "no json")}, ErrorCode::Corrupt),
                HasSubstr("not JSON"));
}

TEST_F(KitBundleTest, SaysWhatAZipIsThatIsNoKit) {
    EXPECT_THAT(failure({storedEntry("a", "x")}, ErrorCode::InvalidArgument), HasSubstr("no manifest.json"));
    EXPECT_THAT(failure({storedEntry("[Content_Types].xml", "x")}, ErrorCode::InvalidArgument),
                HasSubstr("office program"));
}

TEST(ExchangePromises, HoldForTheCorpus) {
    const std::filesystem::path corpus =
        std::filesystem::path(MOCKINGBIRD_SOURCE_DIR) / "tests/common/exchange/corpus";
    const std::vector<std::pair<std::string, std::optional<std::string> (*)(std::string_view)>> importers{
        {"csv", brokenByCsv},
        {"canvas", brokenByCanvas},
        {"questions", brokenByQuestions},
        {"kit_json", brokenByKitJson},
        {"mbkit", brokenByBundle}};
    for (const auto& [name, importer] : importers) {
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(corpus / name)) {
            const auto bytes = readWholeFile(entry.path());
            ASSERT_TRUE(bytes.ok());
            EXPECT_EQ(importer(*bytes), std::nullopt) << entry.path();
            ++files;
        }
        EXPECT_GT(files, 3u) << name;
    }
}

} // namespace
} // namespace mockingbird::exchange::test

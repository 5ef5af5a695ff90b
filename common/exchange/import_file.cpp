// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/exchange/import_file.h"

#include "common/base/whole_file.h"
#include "common/catalog/kit_json.h"
#include "common/exchange/canvas_rubric.h"
#include "common/exchange/csv.h"
#include "common/exchange/question_table.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace mockingbird::exchange {

namespace {

constexpr std::size_t kMostTextBytes = 32U << 20U;

std::string ending(const std::filesystem::path& file) {
    std::string text = file.extension().string();
    for (char& letter : text)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return text;
}

Result<std::string> beginningOf(const std::filesystem::path& file) {
    std::error_code failed;
    if (std::filesystem::is_directory(file, failed))
        return Error{ErrorCode::InvalidArgument, "it is a folder", EISDIR};
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return errorFromErrno(errno == 0 ? EIO : errno, "it can't be opened");
    std::array<char, 4> bytes{};
    stream.read(bytes.data(), bytes.size());
    return std::string(bytes.data(), static_cast<std::size_t>(stream.gcount()));
}

void remarkOnEncoding(TextEncoding encoding, ImportFile& read) {
    if (encoding == TextEncoding::Windows1252)
        read.remarks.push_back(
            {0, "It is not UTF-8, so it was read as Windows-1252; look whether accents are right."});
}

Result<void> readKit(std::string_view text, ImportFile& read) {
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (document.is_discarded())
        return Error{ErrorCode::Corrupt, "it is not JSON", 0};
    KitBundle bundle;
    bundle.kit = TRY(catalog::kitFromJson(document));
    if (bundle.kit.questions.size() > kMostQuestions || bundle.kit.rubric.criteria.size() > kMostCriteria)
        return Error{ErrorCode::InvalidArgument,
                     "the kit has more than " + std::to_string(kMostQuestions) + " questions or " +
                         std::to_string(kMostCriteria) + " criteria",
                     0};
    read.bundle = std::move(bundle);
    return {};
}

Result<void> readTable(const std::string& bytes, ImportFile& read) {
    const CsvDocument table = TRY(readCsv(bytes));
    remarkOnEncoding(table.encoding, read);
    if (isCanvasTable(table.heading())) {
        CanvasRubrics rubrics = TRY(canvasRubricsFrom(table));
        read.kind = ImportKind::Rubrics;
        read.rubrics = std::move(rubrics.rubrics);
        std::ranges::move(rubrics.remarks, std::back_inserter(read.remarks));
        return {};
    }
    QuestionTable questions = TRY(questionsFrom(table));
    read.kind = ImportKind::Questions;
    read.questions = std::move(questions.questions);
    std::ranges::move(questions.remarks, std::back_inserter(read.remarks));
    return {};
}

Result<void> readText(const std::filesystem::path& file, ImportFile& read) {
    const std::string bytes = TRY(readWholeFile(file, kMostTextBytes));
    if (ending(file) == ".txt") {
        read.kind = ImportKind::Questions;
        read.questions = TRY(questionsFromLines(bytes)).questions;
        return {};
    }
    const DecodedText decoded = TRY(decodeText(bytes));
    const auto first = decoded.text.find_first_not_of(" \t\r\n");
    if (ending(file) == ".json" || (first != std::string::npos && decoded.text[first] == '{'))
        return readKit(decoded.text, read);
    return readTable(bytes, read);
}

Result<void> readInto(ImportFile& read, const BundleProgress& progress) {
    const std::string beginning = TRY(beginningOf(read.path));
    if (beginning.starts_with("PK\x03\x04") || beginning.starts_with("PK\x05\x06")) {
        ZipReader archive = TRY(ZipReader::open(read.path));
        read.bundle = TRY(readBundle(archive, progress));
        read.packed = true;
        return {};
    }
    if (ending(read.path) == ".mbkit")
        return Error{ErrorCode::Corrupt, "it is no kit: it is not a zip archive", 0};
    return readText(read.path, read);
}

} // namespace

std::string_view name(ImportKind kind) {
    switch (kind) {
    case ImportKind::Kit:
        return "kit";
    case ImportKind::Rubrics:
        return "rubrics";
    case ImportKind::Questions:
        return "questions";
    }
    return "kit";
}

Result<ImportFile> readImportFile(const std::filesystem::path& file, const BundleProgress& progress) {
    ImportFile read;
    read.path = file;
    const auto done = readInto(read, progress);
    if (!done.ok())
        return Error{done.error().code, "\"" + file.filename().string() + "\": " + done.error().detail,
                     done.error().native};
    return read;
}

} // namespace mockingbird::exchange

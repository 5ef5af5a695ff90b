// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/exchange/exchange_promises.h"

#include "common/catalog/kit_json.h"
#include "common/catalog/sha256.h"
#include "common/exchange/canvas_rubric.h"
#include "common/exchange/question_table.h"
#include "tests/common/exchange/zip_bytes.h"

#include <cmath>

namespace mockingbird::exchange::test {

namespace {

using Broken = std::optional<std::string>;

/// What is wrong with a refusal: it has to say something.
Broken wordless(const Error& error) {
    if (error.detail.empty() || validUtf8(error.detail) != error.detail)
        return "a refusal without a sentence";
    if (error.code == ErrorCode::Internal)
        return "a refusal that is a mistake of our own: " + error.detail;
    return std::nullopt;
}

nlohmann::json jsonOf(const std::vector<catalog::Rubric>& rubrics) {
    nlohmann::json all = nlohmann::json::array();
    for (const catalog::Rubric& rubric : rubrics) {
        catalog::Kit kit;
        kit.rubric = rubric;
        all.push_back(catalog::toJson(kit));
    }
    return all;
}

nlohmann::json jsonOf(const std::vector<catalog::Question>& questions) {
    catalog::Kit kit;
    kit.questions = questions;
    return catalog::toJson(kit);
}

Broken unsound(const catalog::Criterion& criterion) {
    if (criterion.name.empty() || criterion.levels.size() < 2 || criterion.levels.size() > kMostRatings)
        return "a criterion without a name or with too few or many levels";
    if (!std::isfinite(criterion.weight) || criterion.weight < 0)
        return "a weight that is none";
    for (std::size_t i = 1; i < criterion.levels.size(); ++i)
        if (criterion.levels[i - 1].level >= criterion.levels[i].level)
            return "levels that don't rise";
    return std::nullopt;
}

Broken unsound(const std::vector<catalog::Question>& questions) {
    if (questions.empty() || questions.size() > kMostQuestions)
        return "too few or many questions";
    for (const catalog::Question& question : questions)
        if (question.text.empty() || question.seconds < 0 || question.probes.size() > kMostProbes)
            return "a question that is none";
    const auto again = readCsv(questionTable(questions));
    if (!again.ok())
        return "questions that don't come back: " + again.error().detail;
    const auto read = questionsFrom(*again);
    if (!read.ok() || jsonOf(read->questions) != jsonOf(questions))
        return "questions that come back as others";
    return std::nullopt;
}

} // namespace

Broken brokenByCsv(std::string_view bytes) {
    const auto document = readCsv(bytes);
    if (!document.ok())
        return wordless(document.error());
    const CsvLimits limits;
    std::size_t line = 0;
    for (const auto mark : {CsvWriter::ByteOrderMark::With, CsvWriter::ByteOrderMark::Without}) {
        CsvWriter writer(mark);
        for (const CsvRow& row : document->rows) {
            if (mark == CsvWriter::ByteOrderMark::With && row.line <= line)
                return "lines that don't rise";
            line = row.line;
            if (row.cells.empty() || row.cells.size() > limits.columns)
                return "a row without cells, or with too many";
            for (const std::string& cell : row.cells)
                if (validUtf8(cell) != cell)
                    return "a cell that is no UTF-8";
            writer.add(row.cells);
        }
        const auto again = readCsv(writer.text());
        // Apostrophes and quotes may make a table that just fits too large.
        if (!again.ok())
            return writer.text().size() > limits.bytes ? Broken()
                                                       : "it doesn't come back: " + again.error().detail;
        if (again->rows.size() != document->rows.size())
            return "other rows come back";
        for (std::size_t i = 0; i < document->rows.size(); ++i)
            if (again->rows[i].cells != document->rows[i].cells)
                return "other cells come back";
    }
    return std::nullopt;
}

Broken brokenByCanvas(std::string_view bytes) {
    const auto table = readCsv(bytes);
    if (!table.ok())
        return wordless(table.error());
    const auto read = canvasRubricsFrom(*table);
    if (!read.ok())
        return wordless(read.error());
    if (read->rubrics.empty() || read->rubrics.size() > kMostRubrics)
        return "too few or many rubrics";
    for (const catalog::Rubric& rubric : read->rubrics) {
        if (rubric.name.empty() || rubric.criteria.empty() || rubric.criteria.size() > kMostCriteria)
            return "a rubric that is none";
        for (const catalog::Criterion& criterion : rubric.criteria)
            if (auto broken = unsound(criterion))
                return broken;
    }
    const auto again = readCsv(canvasTable(read->rubrics).bytes);
    if (!again.ok())
        return "rubrics that don't come back: " + again.error().detail;
    const auto reread = canvasRubricsFrom(*again);
    if (!reread.ok())
        return "rubrics that don't come back: " + reread.error().detail;
    if (jsonOf(reread->rubrics) != jsonOf(read->rubrics))
        return "rubrics that come back as others";
    return std::nullopt;
}

Broken brokenByQuestions(std::string_view bytes) {
    const auto lines = questionsFromLines(bytes);
    if (auto broken = lines.ok() ? unsound(lines->questions) : wordless(lines.error()))
        return broken;
    const auto table = readCsv(bytes);
    if (!table.ok())
        return wordless(table.error());
    const auto read = questionsFrom(*table);
    return read.ok() ? unsound(read->questions) : wordless(read.error());
}

Broken brokenByKitJson(std::string_view bytes) {
    const auto document = nlohmann::json::parse(bytes, nullptr, false);
    if (document.is_discarded())
        return std::nullopt;
    const auto kit = catalog::kitFromJson(document);
    if (!kit.ok())
        return wordless(kit.error());
    const auto again = catalog::kitFromJson(catalog::toJson(*kit));
    if (!again.ok())
        return "a kit that doesn't come back: " + again.error().detail;
    if (catalog::toJson(*again) != catalog::toJson(*kit))
        return "a kit that comes back as another";
    return std::nullopt;
}

Broken brokenByBundle(std::string_view bytes) {
    const ZipLimits limits{50, 4 << 20, 200, 1 << 16};
    auto archive = ZipReader::openBytes(bytes, limits);
    if (!archive.ok())
        return wordless(archive.error());
    for (const std::string& name : archive->names())
        if (name.find("..") == 0 || name.find("/..") != std::string::npos || name.front() == '/')
            return "a name that leads out";
    const auto bundle = readBundle(*archive);
    if (!bundle.ok())
        return wordless(bundle.error());
    const auto again = bundleFromManifest(manifestOf(*bundle));
    if (!again.ok())
        return "a manifest that doesn't come back: " + again.error().detail;
    if (manifestOf(*again) != manifestOf(*bundle))
        return "a manifest that comes back as another";
    return std::nullopt;
}

std::string archiveOf(const std::vector<std::string>& parts) {
    std::vector<RawEntry> entries;
    std::string manifest = parts.empty() ? std::string() : parts.front();
    const auto replace = [&](const std::string& what, const std::string& by) {
        for (std::size_t at = manifest.find(what); at != std::string::npos;
             at = manifest.find(what, at + by.size()))
            manifest.replace(at, what.size(), by);
    };
    for (std::size_t i = 1; i < parts.size(); ++i) {
        catalog::Sha256 hash;
        hash.add(parts[i]);
        const std::string hex = hash.hex();
        replace("\"@" + std::to_string(i) + "\"", "\"" + hex + "\"");
        replace("\"#" + std::to_string(i) + "\"", std::to_string(parts[i].size()));
        entries.push_back(i % 2 == 0 ? storedEntry("materials/" + hex, parts[i])
                                     : deflatedEntry("materials/" + hex, parts[i]));
    }
    entries.insert(entries.begin(), deflatedEntry(std::string(kManifestName), manifest));
    return zipBytes(entries);
}

} // namespace mockingbird::exchange::test

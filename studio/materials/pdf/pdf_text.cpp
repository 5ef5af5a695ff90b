// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/pdf/pdf_text.h"

#include <QPdfDocument>
#include <QPdfSelection>
#include <QString>
#include <algorithm>

namespace mockingbird::studio {

namespace {

constexpr int kMostPages = 2000;
constexpr std::size_t kMostBytes = std::size_t{4} << 20;

Result<void> readable(QPdfDocument::Error error) {
    switch (error) {
    case QPdfDocument::Error::None:
        return {};
    case QPdfDocument::Error::IncorrectPassword:
        return Error{ErrorCode::Denied, "the PDF is protected with a password", 0};
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return Error{ErrorCode::Unsupported, "the PDF is protected in a way that can't be read here", 0};
    case QPdfDocument::Error::FileNotFound:
        return Error{ErrorCode::NotFound, "the PDF is missing", 0};
    default:
        return Error{ErrorCode::Corrupt, "the PDF is damaged", 0};
    }
}

/// One character a blank or a line end too few is no harm to a search; a NUL would end the text.
std::string wordsOf(QString text) {
    text.remove(QChar::Null);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text.trimmed().toStdString();
}

} // namespace

Result<std::vector<std::string>> pdfPages(const std::filesystem::path& file,
                                          const std::function<bool()>& wanted) {
    QPdfDocument document;
    TRY(readable(document.load(QString::fromStdString(file.string()))));
    const int count = std::min(document.pageCount(), kMostPages);
    std::vector<std::string> pages;
    std::size_t bytes = 0;
    for (int page = 0; page < count && bytes < kMostBytes; ++page) {
        if (wanted && !wanted())
            return Error{ErrorCode::Cancelled, file.filename().string(), 0};
        pages.push_back(wordsOf(document.getAllText(page).text()));
        bytes += pages.back().size();
        if (bytes > kMostBytes)
            pages.pop_back();
    }
    return pages;
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/whole_file.h"
#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <string>

namespace mockingbird::review::test {

/// What poppler reads in a PDF: `pdftotext`'s text, or `pdfinfo`'s lines. A form feed ends each page.
inline std::string readByPoppler(const std::string& tool, const std::string& pdf) {
    const mockingbird::test::TemporaryFolder folder;
    EXPECT_TRUE(writeWholeFile(folder / "in.pdf", pdf).ok());
    const std::string in = (folder / "in.pdf").string();
    const std::string out = (folder / "out.txt").string();
    const std::string command = tool == "pdfinfo" ? "pdfinfo '" + in + "' > '" + out + "'"
                                                  : "pdftotext -layout '" + in + "' '" + out + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return readWholeFile(out).valueOr("");
}
inline std::string textOf(const std::string& pdf) {
    return readByPoppler("pdftotext", pdf);
}

} // namespace mockingbird::review::test

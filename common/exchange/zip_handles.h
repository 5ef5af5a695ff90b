// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <zip.h>

namespace mockingbird::exchange {

/// Reading: what was changed is not written.
struct DiscardZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipHandle = std::unique_ptr<zip_t, DiscardZip>;

struct CloseZipFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipFileHandle = std::unique_ptr<zip_file_t, CloseZipFile>;

} // namespace mockingbird::exchange

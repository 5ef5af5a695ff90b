// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_store.h"
#include "common/catalog/session_store.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mockingbird::test {

/// A catalog of its own with a mentee, two mentors, a kit of three questions and three criteria, and what a
/// test adds. Everything here must work for a test to mean anything, so failures abort with their detail.
class ReviewedCatalog {
public:
    ReviewedCatalog();

    [[nodiscard]] catalog::Catalog& operator*() { return *m_catalog; }
    [[nodiscard]] catalog::Catalog* operator->() { return m_catalog.get(); }

    /// A session `daysAgo`, without a recording.
    catalog::Session addSession(int daysAgo);
    /// Ten seconds of coded pictures at 25 frames a second with beeps, made once for all tests.
    catalog::Recording addRecording(const catalog::Session& session);
    catalog::Recording addRecording(const catalog::Session& session, const std::filesystem::path& file,
                                    MediaTime duration);
    /// A recording whose file isn't there.
    catalog::Recording addLostFile(const catalog::Session& session);
    /// A session with a recording and segments for the questions.
    catalog::Session addRecordedSession(int daysAgo);

    catalog::Review reviewOf(const catalog::Person& rater, const catalog::Session& session);
    catalog::Note addNote(const catalog::Person& rater, const catalog::Session& session, MediaTime at,
                          const std::string& text, std::optional<std::size_t> criterion = std::nullopt);
    void score(const catalog::Person& rater, const catalog::Session& session, const std::vector<int>& levels);
    void seal(const catalog::Person& rater, const catalog::Session& session);

    catalog::Person mentee;
    catalog::Person ann; ///< acts unless said otherwise
    catalog::Person ben;
    catalog::Kit kit;

private:
    TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
};

} // namespace mockingbird::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/calibration_store.h"
#include "common/catalog/caption_store.h"
#include "common/catalog/catalog.h"
#include "common/catalog/consensus_store.h"
#include "common/catalog/consent_store.h"
#include "common/catalog/event.h"
#include "common/catalog/field_store.h"
#include "common/catalog/goal_store.h"
#include "common/catalog/incident_store.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_import_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/projection.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/review_round.h"
#include "common/catalog/review_store.h"
#include "common/catalog/search_store.h"
#include "common/catalog/session_store.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

namespace mockingbird::catalog::test {

using mockingbird::test::TemporaryFolder;

/// The value; fails the test with the error's words where there is none.
template <class T>
T must(Result<T> result) {
    if (!result.ok())
        throw std::runtime_error(std::string(name(result.error().code)) + ": " + result.error().detail);
    return std::move(result).value();
}
inline void must(const Result<void>& result) {
    if (!result.ok())
        throw std::runtime_error(std::string(name(result.error().code)) + ": " + result.error().detail);
}

/// The code it failed with; Internal with a failed test where it did not fail.
template <class T>
ErrorCode codeOf(const Result<T>& result) {
    EXPECT_FALSE(result.ok());
    return result.ok() ? ErrorCode::Internal : result.error().code;
}

inline MediaTime seconds(double value) {
    return MediaTime::fromSeconds(value);
}

/// Two questions, two criteria of five levels.
[[nodiscard]] Kit sampleKit();

[[nodiscard]] Note noteAt(double at, const std::string& text);
/// An arrow, an ellipse and a line on the second picture.
[[nodiscard]] Drawing sampleDrawing();
/// Two cues, at 1 and 5 seconds.
[[nodiscard]] std::vector<Cue> sampleCues();

/// Puts something where the recording's file belongs, so that none is missing.
void layFile(Catalog& catalog, const Recording& recording);

/// Every row of every projected table, as another connection reads them.
using Dump = std::map<std::string, std::vector<std::string>>;
[[nodiscard]] Dump dumpOf(const std::filesystem::path& folder);

/// A catalog in its own folder with a mentee, two raters, a kit, and a session with a finished recording of a
/// minute.
class CatalogTest : public ::testing::Test {
protected:
    CatalogTest();

    TemporaryFolder m_folder;
    std::unique_ptr<Catalog> m_catalog;
    Person m_mentee;
    Person m_mentor;
    Person m_liaison;
    Kit m_kit;
    Session m_session;
    Recording m_recording;
};

} // namespace mockingbird::catalog::test

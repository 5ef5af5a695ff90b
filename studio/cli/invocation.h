// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/catalog/recording_store.h"
#include "common/catalog/session_store.h"
#include "studio/catalog_place.h"

#include <iosfwd>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace mockingbird::studio {

/// What may stand before or after every command.
struct GlobalOptions {
    std::string catalog;        ///< a folder; empty for the usual place
    std::string actor;          ///< a person's name or id
    std::string passphraseFile; ///< where people sign in; `-` for standard input
    bool sample = false;
    bool json = false;
};

/// What a command has to say once it is done.
struct Outcome {
    nlohmann::json document = nullptr; ///< for --json
    std::string text = {};             ///< for people, with its line ends
    /// What went wrong although there is something to tell: then all of it is an error, and the document lies
    /// in it.
    std::optional<Error> failure = {};
};

/// One run of one command: its global options, the catalog that it opens when it first needs it, and where
/// progress goes. For one thread.
class Invocation {
public:
    Invocation(GlobalOptions options, std::ostream& progress);

    /// The catalog of --catalog, --sample or the usual place, opened at the first call; whoever --as names
    /// acts in it, and has given their passphrase where people sign in. Denied where nobody does.
    [[nodiscard]] Result<catalog::Catalog*> catalog();
    /// The same before anybody has signed in.
    [[nodiscard]] Result<catalog::Catalog*> unsignedCatalog();
    [[nodiscard]] Result<CatalogPlace> place() const { return catalogPlace(m_options.catalog); }
    [[nodiscard]] const GlobalOptions& options() const { return m_options; }

    /// Who acts: --as, else the catalog's only person, else who is named like the system account; the
    /// catalog's next events bear their name. InvalidArgument, listing the people, where that leaves it open.
    [[nodiscard]] Result<catalog::Person> actor();
    /// The same where it is known, without asking for it: what is made bears a name if there is one.
    Result<void> actIfKnown();

    /// The person or kit named, or the catalog's only one for an empty name; InvalidArgument, listing them,
    /// otherwise.
    [[nodiscard]] Result<catalog::Person> mentee(const std::string& name);
    [[nodiscard]] Result<catalog::Kit> kit(const std::string& name);

    /// A line for people on standard error; nothing with --json.
    void progress(const std::string& line);
    /// The same, written over the line before where standard error is a terminal; elsewhere nothing.
    void progressInPlace(const std::string& line);
    /// For what tells how far it is: `what` with its per cent, written in place.
    [[nodiscard]] catalog::Progress telling(std::string what);

private:
    Result<void> signIn();

    GlobalOptions m_options;
    std::ostream* m_progress;
    std::unique_ptr<catalog::Catalog> m_catalog;
    bool m_entered = false; ///< it is known who acts, as far as it has to be
};

/// The file's name from the root on, for documents.
[[nodiscard]] std::string absoluteName(const std::string& file);

/// The session's recording with that part number; NotFound where the session has none, OutOfRange for other
/// numbers.
[[nodiscard]] Result<catalog::Recording> recordingOf(catalog::Catalog& catalog,
                                                     const catalog::Session& session, int part);

/// A criterion by its number in the rubric (from 1), id, or name (a unique beginning, in either case).
/// NotFound, listing the criteria, for any other text.
[[nodiscard]] Result<catalog::Criterion> criterionOf(const catalog::Kit& kit, const std::string& text);

/// A question by its number in the kit (from 1) or its id; none for an empty text. OutOfRange, saying how
/// many there are, or NotFound otherwise.
[[nodiscard]] Result<std::optional<catalog::QuestionId>> questionOf(const catalog::Kit& kit,
                                                                    const std::string& text);

/// By id or name, as people are.
[[nodiscard]] Result<catalog::Cohort> findCohort(catalog::Catalog& catalog, const std::string& text);

/// The words with a space between.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

} // namespace mockingbird::studio

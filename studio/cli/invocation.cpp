// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/cli/invocation.h"

#include "common/catalog/name_lookup.h"
#include "common/catalog/passphrase.h"
#include "common/catalog/sign_in_store.h"
#include "studio/cli/secret.h"
#include "studio/sample/sample_catalog.h"

#include <charconv>
#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace mockingbird::studio {

namespace {

template <class Things>
std::string listed(const Things& things) {
    std::string text;
    for (const auto& thing : things)
        text += (text.empty() ? "" : ", ") + thing.name;
    return text;
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

} // namespace

Invocation::Invocation(GlobalOptions options, std::ostream& progress)
    : m_options(std::move(options)), m_progress(&progress) {}

Result<catalog::Catalog*> Invocation::catalog() {
    catalog::Catalog* opened = TRY(unsignedCatalog());
    if (!m_entered) {
        if (TRY(opened->signIn().settings()).on)
            TRY(signIn());
        else if (!m_options.actor.empty())
            opened->actAs(TRY(opened->people().find(m_options.actor)).id);
        m_entered = true;
    }
    return opened;
}

Result<void> Invocation::signIn() {
    if (m_options.actor.empty())
        return Error{ErrorCode::Denied,
                     "people sign in to this catalog; say who you are with --as, and give your passphrase in "
                     "MOCKINGBIRD_PASSPHRASE, with --passphrase-file, or at the terminal",
                     0};
    std::string passphrase = TRY(
        readSecret({"MOCKINGBIRD_PASSPHRASE", m_options.passphraseFile, "Passphrase of " + m_options.actor}));
    const auto person = m_catalog->signIn().signIn(m_options.actor, passphrase);
    catalog::wipe(passphrase);
    m_catalog->actAs(TRY(person));
    return {};
}

Result<catalog::Catalog*> Invocation::unsignedCatalog() {
    if (!m_catalog) {
        const auto where = TRY(place());
        m_catalog = m_options.sample
                        ? TRY(openSample(where))
                        : TRY(openOwnCatalog(where, telling("The catalog is brought up to date")));
    }
    return m_catalog.get();
}

Result<catalog::Person> Invocation::actor() {
    catalog::Catalog& opened = *TRY(catalog());
    if (!opened.actor().isNull())
        return opened.people().byId(opened.actor());
    const auto people = TRY(opened.people().all());
    const std::string account = systemAccountName();
    for (const catalog::Person& person : people) {
        if (people.size() == 1 || person.name == account) {
            opened.actAs(person.id);
            return person;
        }
    }
    return Error{ErrorCode::InvalidArgument,
                 "it isn't clear who you are; say --as with one of: " + listed(people), 0};
}

Result<void> Invocation::actIfKnown() {
    const auto person = actor();
    if (!person.ok() && !m_options.actor.empty())
        return person.error();
    return {};
}

Result<catalog::Person> Invocation::mentee(const std::string& name) {
    catalog::Catalog& opened = *TRY(catalog());
    if (!name.empty())
        return opened.people().find(name);
    auto people = TRY(opened.people().all());
    if (people.size() == 1)
        return std::move(people.front());
    return Error{ErrorCode::InvalidArgument,
                 "whose interview is it? Say --mentee with one of: " + listed(people), 0};
}

Result<catalog::Kit> Invocation::kit(const std::string& name) {
    catalog::Catalog& opened = *TRY(catalog());
    if (!name.empty())
        return opened.kits().find(name);
    auto kits = TRY(opened.kits().heads());
    if (kits.size() == 1)
        return opened.kits().byId(kits.front().id);
    return Error{ErrorCode::InvalidArgument, "which kit is it? Say --kit with one of: " + listed(kits), 0};
}

void Invocation::progress(const std::string& line) {
    if (!m_options.json)
        *m_progress << line << '\n' << std::flush;
}

void Invocation::progressInPlace(const std::string& line) {
    // A log or a pipe would fill with a line for every quarter of a second.
    if (!m_options.json && m_progress == &std::cerr && ::isatty(STDERR_FILENO) == 1)
        *m_progress << "\r\033[K" << line << std::flush;
}

catalog::Progress Invocation::telling(std::string what) {
    return [this, what = std::move(what), told = -1](double part) mutable {
        if (const int now = static_cast<int>(part * 100); now != told) {
            told = now;
            progressInPlace(what + ": " + std::to_string(now) + " %");
        }
        return true; // Ctrl+C ends the program, and the catalog is as it was
    };
}

std::string absoluteName(const std::string& file) {
    std::error_code failure;
    const auto absolute = std::filesystem::absolute(file, failure);
    return failure ? file : absolute.lexically_normal().string();
}

Result<catalog::Recording> recordingOf(catalog::Catalog& catalog, const catalog::Session& session, int part) {
    auto recordings = TRY(catalog.recordings().ofSession(session.id));
    if (recordings.empty())
        return Error{ErrorCode::NotFound, "the session has no recording", 0};
    for (catalog::Recording& recording : recordings) {
        if (recording.part != part)
            continue;
        if (recording.state == catalog::RecordingState::Recording)
            return Error{ErrorCode::Busy,
                         "the session is still being recorded, or was cut off and not recovered yet", 0};
        if (recording.state == catalog::RecordingState::Lost)
            return Error{ErrorCode::NotFound, "nothing of this recording could be kept", 0};
        return std::move(recording);
    }
    return Error{ErrorCode::OutOfRange,
                 "the recording has " +
                     (recordings.size() == 1 ? std::string("one part")
                                             : std::to_string(recordings.size()) + " parts") +
                     ", none of them number " + std::to_string(part),
                 0};
}

Result<catalog::Criterion> criterionOf(const catalog::Kit& kit, const std::string& text) {
    const auto& criteria = kit.rubric.criteria;
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure == std::errc{} && end == text.data() + text.size() && number >= 1 &&
        number <= criteria.size())
        return criteria[number - 1];
    const std::string wanted = lowered(text);
    const catalog::Criterion* beginning = nullptr;
    int found = 0;
    for (const catalog::Criterion& criterion : criteria) {
        const std::string name = lowered(criterion.name);
        if (criterion.id.toString() == wanted || name == wanted)
            return criterion;
        if (!wanted.empty() && name.starts_with(wanted)) {
            beginning = &criterion;
            ++found;
        }
    }
    if (found == 1)
        return *beginning;
    return Error{found == 0 ? ErrorCode::NotFound : ErrorCode::InvalidArgument,
                 (found == 0 ? "the rubric has no criterion \"" : "several criteria begin with \"") + text +
                     "\"; its criteria are: " + listed(criteria),
                 0};
}

Result<catalog::Cohort> findCohort(catalog::Catalog& catalog, const std::string& text) {
    const auto cohorts = TRY(catalog.people().cohorts());
    for (const catalog::Cohort& cohort : cohorts)
        if (cohort.id.toString() == text)
            return cohort;
    return catalog::lookUpByName(cohorts, text, "cohort");
}

Result<std::optional<catalog::QuestionId>> questionOf(const catalog::Kit& kit, const std::string& text) {
    if (text.empty())
        return std::optional<catalog::QuestionId>{};
    for (const catalog::Question& question : kit.questions)
        if (question.id.toString() == lowered(text))
            return std::optional(question.id);
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = failure == std::errc{} && end == text.data() + text.size();
    if (isNumber && number >= 1 && number <= kit.questions.size())
        return std::optional(kit.questions[number - 1].id);
    return Error{isNumber ? ErrorCode::OutOfRange : ErrorCode::NotFound,
                 "the kit has questions 1 to " + std::to_string(kit.questions.size()) + ", not " + text, 0};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace mockingbird::studio

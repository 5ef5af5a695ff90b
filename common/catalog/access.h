// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace mockingbird::catalog {

/// How somebody stands to a thing. One may stand to it in several ways; what any of them allows is allowed.
enum class Standing {
    Own,         ///< it is theirs: their attempt, their preparation, their draft, they themselves
    Mentor,      ///< of the one it is about, in a pair that runs; of what is about nobody, any mentor
    Liaison,     ///< of that pair; of what is about nobody, any liaison
    Seated,      ///< on the panel of the session (of one of the person's), observing, or reviewing it
    Calibrator,  ///< asked to rate the session for practice
    Coordinator, ///< of the programme
    Anyone,      ///< everybody else in the catalog; whoever is somebody stands so, too
};
inline constexpr std::array kStandings = {Standing::Own,    Standing::Mentor,     Standing::Liaison,
                                          Standing::Seated, Standing::Calibrator, Standing::Coordinator,
                                          Standing::Anyone};

/// What is asked for.
enum class Thing {
    Session,           ///< that it was held, by whom, with what; subject: its mentee
    Recording,         ///< its media, captions, segments and bookmarks
    Review,            ///< reviews, notes and scores as far as ReviewRound opens them; Make: one of one's own
    AgreedScore,       ///< as far as ReviewRound allows
    OthersDraft,       ///< another's review that isn't sealed
    OthersPrivateNote, ///< another's note that is not shared
    Report,            ///< a session's, as a file
    Comparison,        ///< of a mentee's attempts
    Goal,              ///< a mentee's, in one sentence
    Preparation,       ///< a mentee's stories, checklist, practice, confidence and reading
    SharedPreparation, ///< what of it the mentee has shared
    Appointment,       ///< when a mentee's interview is, and what it is held from
    Outcome,           ///< what became of a mentee
    Commitment,        ///< what a mentee took along; Change: whether it was kept
    Quarter,           ///< a pair's; subject: the mentee
    CohortYear,        ///< what many did together, without anybody's name
    Kit,               ///< published versions
    KitDraft,          ///< kits that are being written
    Material,          ///< of a kit, a question, a cohort or nothing
    PersonMaterial,    ///< material that is meant for one person
    PersonName,        ///< name, roles, classification and branch: what choosing people needs
    PersonDetails,     ///< further fields and accommodations; Make and Change: of a person at all
    Cohort,            ///< its name and dates
    Pair,              ///< who accompanies whom; subject: the mentee
    Calibration,       ///< a session that is rated for practice
    SignInSettings,    ///< whether people sign in, and when idle time signs out
    Passphrase,        ///< Change: one's own. Remove: a forgotten one, for which a code is given
    Upkeep,            ///< verifying and rebuilding the whole catalog
};
inline constexpr std::array kThings = {Thing::Session,
                                       Thing::Recording,
                                       Thing::Review,
                                       Thing::AgreedScore,
                                       Thing::OthersDraft,
                                       Thing::OthersPrivateNote,
                                       Thing::Report,
                                       Thing::Comparison,
                                       Thing::Goal,
                                       Thing::Preparation,
                                       Thing::SharedPreparation,
                                       Thing::Appointment,
                                       Thing::Outcome,
                                       Thing::Commitment,
                                       Thing::Quarter,
                                       Thing::CohortYear,
                                       Thing::Kit,
                                       Thing::KitDraft,
                                       Thing::Material,
                                       Thing::PersonMaterial,
                                       Thing::PersonName,
                                       Thing::PersonDetails,
                                       Thing::Cohort,
                                       Thing::Pair,
                                       Thing::Calibration,
                                       Thing::SignInSettings,
                                       Thing::Passphrase,
                                       Thing::Upkeep};

enum class Action { See, Make, Change, Remove, Export };
inline constexpr std::array kActions = {Action::See, Action::Make, Action::Change, Action::Remove,
                                        Action::Export};

/// Several ways of standing to one thing.
class Standings {
public:
    constexpr Standings() = default;
    constexpr Standings(std::initializer_list<Standing> all) {
        for (const Standing standing : all)
            add(standing);
    }
    constexpr void add(Standing standing) { m_bits |= 1U << static_cast<unsigned>(standing); }
    [[nodiscard]] constexpr bool holds(Standing standing) const {
        return (m_bits & (1U << static_cast<unsigned>(standing))) != 0;
    }
    [[nodiscard]] constexpr bool meets(const Standings& other) const { return (m_bits & other.m_bits) != 0; }
    constexpr bool operator==(const Standings&) const = default;

private:
    unsigned m_bits = 0;
};

/// The one table that decides what who may see and do: those who may do this with such a thing. Nobody where
/// it holds nothing.
[[nodiscard]] Standings allowedTo(Action action, Thing thing);

/// Whether the table says so to somebody who stands so.
[[nodiscard]] bool allows(Action action, Thing thing, const Standings& standings);

/// Whether it holds in a catalog where nobody signs in, too: seeing does, since what the acting person finds
/// is theirs to find; what nobody may ever do does; what would lock everybody out; and when interviews are.
[[nodiscard]] bool holdsWithoutSigningIn(Action action, Thing thing);

/// What somebody who may not is told.
[[nodiscard]] std::string refusal(Action action, Thing thing);

[[nodiscard]] std::string_view name(Standing standing);
[[nodiscard]] std::string_view name(Thing thing);
[[nodiscard]] std::string_view name(Action action);

} // namespace mockingbird::catalog

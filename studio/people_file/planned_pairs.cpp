// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/people_file/planned_pairs.h"

#include "common/catalog/calendar_day.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace mockingbird::studio {

namespace {

using catalog::Person;
using catalog::PersonId;
using catalog::Role;
using Refuse = void (*)(PlannedRow&, std::string);

/// One run over a plan's pairs.
class PairPlanning {
public:
    PairPlanning(PeoplePlan& plan, const std::vector<RowText>& texts, const PeopleSnapshot& snapshot,
                 Refuse refuse)
        : m_plan(plan), m_texts(texts), m_snapshot(snapshot), m_refuse(refuse) {
        for (const Person& person : snapshot.people) {
            m_known[nameKey(person.name)].push_back(&person);
            m_names.emplace(person.id, person.name);
        }
        for (std::size_t at = 0; at < plan.rows.size(); ++at)
            m_rows.emplace(nameKey(plan.rows[at].person.name), at); // the first row of each
        for (const catalog::Pair& pair : snapshot.pairs)
            m_pairs[pair.mentee].push_back(&pair);
    }

    void run() {
        for (std::size_t at = 0; at < m_plan.rows.size(); ++at) {
            PlannedRow& row = m_plan.rows[at];
            if (row.kind == PlannedRow::Kind::Refused)
                continue;
            if (const auto planned = planOne(row, m_texts[at]); !planned)
                m_refuse(row, planned.error().detail);
        }
        refuseWhatHangsOnTheRefused();
        keepCohortsThatAreNeeded();
        giveRoles();
    }

private:
    [[nodiscard]] const PlannedRow* rowOf(const std::string& key) const {
        const auto found = m_rows.find(key);
        return found == m_rows.end() ? nullptr : &m_plan.rows[found->second];
    }

    /// Whether the name means one person, known or of this file.
    [[nodiscard]] Result<std::string> person(const std::string& personName, const char* as) const {
        const std::string key = nameKey(personName);
        const auto known = m_known.find(key);
        if (known != m_known.end() && known->second.size() > 1)
            return refusedRow(std::to_string(known->second.size()) + " people are called " + personName);
        if (known == m_known.end() && rowOf(key) == nullptr)
            return refusedRow("the " + std::string(as) + " " + personName +
                              " is neither in the catalog nor in this file");
        return key;
    }

    /// The cohort's name; a new one is planned.
    [[nodiscard]] Result<std::string> cohort(const RowText& text) {
        if (text.cohort.empty()) {
            std::vector<const catalog::Cohort*> running;
            for (const catalog::Cohort& one : m_snapshot.cohorts)
                if (one.endedOn.empty())
                    running.push_back(&one);
            if (running.size() == 1)
                return running.front()->name;
            return refusedRow(running.empty() ? "a pair needs a cohort, and none is named"
                                              : "a pair needs a cohort, and several run; name one");
        }
        const std::string key = nameKey(text.cohort);
        const catalog::Cohort* ended = nullptr;
        for (const catalog::Cohort& one : m_snapshot.cohorts) {
            if (nameKey(one.name) != key)
                continue;
            if (one.endedOn.empty())
                return one.name;
            ended = &one;
        }
        if (ended != nullptr)
            return refusedRow("the cohort " + ended->name + " has ended on " + ended->endedOn);
        for (const catalog::Cohort& one : m_plan.cohorts)
            if (nameKey(one.name) == key)
                return one.name;
        for (const std::string& day : {text.cohortStarts, text.cohortEnds})
            if (!day.empty() && !catalog::isDay(day))
                return refusedRow("a cohort's dates are written 2026-09-01, not \"" + day + "\"");
        if (!text.cohortStarts.empty() && !text.cohortEnds.empty() && text.cohortEnds < text.cohortStarts)
            return refusedRow("the cohort " + text.cohort + " can't end before it starts");
        m_plan.cohorts.push_back({{}, text.cohort, text.cohortStarts, text.cohortEnds});
        return text.cohort;
    }

    [[nodiscard]] std::string nameOf(PersonId id) const {
        const auto found = m_names.find(id);
        return found == m_names.end() ? std::string() : found->second;
    }
    /// The name as it is kept.
    [[nodiscard]] std::string properName(const std::string& key) const {
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second.front()->name;
        const PlannedRow* row = rowOf(key);
        return row != nullptr ? row->person.name : key;
    }
    static std::string together(const std::string& mentor, const std::string& liaison) {
        return liaison.empty() ? mentor : mentor + ", liaison " + liaison;
    }

    /// The pair that the row changes: nullptr for a new one.
    [[nodiscard]] Result<const catalog::Pair*>
    pairToChange(const PlannedRow& row, const std::string& cohortName, const std::string& mentorKey) const {
        const catalog::Pair* only = nullptr;
        std::size_t there = 0;
        if (const auto found = m_pairs.find(row.person.id); found != m_pairs.end()) {
            for (const catalog::Pair* pair : found->second) {
                const auto in =
                    std::find_if(m_snapshot.cohorts.begin(), m_snapshot.cohorts.end(),
                                 [&](const catalog::Cohort& one) { return one.id == pair->cohort; });
                if (in == m_snapshot.cohorts.end() || in->name != cohortName)
                    continue;
                if (nameKey(nameOf(pair->mentor)) == mentorKey)
                    return pair;
                only = pair;
                ++there;
            }
        }
        if (there > 1)
            return refusedRow(row.person.name + " has " + std::to_string(there) + " pairs in " + cohortName +
                              "; change them on the page");
        return only;
    }

    [[nodiscard]] Result<void> planOne(PlannedRow& row, const RowText& text) {
        if (text.mentor.empty() && text.liaison.empty()) {
            if (!text.cohort.empty() && text.mentor.empty())
                row.reason = "no mentor is named, so there is no pair in " + text.cohort;
            return {};
        }
        if (text.mentor.empty())
            return refusedRow("a pair needs a mentor, and only a liaison is named");
        PlannedPair pair;
        pair.mentee = nameKey(row.person.name);
        pair.mentor = TRY(person(text.mentor, "mentor"));
        if (!text.liaison.empty())
            pair.liaison = TRY(person(text.liaison, "liaison"));
        if (pair.mentor == pair.mentee)
            return refusedRow("nobody is their own mentor");
        pair.cohort = TRY(cohort(text));
        // A pair that the file speaks of twice is made once.
        const auto [planned, isFirst] =
            m_planned.emplace(pair.cohort + "\n" + pair.mentee + "\n" + pair.mentor,
                              std::pair(row.line, nameKey(text.liaison)));
        if (!isFirst) {
            if (planned->second.second == nameKey(text.liaison))
                return {};
            return refusedRow("line " + std::to_string(planned->second.first) +
                              " names another liaison for the same pair");
        }
        std::string before;
        if (const catalog::Pair* changed = TRY(pairToChange(row, pair.cohort, pair.mentor))) {
            pair.changed = changed->id;
            if (!m_changed.insert(changed->id).second)
                return refusedRow("another line speaks of the same pair; change it on the page");
            if (pair.liaison.empty())
                pair.liaison = nameKey(nameOf(changed->liaison));
            if (pair.mentor == nameKey(nameOf(changed->mentor)) &&
                pair.liaison == nameKey(nameOf(changed->liaison)))
                return {};
            before = together(nameOf(changed->mentor), nameOf(changed->liaison));
        }
        row.changes.push_back({"Mentor in " + pair.cohort, before,
                               together(properName(pair.mentor),
                                        pair.liaison.empty() ? std::string() : properName(pair.liaison))});
        row.pair = std::move(pair);
        if (row.kind == PlannedRow::Kind::Unchanged)
            row.kind = PlannedRow::Kind::Changed;
        return {};
    }

    /// Who is only in this file isn't there if their row is refused.
    void refuseWhatHangsOnTheRefused() {
        std::unordered_map<std::string, std::vector<std::size_t>> naming;
        std::vector<std::string> gone;
        for (std::size_t at = 0; at < m_plan.rows.size(); ++at) {
            const PlannedRow& row = m_plan.rows[at];
            if (row.pair) {
                naming[row.pair->mentor].push_back(at);
                naming[row.pair->mentee].push_back(at);
                if (!row.pair->liaison.empty())
                    naming[row.pair->liaison].push_back(at);
            }
            if (row.kind == PlannedRow::Kind::Refused)
                gone.push_back(nameKey(row.person.name));
        }
        while (!gone.empty()) {
            const std::string key = std::move(gone.back());
            gone.pop_back();
            const PlannedRow* own = rowOf(key);
            if (m_known.contains(key) || own == nullptr || own->kind != PlannedRow::Kind::Refused)
                continue;
            for (const std::size_t at : naming[key]) {
                PlannedRow& row = m_plan.rows[at];
                if (row.kind == PlannedRow::Kind::Refused)
                    continue;
                m_refuse(row, "the row of " + own->person.name + ", line " + std::to_string(own->line) +
                                  ", is refused");
                gone.push_back(nameKey(row.person.name));
            }
        }
    }

    void keepCohortsThatAreNeeded() {
        std::erase_if(m_plan.cohorts, [&](const catalog::Cohort& cohort) {
            return std::none_of(m_plan.rows.begin(), m_plan.rows.end(), [&](const PlannedRow& row) {
                return row.pair && row.pair->cohort == cohort.name;
            });
        });
    }

    void giveRoles() {
        const std::size_t rows = m_plan.rows.size();
        for (std::size_t at = 0; at < rows; ++at) {
            const auto pair = m_plan.rows[at].pair;
            if (!pair)
                continue;
            give(pair->mentee, Role::Mentee, m_plan.rows[at].line);
            give(pair->mentor, Role::Mentor, m_plan.rows[at].line);
            if (!pair->liaison.empty())
                give(pair->liaison, Role::Liaison, m_plan.rows[at].line);
        }
    }

    /// In their own row where they have one, else in one more for them.
    void give(const std::string& key, Role role, std::size_t line) {
        const auto own = m_rows.find(key);
        if (own != m_rows.end() && m_plan.rows[own->second].kind != PlannedRow::Kind::Refused) {
            giveRole(m_plan.rows[own->second], role);
            return;
        }
        const auto known = m_known.find(key);
        if (known == m_known.end() || known->second.front()->roles.contains(role))
            return;
        PlannedRow row;
        row.line = line;
        row.person = *known->second.front();
        giveRole(row, role);
        m_rows[key] = m_plan.rows.size();
        m_plan.rows.push_back(std::move(row));
    }

    PeoplePlan& m_plan;
    const std::vector<RowText>& m_texts;
    const PeopleSnapshot& m_snapshot;
    Refuse m_refuse;
    std::unordered_map<std::string, std::vector<const Person*>> m_known; ///< by nameKey
    std::map<PersonId, std::string> m_names;
    std::unordered_map<std::string, std::size_t> m_rows;                  ///< by nameKey
    std::map<std::string, std::pair<std::size_t, std::string>> m_planned; ///< line and liaison of each pair
    std::set<catalog::PairId> m_changed;
    std::map<PersonId, std::vector<const catalog::Pair*>> m_pairs; ///< by mentee
};

} // namespace

void planPairs(PeoplePlan& plan, const std::vector<RowText>& texts, const PeopleSnapshot& snapshot,
               Refuse refuse) {
    PairPlanning(plan, texts, snapshot, refuse).run();
}

} // namespace mockingbird::studio

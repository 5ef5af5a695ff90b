// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/tags/tag_set.h"

#include <algorithm>
#include <set>

namespace mockingbird::review {

namespace {

constexpr std::size_t kMostTags = 20;
constexpr std::size_t kLongestName = 30;

bool isKey(char key) {
    return (key >= 'A' && key <= 'Z') || (key >= '0' && key <= '9');
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// Characters, not bytes.
std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string nameFault(const std::string& name) {
    if (isBlank(name))
        return "Every tag needs a word.";
    if (name.front() == ' ' || name.back() == ' ')
        return "The tag “" + name + "” begins or ends with a space.";
    if (length(name) > kLongestName)
        return "The tag “" + name + "” is too long: at most " + std::to_string(kLongestName) + " characters.";
    if (name.find(',') != std::string::npos)
        return "The tag “" + name + "” has a comma in it. Make two tags of it.";
    if (std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; }))
        return "The tag “" + name + "” has a capital letter. Tags are in small letters.";
    return {};
}

} // namespace

const std::vector<TagSet>& builtInTagSets() {
    static const std::vector<TagSet> sets{
        {"STAR", {{'S', "situation"}, {'T', "task"}, {'A', "action"}, {'R', std::string(kResultTag)}}},
        {"Strengths and growth", {{'S', std::string(kStrengthTag)}, {'G', std::string(kGrowthTag)}}},
        {"Delivery", {{'F', "filler"}, {'E', "eye contact"}, {'P', "pace"}, {'V', "volume"}}},
        {"All of them",
         {{'S', "situation"},
          {'T', "task"},
          {'A', "action"},
          {'R', std::string(kResultTag)},
          {'H', std::string(kStrengthTag)},
          {'G', std::string(kGrowthTag)},
          {'F', "filler"},
          {'E', "eye contact"},
          {'P', "pace"},
          {'V', "volume"}}},
    };
    return sets;
}

std::string tagSetFault(const TagSet& set) {
    if (isBlank(set.name))
        return "Give the set a name.";
    if (set.tags.empty())
        return "A set needs at least one tag.";
    if (set.tags.size() > kMostTags)
        return "A set has at most " + std::to_string(kMostTags) + " tags.";
    std::set<char> keys;
    std::set<std::string> names;
    for (const Tag& tag : set.tags) {
        if (std::string fault = nameFault(tag.name); !fault.empty())
            return fault;
        if (!isKey(tag.key))
            return "The tag “" + tag.name + "” needs a key: a letter from A to Z or a digit.";
        if (!keys.insert(tag.key).second)
            return std::string("Two tags have the key ") + tag.key + ". Each needs its own.";
        if (!names.insert(tag.name).second)
            return "The tag “" + tag.name + "” is there twice.";
    }
    return {};
}

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/catalog_place.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "studio/starter/starter_library.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <pwd.h>
#include <system_error>
#include <unistd.h>

namespace mockingbird::studio {

namespace {

namespace fs = std::filesystem;

struct Account {
    std::string user;
    std::string fullName;
    std::string home;
};

Account account() {
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {};
    // GECOS: the full name is its first field.
    const std::string gecos = entry.pw_gecos != nullptr ? entry.pw_gecos : "";
    return {entry.pw_name, gecos.substr(0, gecos.find(',')), entry.pw_dir};
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

Result<void> fillFresh(catalog::Catalog& catalog) {
    const auto people = TRY(catalog.people().all());
    const auto kits = TRY(catalog.kits().heads(catalog::KitStore::Listed::AlsoRetired));
    if (!people.empty() || !kits.empty())
        return {};
    using catalog::Role;
    TRY(catalog.people().add(systemAccountName(),
                             {Role::Mentee, Role::Mentor, Role::Liaison, Role::Coordinator}));
    TRY(addStarterLibrary(catalog));
    return {};
}

} // namespace

Result<fs::path> dataFolder() {
    // Its specification has relative paths ignored.
    if (const fs::path data = environment("XDG_DATA_HOME"); data.is_absolute())
        return data / "mockingbird";
    fs::path home = environment("HOME");
    if (home.empty())
        home = account().home;
    if (!home.is_absolute())
        return Error{ErrorCode::NotFound, "this account has no home folder; name a catalog with --catalog",
                     ENOENT};
    return home / ".local" / "share" / "mockingbird";
}

Result<CatalogPlace> catalogPlace(const std::string& chosen) {
    fs::path own = !chosen.empty() ? chosen : environment("MOCKINGBIRD_CATALOG");
    if (own.empty()) {
        const fs::path data = TRY(dataFolder());
        return CatalogPlace{data / "catalog", data / "sample", false};
    }
    std::error_code failure;
    own = fs::absolute(own, failure).lexically_normal();
    if (failure)
        return errorFromErrno(failure.value(), "\"" + own.string() + "\"");
    if (!own.has_filename()) // a slash at its end
        own = own.parent_path();
    return CatalogPlace{own, own.parent_path() / (own.filename().string() + "-sample"), true};
}

std::string systemAccountName() {
    const Account person = account();
    if (!person.fullName.empty())
        return person.fullName;
    return !person.user.empty() ? person.user : "Me";
}

Result<std::unique_ptr<catalog::Catalog>> openOwnCatalog(const CatalogPlace& place,
                                                         const catalog::Progress& progress) {
    std::error_code failure;
    const fs::path parent = place.own.parent_path();
    if (!place.chosen)
        fs::create_directories(parent, failure);
    if (failure)
        return errorFromErrno(failure.value(), "\"" + parent.string() + "\"");
    if (!fs::is_directory(parent, failure))
        return Error{ErrorCode::NotFound,
                     "there is no folder \"" + parent.string() + "\" for the catalog; is its disk connected?",
                     ENOENT};
    auto catalog = TRY(catalog::Catalog::open(place.own, catalog::Catalog::Missing::Create, progress));
    // Looked at inside the transaction: two programs may start on the same new catalog.
    const auto people = TRY(catalog->people().all());
    if (people.empty())
        TRY(catalog->atomically([&] { return fillFresh(*catalog); }));
    return catalog;
}

} // namespace mockingbird::studio

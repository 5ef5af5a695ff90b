# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DOUTPUT=<file.cpp> -DFILES=<0001_name.sql>,... -P embed_migrations.cmake
# Writes the migrations as string literals, so that the program needs no file beside it.
string(REPLACE "," ";" FILES "${FILES}")
set(entries "")
set(expected 1)
foreach(file IN LISTS FILES)
    get_filename_component(name "${file}" NAME_WE)
    string(REGEX MATCH "^[0-9]+" number "${name}")
    math(EXPR number "1${number} - 10000")
    if(NOT number EQUAL expected)
        message(FATAL_ERROR "${name}: expected migration ${expected} here")
    endif()
    math(EXPR expected "${expected} + 1")
    file(READ "${file}" sql)
    string(APPEND entries "    {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made from migrations/*.sql by embed_migrations.cmake.
#include \"common/catalog/migration.h\"

namespace mockingbird::catalog {

namespace {
constexpr Migration kMigrations[] = {
${entries}};
}

std::span<const Migration> migrations() {
    return kMigrations;
}

} // namespace mockingbird::catalog
")

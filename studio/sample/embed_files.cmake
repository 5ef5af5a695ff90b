# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DOUTPUT=<file.cpp> -DHEADER=<header> -DNAME=<name> -DFOLDER=<folder> -DFILES=<path,path,...> -P embed_files.cmake
# Lays files into the program as they are, and defines the function `<name>File` that the header declares. The
# assembler's .incbin takes megabytes in no time, where a list of numbers would keep the compiler busy for a minute.
string(REPLACE "," ";" FILES "${FILES}")
set(blobs "")
set(symbols "")
set(entries "")
set(number 0)
foreach(file IN LISTS FILES)
    set(symbol "mockingbird_${NAME}_${number}")
    string(APPEND blobs "__asm__(\".section .rodata\\n.balign 16\\n.global ${symbol}\\n${symbol}:\\n\"
        \".incbin \\\"${FOLDER}/${file}\\\"\\n.global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n")
    string(APPEND symbols "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND entries "    {\"${file}\", ${symbol}, ${symbol}_end},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed_files.cmake.
#include \"${HEADER}\"

${blobs}
extern \"C\" {
${symbols}}

namespace mockingbird::studio {

namespace {
struct Entry {
    std::string_view path;
    const char* begin;
    const char* end;
};
const Entry kEntries[] = {
${entries}};
} // namespace

std::optional<std::string_view> ${NAME}File(std::string_view path) {
    for (const Entry& entry : kEntries)
        if (entry.path == path)
            return std::string_view(entry.begin, static_cast<std::size_t>(entry.end - entry.begin));
    return std::nullopt;
}

} // namespace mockingbird::studio
")

# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours is compiled with; -Werror comes from the presets alone.
add_library(mockingbird_warnings INTERFACE)
target_compile_options(mockingbird_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor)
# A source that is read through another (CMAKE_UNITY_BUILD) still keeps its unnamed namespace to itself.
if(CMAKE_UNITY_BUILD)
    target_compile_options(mockingbird_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_include_directories(mockingbird_warnings INTERFACE ${PROJECT_SOURCE_DIR})
if(MOCKINGBIRD_SANITIZE)
    # GCC 12 takes the instrumented moves of std::optional for reads of nothing.
    target_compile_options(mockingbird_warnings INTERFACE -fsanitize=${MOCKINGBIRD_SANITIZE} -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(mockingbird_warnings INTERFACE -fsanitize=${MOCKINGBIRD_SANITIZE})
endif()

# SPDX-License-Identifier: GPL-3.0-or-later
# mockingbird_test(NAME <target> SOURCES <files> LIBRARIES <targets> LABELS unit|engine|gui|e2e [threads]
#                  [TIMEOUT seconds] [WRAPPER command...] [ENVIRONMENT name=value...] [REAL_TIME])
# One GoogleTest executable, registered as one CTest test under its label. What keeps time by the machine's own clock,
# as a recording does, is REAL_TIME: it counts as two, so that under a sanitizer nothing runs beside it.
find_package(GTest REQUIRED)

# What every test reads first, compiled once. A test with other flags, such as Qt's, just reads it again.
set(CMAKE_PCH_WARN_INVALID OFF)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/test_headers.cpp CONTENT "" @ONLY)
add_library(test_headers OBJECT ${PROJECT_BINARY_DIR}/test_headers.cpp)
target_link_libraries(test_headers PRIVATE GTest::gmock GTest::gtest mockingbird_warnings)
target_precompile_headers(test_headers PRIVATE <gmock/gmock.h> <gtest/gtest.h> <filesystem> <functional> <memory>
    <string> <vector>)
# Optimising what tests say costs more than it saves.
target_compile_options(test_headers PRIVATE -O0)

# What the thread sanitizer has something to say of.
add_custom_target(threaded_tests)

function(mockingbird_test)
    cmake_parse_arguments(ARG "REAL_TIME" "NAME;TIMEOUT" "SOURCES;LIBRARIES;LABELS;WRAPPER;ENVIRONMENT" ${ARGN})
    add_executable(${ARG_NAME} ${ARG_SOURCES})
    target_link_libraries(${ARG_NAME} PRIVATE ${ARG_LIBRARIES} GTest::gmock GTest::gtest_main mockingbird_warnings)
    # Only what asks for this clone's place is told it, so that another clone finds the rest compiled already.
    foreach(source IN LISTS ARG_SOURCES)
        file(REAL_PATH ${source} path BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
        file(STRINGS ${path} asks REGEX MOCKINGBIRD_SOURCE_DIR LIMIT_COUNT 1)
        if(asks)
            set_property(SOURCE ${source} APPEND PROPERTY
                COMPILE_DEFINITIONS MOCKINGBIRD_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
        endif()
    endforeach()
    target_precompile_headers(${ARG_NAME} REUSE_FROM test_headers)
    target_compile_options(${ARG_NAME} PRIVATE -O0)
    if(ARG_LABELS MATCHES "engine|threads")
        add_dependencies(threaded_tests ${ARG_NAME})
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(MOCKINGBIRD_SANITIZE)
        math(EXPR ARG_TIMEOUT "3 * ${ARG_TIMEOUT}")
    endif()
    add_test(NAME ${ARG_NAME} COMMAND ${ARG_WRAPPER} $<TARGET_FILE:${ARG_NAME}>)
    set_tests_properties(${ARG_NAME} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
    if(ARG_REAL_TIME)
        set_tests_properties(${ARG_NAME} PROPERTIES PROCESSORS 2)
    endif()
    if(ARG_ENVIRONMENT)
        set_tests_properties(${ARG_NAME} PROPERTIES ENVIRONMENT "${ARG_ENVIRONMENT}")
    endif()
endfunction()

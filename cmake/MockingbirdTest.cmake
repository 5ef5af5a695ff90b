# SPDX-License-Identifier: GPL-3.0-or-later
# mockingbird_test(NAME <target> SOURCES <files> LIBRARIES <targets> LABELS unit|engine|gui|e2e
#                  [TIMEOUT seconds] [WRAPPER command...] [ENVIRONMENT name=value...])
# One GoogleTest executable, registered as one CTest test under its label.
find_package(GTest REQUIRED)

function(mockingbird_test)
    cmake_parse_arguments(ARG "" "NAME;TIMEOUT" "SOURCES;LIBRARIES;LABELS;WRAPPER;ENVIRONMENT" ${ARGN})
    add_executable(${ARG_NAME} ${ARG_SOURCES})
    target_link_libraries(${ARG_NAME} PRIVATE ${ARG_LIBRARIES} GTest::gmock GTest::gtest_main mockingbird_warnings)
    target_compile_definitions(${ARG_NAME} PRIVATE
        MOCKINGBIRD_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        MOCKINGBIRD_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_test(NAME ${ARG_NAME} COMMAND ${ARG_WRAPPER} $<TARGET_FILE:${ARG_NAME}>)
    set_tests_properties(${ARG_NAME} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
    if(ARG_ENVIRONMENT)
        set_tests_properties(${ARG_NAME} PROPERTIES ENVIRONMENT "${ARG_ENVIRONMENT}")
    endif()
endfunction()

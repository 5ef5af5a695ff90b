// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_draft_store.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/material_store.h"
#include "common/catalog/people_store.h"
#include "tests/support/temporary_folder.h"

#include <QWidget>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>

namespace mockingbird::studio::test {

/// Two questions and two criteria of three levels.
[[nodiscard]] catalog::Kit smallKit(const std::string& name = "Desk kit");

/// A catalog with a coordinator, who acts, and one kit.
class KitTest : public testing::Test {
protected:
    KitTest();

    template <class Widget>
    Widget* control(const QWidget& parent, const char* name) {
        auto* found = parent.findChild<Widget*>(QLatin1String(name));
        if (found == nullptr)
            throw std::runtime_error(std::string("no control is called ") + name);
        return found;
    }

    mockingbird::test::TemporaryFolder m_folder;
    std::unique_ptr<catalog::Catalog> m_catalog;
    catalog::Person m_person;
    catalog::Kit m_kit;
};

} // namespace mockingbird::studio::test

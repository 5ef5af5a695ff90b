// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studio/kits/kit_fixture.h"

namespace mockingbird::studio::test {

catalog::Kit smallKit(const std::string& name) {
    catalog::Kit kit;
    kit.name = name;
    kit.position = "Library Clerk";
    kit.classification = "Grade 5";
    kit.profile.scale = 3;
    kit.questions = {{{}, "Why us?", "Interest", {"And why now?"}, "Names something we do", 0},
                     {{}, "A hard day?", "Calm", {}, "", 60}};
    const std::vector<catalog::Level> levels = {
        {1, "Not yet", "Nothing"}, {2, "Partly", "Something"}, {3, "Fully", "All of it"}};
    kit.rubric.name = name;
    kit.rubric.criteria = {{{}, "Interest", "", 1, levels}, {{}, "Calm", "", 3, levels}};
    return kit;
}

KitTest::KitTest() {
    m_catalog = catalog::Catalog::open(m_folder.path()).value();
    m_person = m_catalog->people().add("Rosa Field", {catalog::Role::Coordinator}).value();
    m_catalog->actAs(m_person.id);
    m_kit = m_catalog->kits().publish(smallKit()).value();
}

} // namespace mockingbird::studio::test

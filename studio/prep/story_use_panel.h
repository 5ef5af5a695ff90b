// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_store.h"
#include "common/catalog/session_store.h"
#include "common/catalog/story_store.h"
#include "common/ui/card.h"

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mockingbird::studio {

/// Which questions a story fits, and in which attempts it was told. GUI thread.
class StoryUsePanel : public ui::Card {
    Q_OBJECT

public:
    explicit StoryUsePanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// With the questions of a kit.
    void showStory(const catalog::Story& story, const catalog::StoryLedger& ledger, const catalog::Kit& kit);

signals:
    void changed();
    void failed(const mockingbird::Error& error);

private:
    void addFits(QVBoxLayout* into, const catalog::Kit& kit);
    void addTellings(QVBoxLayout* into);
    void fillQuestions();
    void tell();
    void report(const Result<void>& done);
    [[nodiscard]] QString tellingText(const catalog::StoryTelling& telling) const;
    [[nodiscard]] catalog::SessionId chosenSession() const;

    catalog::Catalog& m_catalog;
    catalog::Story m_story;
    std::vector<catalog::Session> m_sessions;
    QWidget* m_rows = nullptr;
    QLabel* m_often;
    QWidget* m_telling;
    QComboBox* m_session;
    QComboBox* m_question;
    QPushButton* m_tell;
};

/// In how many of the last attempts a story was told, said kindly; empty where it is no matter.
[[nodiscard]] QString overuseText(const catalog::Story& story, const catalog::StoryLedger& ledger);

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/confidence_store.h"
#include "common/ui/card.h"

#include <functional>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace mockingbird::studio {

/// Asks how confident somebody is, 1 to 10: before the next interview, and after the last one. One click
/// answers, another corrects, and nothing depends on it. GUI thread.
class ConfidencePanel : public ui::Card {
    Q_OBJECT

public:
    using Clock = std::function<WallTime()>;
    enum class Ask { BeforeAndAfter, AfterAlone };

    ConfidencePanel(catalog::Catalog& catalog, Ask ask, Clock clock = WallTime::now,
                    QWidget* parent = nullptr);

    /// Hidden where it has nothing to ask.
    void refresh();

signals:
    void failed(const mockingbird::Error& error);

private:
    void answered(int level);
    void showPast();

    catalog::Catalog& m_catalog;
    Ask m_ask;
    Clock m_clock;
    std::optional<catalog::SessionId> m_after; ///< the session that is asked about
    QLabel* m_question;
    QButtonGroup* m_levels;
    QLabel* m_answer;
    QLabel* m_past;
    QCheckBox* m_share;
};

} // namespace mockingbird::studio

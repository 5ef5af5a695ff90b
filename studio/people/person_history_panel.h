// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ui/card.h"
#include "studio/people_file/person_history.h"

#include <QString>
#include <vector>

class QListWidget;
class QLabel;

namespace mockingbird::studio {

/// What a person did and what came of it: attempts, reviews, commitments, materials read, pairs. A line that
/// tells of a session leads to it.
class PersonHistoryPanel : public ui::Card {
    Q_OBJECT

public:
    explicit PersonHistoryPanel(QWidget* parent = nullptr);

    void showHistory(const catalog::Person& person, const PersonHistory& history);

signals:
    void sessionRequested(mockingbird::catalog::SessionId session);

private:
    struct Section {
        QLabel* heading;
        QListWidget* list;
        QLabel* empty;
    };
    struct Line {
        QString text;
        catalog::SessionId session = {}; ///< null for a line that leads nowhere
    };
    Section addSection(const QString& heading, const char* objectName);
    void fill(const Section& section, const std::vector<Line>& lines, const QString& whenEmpty, bool wanted);

    Section m_attempts;
    Section m_received;
    Section m_written;
    Section m_commitments;
    Section m_materials;
    Section m_pairs;
};

} // namespace mockingbird::studio

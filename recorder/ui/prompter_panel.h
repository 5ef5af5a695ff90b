// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/kit_store.h"

#include <QWidget>
#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace mockingbird::recorder {

/// The kit's questions while recording: the one asked now, large, and the next at a key.
class PrompterPanel : public QWidget {
    Q_OBJECT

public:
    explicit PrompterPanel(QWidget* parent = nullptr);

    void setKit(const catalog::Kit& kit);
    /// Asks the next one; nothing after the last.
    void next();
    [[nodiscard]] std::optional<catalog::QuestionId> current() const;

signals:
    /// The person asked to go on, or clicked a question.
    void asked(mockingbird::catalog::QuestionId question);

private:
    void ask(int index);
    void showCurrent();

    catalog::Kit m_kit;
    int m_index = -1;
    QLabel* m_place;
    QLabel* m_question;
    QLabel* m_probes;
    QPushButton* m_next;
    QListWidget* m_list;
};

} // namespace mockingbird::recorder

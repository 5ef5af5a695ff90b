// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/story_store.h"
#include "common/ui/card.h"

#include <QTimer>
#include <array>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace mockingbird::studio {

/// One story in its four parts. What is typed is kept at each pause in typing and when a field is left; a new
/// story is there from its first word on. GUI thread.
class StoryEditPanel : public ui::Card {
    Q_OBJECT

public:
    explicit StoryEditPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Keeps what was typed in the one before, and shows this one; none is a new one.
    void edit(const std::optional<catalog::Story>& story);
    /// What others changed meanwhile; a field that is being typed in stays as it is.
    void follow(const catalog::Story& story);
    /// Keeps what was typed since the last pause.
    void flush();
    [[nodiscard]] std::optional<catalog::StoryId> story() const { return m_story; }

signals:
    void kept(mockingbird::catalog::StoryId story);
    void removeRequested(mockingbird::catalog::StoryId story);
    void failed(const mockingbird::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(const catalog::Story& story);
    void touched();
    [[nodiscard]] catalog::Story typed() const;

    catalog::Catalog& m_catalog;
    std::optional<catalog::StoryId> m_story;
    QTimer m_pause;
    bool m_touched = false;
    QLineEdit* m_title;
    std::array<QPlainTextEdit*, 4> m_parts{}; ///< situation, task, action, result
    QLineEdit* m_tags;
    QCheckBox* m_share;
    QWidget* m_foot;
};

} // namespace mockingbird::studio

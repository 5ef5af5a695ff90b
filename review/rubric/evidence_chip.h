// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QToolButton;

namespace mockingbird::review {

/// A moment that carries a score: a button that goes there, and one that takes it away.
class EvidenceChip : public QFrame {
    Q_OBJECT

public:
    enum class Removable { Yes, No };
    EvidenceChip(const QString& time, const QString& what, Removable removable, QWidget* parent = nullptr);

    [[nodiscard]] QToolButton* jumpButton() const { return m_jump; }
    [[nodiscard]] QToolButton* removeButton() const { return m_remove; } ///< nullptr where it stays

signals:
    void jumpRequested();
    void removalRequested();

private:
    QToolButton* m_jump;
    QToolButton* m_remove = nullptr;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QStringList>
#include <vector>

namespace mockingbird::studio {

/// The questions or criteria of a kit in their order: dragged, or moved with Alt+Up and Alt+Down. It shows
/// and asks; the model changes. GUI thread.
class PartsView : public QListWidget {
    Q_OBJECT

public:
    explicit PartsView(const QString& name, QWidget* parent = nullptr);

    struct Part {
        QString id;
        QString text;
        QString note; ///< what is wrong with it; empty where nothing is
    };
    /// The one chosen stays so; where it went, the one in its place.
    void setParts(const std::vector<Part>& parts);
    [[nodiscard]] QString currentId() const;
    void choose(const QString& id);

signals:
    void chosen();                                 ///< another one
    void moveRequested(const QString& id, int to); ///< `to` is its place once it is taken out
    void duplicateRequested();
    void removeRequested();
    void openRequested(); ///< its fields

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    bool m_filling = false;
};

} // namespace mockingbird::studio

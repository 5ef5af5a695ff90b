// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/people_store.h"
#include "studio/role_table.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace mockingbird::studio {

/// The window's left edge: its pages, the recording that runs, who one is, and how it looks. Arrow keys move
/// within the pages. GUI thread.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void setPages(const std::vector<PageKind>& pages);
    /// Selects without emitting pageChosen().
    void setCurrent(PageKind page);
    /// Hidden where there is but one.
    void setPeople(const std::vector<catalog::Person>& people, catalog::PersonId actor);
    /// Who signed in, with the way out, in the chooser's place; empty where people don't sign in.
    void setSignedIn(const QString& name);
    /// `elapsed` is empty while nothing records.
    void setRecording(const QString& elapsed, bool paused);
    /// Icons without words: where the window is narrow for its text.
    void setCompact(bool compact);

    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QComboBox* peopleChooser() const { return m_people; }
    [[nodiscard]] QPushButton* signOutButton() const { return m_signOut; }
    [[nodiscard]] QPushButton* recordingChip() const { return m_recording; }

signals:
    void pageChosen(mockingbird::studio::PageKind page);
    void personChosen(mockingbird::catalog::PersonId person);
    void signOutClicked();
    void recordingClicked();
    void appearanceClicked(QWidget* from);

private:
    void showWho();

    QLabel* m_name;
    QLabel* m_mark;
    QListWidget* m_list;
    QPushButton* m_recording;
    QLabel* m_youAre;
    QComboBox* m_people;
    QLabel* m_signedIn;
    QPushButton* m_signOut;
    QToolButton* m_appearance;
    bool m_compact = false;
};

/// What the rail and shortcuts call a page.
[[nodiscard]] QString pageName(PageKind page);

} // namespace mockingbird::studio

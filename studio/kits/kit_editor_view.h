// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "studio/kits/kit_draft_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QTextBrowser;
class QToolButton;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

class CriteriaPanel;
class ProfilePanel;
class QuestionsPanel;

/// A kit being written. What is typed is kept; publishing makes a version of it. Ctrl+PageUp and PageDown go
/// from tab to tab, Ctrl+Z and Ctrl+Shift+Z back and forth, Ctrl+Enter publishes, Escape leaves. GUI thread.
class KitEditorView : public QWidget {
    Q_OBJECT

public:
    explicit KitEditorView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Shows a draft, the cursor in its first field.
    Result<void> open(catalog::KitDraftId draft);
    void refresh();
    /// Keeps what was typed since the last pause.
    void flush();
    /// Publishes it, or leads to what is missing.
    void publish();
    void turnTo(int tab); ///< and into its first field
    [[nodiscard]] KitDraftModel& model() { return *m_model; }
    [[nodiscard]] ui::Banner& banner() const { return *m_banner; }
    [[nodiscard]] QTabWidget& tabs() const { return *m_tabs; }

signals:
    void closed(); ///< to the kits
    void published(mockingbird::catalog::KitId kit, int version);
    void discarded(mockingbird::catalog::KitDraftId draft, const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* head();
    void addKeys();

    void showDraft();
    void showChanges();
    void discard();
    void leave();
    void leadTo(const catalog::KitFinding& finding);
    void tellNewerVersion();

    catalog::Catalog& m_catalog;
    KitDraftModel* m_model;
    QLabel* m_title;
    QLabel* m_state;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QPushButton* m_publish;
    ui::Banner* m_banner;
    QTabWidget* m_tabs;
    ProfilePanel* m_profile;
    QuestionsPanel* m_questions;
    CriteriaPanel* m_criteria;
    QTextBrowser* m_changes;
};

} // namespace mockingbird::studio

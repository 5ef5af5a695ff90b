// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/session_store.h"
#include "common/ui/page.h"
#include "studio/app.h"
#include "studio/home/waiting_row.h"

class QVBoxLayout;
class QLabel;
class QPushButton;

namespace mockingbird::ui {
class Banner;
}

namespace mockingbird::studio {

/// What waits for the person who opened the studio, and the two ways to begin: record, or try the sample.
class HomePage : public ui::Page {
    Q_OBJECT

public:
    explicit HomePage(App& app, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Home"); }
    void refresh() override;

    [[nodiscard]] ui::Banner* banner() const { return m_banner; }

signals:
    void recordRequested();
    void sampleRequested();
    void sampleRemoved();
    void sampleBroughtBack();
    void sessionRequested(mockingbird::catalog::SessionId session);
    void preparationRequested();
    void peopleRequested();
    void continueRequested(mockingbird::catalog::SessionId session); ///< in a second part

private:
    void rebuild();
    void addWaiting(const catalog::Person& person);
    void addCommitments(const catalog::Person& person);
    void addSample();
    void addRow(QVBoxLayout* into, const WaitingRow& what);
    /// Something is ahead although nothing was recorded yet.
    [[nodiscard]] bool hasPreparation() const;
    void showRecovered();

    App& m_app;
    QLabel* m_greeting;
    QLabel* m_subtitle;
    QPushButton* m_record;
    ui::Banner* m_banner;
    QVBoxLayout* m_cards;
    QWidget* m_cardsWidget = nullptr;
};

} // namespace mockingbird::studio

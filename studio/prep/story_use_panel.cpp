// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/prep/story_use_panel.h"

#include "common/catalog/preparation.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mockingbird::studio {

namespace {

constexpr std::size_t kSessionsShown = 12;
constexpr int kWordsOfQuestion = 70;

QString shortened(const std::string& text) {
    const QString all = ui::toQString(text);
    return all.size() <= kWordsOfQuestion ? all
                                          : all.left(kWordsOfQuestion - 1).trimmed() + QStringLiteral("…");
}

} // namespace

QString overuseText(const catalog::Story& story, const catalog::StoryLedger& ledger) {
    if (!ledger.overused(story))
        return {};
    return QCoreApplication::translate("Story",
                                       "Told in %1 of your last %2 attempts. It is a good one; a panel that "
                                       "meets you again may like to hear another.")
        .arg(story.toldLately)
        .arg(ledger.attempts);
}

StoryUsePanel::StoryUsePanel(catalog::Catalog& catalog, QWidget* parent)
    : ui::Card({}, parent), m_catalog(catalog), m_often(ui::label({}, ui::TextStyle::Body)),
      m_telling(new QWidget), m_session(new QComboBox), m_question(new QComboBox),
      m_tell(ui::button(tr("Note it"), "plus")) {
    m_often->setObjectName(QStringLiteral("storyOften"));
    m_session->setObjectName(QStringLiteral("toldSession"));
    m_session->setAccessibleName(tr("The attempt in which it was told"));
    m_question->setObjectName(QStringLiteral("toldQuestion"));
    m_question->setAccessibleName(tr("The question it was told to"));
    m_tell->setObjectName(QStringLiteral("noteTelling"));
    for (QComboBox* box : {m_session, m_question}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    auto* row = new QHBoxLayout(m_telling);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_session, 1);
    row->addWidget(m_question, 1);
    row->addWidget(m_tell);
    body()->addWidget(m_often);
    body()->addWidget(m_telling);
    connect(m_session, &QComboBox::activated, this, &StoryUsePanel::fillQuestions);
    connect(m_tell, &QPushButton::clicked, this, &StoryUsePanel::tell);
}

void StoryUsePanel::showStory(const catalog::Story& story, const catalog::StoryLedger& ledger,
                              const catalog::Kit& kit) {
    m_story = story;
    m_often->setText(overuseText(story, ledger));
    m_often->setVisible(!m_often->text().isEmpty());
    m_sessions = m_catalog.sessions().all({story.person, std::nullopt}).valueOr({});
    if (m_sessions.size() > kSessionsShown)
        m_sessions.resize(kSessionsShown);
    const QWidget* focused = focusWidget();
    const QString focusName = focused != nullptr && m_rows != nullptr && m_rows->isAncestorOf(focused)
                                  ? focused->objectName()
                                  : QString();
    if (m_rows != nullptr) { // what was clicked in it is still at work
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget;
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    addFits(column, kit);
    addTellings(column);
    body()->insertWidget(1, m_rows);
    m_rows->show();
    if (!focusName.isEmpty()) {
        if (auto* again = m_rows->findChild<QWidget*>(focusName))
            again->setFocus();
    }
    const QVariant chosen = m_session->currentData();
    m_session->clear();
    for (const catalog::Session& session : m_sessions)
        m_session->addItem(tr("%1, %2").arg(ui::toQString(session.kitName), ui::longDate(session.startedAt)),
                           ui::toQString(session.id.toString()));
    m_session->setCurrentIndex(std::max(0, m_session->findData(chosen)));
    m_telling->setVisible(!m_sessions.empty());
    fillQuestions();
}

void StoryUsePanel::addFits(QVBoxLayout* into, const catalog::Kit& kit) {
    into->addWidget(ui::label(tr("Fits these questions"), ui::TextStyle::Strong));
    into->addWidget(ui::mutedLabel(ui::toQString(kit.name), ui::TextStyle::Small));
    for (const catalog::Question& question : kit.questions) {
        const bool fits =
            std::find(m_story.fits.begin(), m_story.fits.end(), question.id) != m_story.fits.end();
        QString text = shortened(question.text);
        if (!fits && catalog::mayFit(m_story, question))
            text = tr("%1 (may fit: %2)").arg(text, ui::toQString(question.competency));
        auto* row = new QHBoxLayout;
        auto* box = new QCheckBox;
        box->setObjectName(QStringLiteral("fits %1").arg(ui::toQString(question.id.toString())));
        box->setAccessibleName(text);
        box->setChecked(fits);
        auto* words = ui::label(text, ui::TextStyle::Body);
        words->setBuddy(box);
        row->addWidget(box, 0, Qt::AlignTop);
        row->addWidget(words, 1);
        into->addLayout(row);
        connect(box, &QCheckBox::clicked, this, [this, id = question.id](bool chosen) {
            report(catalog::Preparation(m_catalog).stories().setFit(m_story.id, id, chosen));
        });
    }
    into->addSpacing(ui::px(ui::kSmall));
}

void StoryUsePanel::addTellings(QVBoxLayout* into) {
    into->addWidget(ui::label(tr("Told in"), ui::TextStyle::Strong));
    if (m_sessions.empty())
        into->addWidget(
            ui::mutedLabel(tr("Once you have recorded an attempt, note here that you told it there.")));
    else if (m_story.told.empty())
        into->addWidget(
            ui::mutedLabel(tr("No attempt yet. Note it after each: then you see which one you tell "
                              "too often.")));
    for (const catalog::StoryTelling& telling : m_story.told) {
        auto* row = new QHBoxLayout;
        const QString text = tellingText(telling);
        row->addWidget(ui::label(text, ui::TextStyle::Body), 1);
        auto* drop = ui::iconButton(tr("Not told there: %1").arg(text), "trash");
        connect(drop, &QToolButton::clicked, this, [this, telling] {
            report(catalog::Preparation(m_catalog).stories().setTold(m_story.id, telling, false));
        });
        row->addWidget(drop);
        into->addLayout(row);
    }
}

QString StoryUsePanel::tellingText(const catalog::StoryTelling& telling) const {
    const auto session = m_catalog.sessions().byId(telling.session);
    if (!session)
        return tr("An attempt that was removed");
    QString text = tr("%1, %2").arg(ui::toQString(session->kitName), ui::longDate(session->startedAt));
    const auto kit = m_catalog.kits().byId(session->kit, session->kitVersion);
    if (const auto* question = kit ? kit->question(telling.question) : nullptr)
        text = tr("%1: %2").arg(text, shortened(question->text));
    return text;
}

catalog::SessionId StoryUsePanel::chosenSession() const {
    return catalog::SessionId::parse(m_session->currentData().toString().toStdString()).valueOr({});
}

void StoryUsePanel::fillQuestions() {
    m_question->clear();
    m_question->addItem(tr("Some question"), QString());
    const auto session = std::find_if(m_sessions.begin(), m_sessions.end(),
                                      [&](const catalog::Session& one) { return one.id == chosenSession(); });
    if (session == m_sessions.end())
        return;
    if (const auto kit = m_catalog.kits().byId(session->kit, session->kitVersion)) {
        for (const catalog::Question& question : kit->questions)
            m_question->addItem(shortened(question.text), ui::toQString(question.id.toString()));
    }
}

void StoryUsePanel::tell() {
    const auto question =
        catalog::QuestionId::parse(m_question->currentData().toString().toStdString()).valueOr({});
    report(catalog::Preparation(m_catalog).stories().setTold(m_story.id, {chosenSession(), question}, true));
}

void StoryUsePanel::report(const Result<void>& done) {
    if (!done)
        emit failed(done.error());
    QMetaObject::invokeMethod(this, &StoryUsePanel::changed,
                              Qt::QueuedConnection); // the box is still at work
}

} // namespace mockingbird::studio

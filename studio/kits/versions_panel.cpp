// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/kits/versions_panel.h"

#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/kits/difference_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace mockingbird::studio {

namespace {

QString versionText(const catalog::KitVersion& version) {
    const QString when = ui::longDate(version.publishedAt);
    return version.authorName.empty() ? QObject::tr("Version %1 · %2").arg(version.version).arg(when)
                                      : QObject::tr("Version %1 · %2 · %3")
                                            .arg(version.version)
                                            .arg(when, ui::toQString(version.authorName));
}

} // namespace

VersionsPanel::VersionsPanel(catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent), m_catalog(catalog), m_before(new QComboBox), m_after(new QComboBox),
      m_choice(new QWidget), m_only(ui::mutedLabel({})), m_difference(new QTextBrowser) {
    m_before->setObjectName(QStringLiteral("versionBefore"));
    m_before->setAccessibleName(tr("Earlier version"));
    m_after->setObjectName(QStringLiteral("versionAfter"));
    m_after->setAccessibleName(tr("Later version"));
    m_difference->setObjectName(QStringLiteral("versionDifference"));
    m_difference->setAccessibleName(tr("What the two versions differ in"));
    m_difference->setOpenLinks(false);
    for (QComboBox* choice : {m_before, m_after}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(14);
    }
    auto* row = new QHBoxLayout(m_choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::px(ui::kSmall));
    auto* from = ui::label(tr("Fr&om"), ui::TextStyle::Strong);
    from->setBuddy(m_before);
    auto* to = ui::label(tr("&to"), ui::TextStyle::Strong);
    to->setBuddy(m_after);
    row->addWidget(from);
    row->addWidget(m_before, 1);
    row->addWidget(to);
    row->addWidget(m_after, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ui::px(ui::kMedium), ui::px(ui::kMedium), 0);
    column->setSpacing(ui::px(ui::kMedium));
    column->addWidget(m_only);
    column->addWidget(m_choice);
    column->addWidget(m_difference, 1);
    for (QComboBox* choice : {m_before, m_after})
        connect(choice, &QComboBox::currentIndexChanged, this, &VersionsPanel::compare);
}

void VersionsPanel::showKit(catalog::KitId kit) {
    auto versions = m_catalog.kits().versions(kit).valueOr({});
    if (kit == m_kit && versions.size() == m_versions.size())
        return; // what was chosen stays
    m_kit = kit;
    m_versions = std::move(versions);
    {
        const QSignalBlocker quietBefore(m_before);
        const QSignalBlocker quietAfter(m_after);
        m_before->clear();
        m_after->clear();
        for (const catalog::KitVersion& version : m_versions) {
            m_before->addItem(versionText(version), version.version);
            m_after->addItem(versionText(version), version.version);
        }
        m_after->setCurrentIndex(0);
        m_before->setCurrentIndex(m_versions.size() > 1 ? 1 : 0);
    }
    m_only->setVisible(m_versions.size() == 1);
    m_choice->setVisible(m_versions.size() > 1);
    m_difference->setVisible(m_versions.size() > 1);
    if (m_versions.size() == 1)
        m_only->setText(
            tr("%1. It is the only one. Interviews keep the version they were held with, whatever "
               "is published after.")
                .arg(versionText(m_versions.front())));
    compare();
}

void VersionsPanel::compare() {
    if (m_versions.size() < 2)
        return;
    const auto before = m_catalog.kits().byId(m_kit, m_before->currentData().toInt());
    const auto after = m_catalog.kits().byId(m_kit, m_after->currentData().toInt());
    if (!before || !after)
        return;
    const auto changes = catalog::changesBetween(*before, *after);
    m_difference->setHtml(changes.empty() ? QStringLiteral("<p>%1</p>").arg(tr("Nothing differs."))
                                          : differenceHtml(changes));
}

QString VersionsPanel::differenceText() const {
    return m_difference->toPlainText();
}

} // namespace mockingbird::studio

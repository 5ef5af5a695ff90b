// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/library/import_panel.h"

#include "common/catalog/kit_store.h"
#include "common/catalog/people_store.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace mockingbird::studio {

ImportPanel::ImportPanel(catalog::Catalog& catalog, QWidget* parent)
    : ui::Card({}, parent), m_catalog(catalog), m_what(ui::label({}, ui::TextStyle::Strong)),
      m_mentee(new QComboBox), m_kit(new QComboBox), m_mode(new QComboBox), m_progress(new QProgressBar),
      m_import(ui::primaryButton(tr("Import"))) {
    m_what->setWordWrap(true);
    m_mentee->setAccessibleName(tr("Whose interview it is"));
    m_kit->setAccessibleName(tr("Kit"));
    m_mode->setAccessibleName(tr("How it was held"));
    m_mode->addItem(tr("In person"), static_cast<int>(catalog::SessionMode::InPerson));
    m_mode->addItem(tr("Virtual"), static_cast<int>(catalog::SessionMode::Virtual));
    m_mode->addItem(tr("Solo"), static_cast<int>(catalog::SessionMode::Solo));
    m_import->setObjectName(QStringLiteral("importNow"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Files copied"));
    auto* cancel = ui::quietButton(tr("Cancel"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_mentee, 2);
    row->addWidget(m_kit, 3);
    row->addWidget(m_mode, 1);
    row->addWidget(m_import);
    row->addWidget(cancel);
    body()->addWidget(m_what);
    body()->addLayout(row);
    body()->addWidget(m_progress);
    body()->addWidget(ui::mutedLabel(
        tr("The files are copied into the catalog; the originals stay as they are."), ui::TextStyle::Small));
    connect(m_import, &QPushButton::clicked, this, &ImportPanel::accepted);
    connect(cancel, &QPushButton::clicked, this, &ImportPanel::cancelled);
    hide();
}

void ImportPanel::ask(std::vector<std::filesystem::path> files) {
    m_files = std::move(files);
    m_what->setText(m_files.size() == 1
                        ? tr("Import %1: whose interview, and with which kit?")
                              .arg(ui::toQString(m_files.front().filename().string()))
                        : tr("Import %1 files: whose interviews, and with which kit?").arg(m_files.size()));
    m_mentee->clear();
    m_kit->clear();
    for (const catalog::Person& person : m_catalog.people().all().valueOr({})) {
        if (person.roles.contains(catalog::Role::Mentee))
            m_mentee->addItem(ui::toQString(person.name), ui::toQString(person.id.toString()));
    }
    for (const catalog::KitHead& kit : m_catalog.kits().heads().valueOr({}))
        m_kit->addItem(ui::toQString(kit.name), ui::toQString(kit.id.toString()));
    m_import->setEnabled(m_mentee->count() > 0 && m_kit->count() > 0);
    m_progress->hide();
    show();
    m_mentee->setFocus();
}

void ImportPanel::showProgress(int done, int of) {
    m_import->setEnabled(false);
    m_progress->setRange(0, of);
    m_progress->setValue(done);
    m_progress->show();
    m_what->setText(tr("Copying: %1 of %2 done").arg(done).arg(of));
}

void ImportPanel::close() {
    m_files.clear();
    hide();
}

catalog::PersonId ImportPanel::mentee() const {
    return catalog::PersonId::parse(m_mentee->currentData().toString().toStdString()).valueOr({});
}

catalog::KitId ImportPanel::kit() const {
    return catalog::KitId::parse(m_kit->currentData().toString().toStdString()).valueOr({});
}

catalog::SessionMode ImportPanel::mode() const {
    return static_cast<catalog::SessionMode>(m_mode->currentData().toInt());
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/material_reader_view.h"

#include "studio/materials/reader_panel.h"

#include <QVBoxLayout>

namespace mockingbird::studio {

MaterialReaderView::MaterialReaderView(catalog::Catalog& catalog, QWidget* parent)
    : KitReaderView(parent), m_reader(new ReaderPanel(catalog)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_reader);
}

void MaterialReaderView::showMaterial(catalog::MaterialId material) {
    m_reader->showMaterial(material);
}

void MaterialReaderView::left() {
    m_reader->left();
}

} // namespace mockingbird::studio

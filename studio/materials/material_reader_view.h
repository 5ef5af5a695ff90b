// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "studio/kits/kit_reader_view.h"

namespace mockingbird::studio {

class ReaderPanel;

/// What reads a kit's materials: the same reader as everywhere, with its places and bookmarks.
class MaterialReaderView : public KitReaderView {
public:
    explicit MaterialReaderView(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void showMaterial(catalog::MaterialId material) override;
    void left() override;

private:
    ReaderPanel* m_reader;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/appointment_store.h"
#include "common/catalog/catalog.h"
#include "common/ui/card.h"

#include <optional>

namespace mockingbird::studio {

/// What there is to read for the next interview, and how far one is in it. GUI thread.
class ToReadPanel : public ui::Card {
    Q_OBJECT

public:
    explicit ToReadPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void refresh(const std::optional<catalog::Appointment>& next);

signals:
    void materialRequested(mockingbird::catalog::MaterialId material);
    void failed(const mockingbird::Error& error);

private:
    catalog::Catalog& m_catalog;
    QWidget* m_rows = nullptr;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/material.h"
#include "common/ui/card.h"

class QComboBox;
class QPushButton;

namespace mockingbird::studio {

/// Whom a material is for: what it is attached to, each to be taken off, and a choice to attach it to more.
/// Who may attach to nobody but themselves is offered just that. GUI thread.
class AttachPanel : public ui::Card {
    Q_OBJECT

public:
    explicit AttachPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void open(catalog::MaterialId material);
    void refresh();
    void close();

signals:
    void changed();
    void detached(mockingbird::catalog::MaterialId material,
                  const mockingbird::catalog::NamedAttachment& what);
    void failed(const mockingbird::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// By value: the row that holds it goes.
    void takeOff(catalog::NamedAttachment attachment);
    void fillTargets();
    void attach();

    catalog::Catalog& m_catalog;
    catalog::MaterialId m_material;
    QWidget* m_list;
    QComboBox* m_to;
    QComboBox* m_target;
    QPushButton* m_attach;
};

} // namespace mockingbird::studio

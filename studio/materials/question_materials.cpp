// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/materials/question_materials.h"

#include "common/catalog/material_store.h"
#include "common/ui/buttons.h"
#include "common/ui/text.h"
#include "common/ui/theme.h"
#include "studio/materials/material_text.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <memory>

namespace mockingbird::studio {

QWidget* makeQuestionMaterials(catalog::Catalog& catalog, catalog::QuestionId question,
                               std::function<void(catalog::MaterialId)> wanted) {
    const auto materials =
        catalog.materials().attachedTo(catalog::Attachment::question(question)).valueOr({});
    if (materials.empty())
        return nullptr;
    auto made = std::make_unique<QWidget>();
    made->setObjectName(QStringLiteral("questionMaterials"));
    auto* column = new QVBoxLayout(made.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::px(ui::kTight));
    for (const catalog::Material& material : materials) {
        QString title = ui::toQString(material.title);
        auto* open =
            ui::quietButton(title.replace(QLatin1Char('&'), QStringLiteral("&&")), kindIcon(material.kind));
        QObject::connect(open, &QPushButton::clicked, open, [wanted, id = material.id] { wanted(id); });
        column->addWidget(open, 0, Qt::AlignLeft);
    }
    return made.release();
}

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/field_store.h"

#include <QWidget>
#include <functional>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace mockingbird::studio {

/// Which fields people have and who sees each: for coordinators.
class FieldPanel : public QWidget {
    Q_OBJECT

public:
    explicit FieldPanel(catalog::Catalog& catalog, QWidget* parent = nullptr);

    void refresh();

signals:
    void failed(const mockingbird::Error& error);
    void done(const QString& sentence, const std::function<void()>& undo);

private:
    void build();
    void change(const catalog::PersonField& field);
    void add();
    void remove(const catalog::PersonField& field);

    catalog::Catalog& m_catalog;
    std::vector<catalog::PersonField> m_fields; ///< as the rows show them
    QGridLayout* m_rows;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QComboBox* m_audience;
};

} // namespace mockingbird::studio

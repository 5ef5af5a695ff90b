// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/field_store.h"
#include "common/ui/card.h"

#include <map>
#include <vector>

class QFormLayout;

namespace mockingbird::studio {

/// What else is known of a person, a row for each field that the reader may see, with a word on who sees it.
/// What was typed is given on when its field is left.
class PersonFieldsPanel : public ui::Card {
    Q_OBJECT

public:
    explicit PersonFieldsPanel(QWidget* parent = nullptr);

    void showFields(catalog::PersonId person, const std::vector<catalog::PersonField>& fields,
                    const catalog::PersonValues& values, const catalog::FieldReader& reader);

signals:
    void edited(mockingbird::catalog::PersonId person, const mockingbird::catalog::PersonValues& values);

private:
    void build(const std::vector<catalog::PersonField>& fields, const catalog::FieldReader& reader);
    QWidget* editorOf(const catalog::PersonField& field, bool changeable);
    void give(const std::string& key);
    bool eventFilter(QObject* watched, QEvent* event) override;

    catalog::PersonId m_person;
    catalog::PersonValues m_values;
    std::string m_shape; ///< what the rows were built from
    QFormLayout* m_form;
    std::map<std::string, QWidget*> m_editors; ///< by the field's key
};

/// Who sees a field, in words.
[[nodiscard]] QString audienceText(catalog::FieldAudience audience);

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/catalog.h"
#include "common/catalog/kit_check.h"
#include "common/catalog/kit_draft_store.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <initializer_list>
#include <optional>
#include <vector>

namespace mockingbird::studio {

/// Where in a kit a note belongs; what isn't given doesn't concern it.
struct KitPlace {
    std::optional<std::size_t> question;
    std::optional<std::size_t> criterion;
    std::optional<std::size_t> level;
};

/// The draft that is being edited. What is typed is kept in the catalog at the next pause, everything else at
/// once; each of those steps can be taken back, also after a restart. GUI thread.
class KitDraftModel : public QObject {
    Q_OBJECT

public:
    explicit KitDraftModel(catalog::Catalog& catalog, QObject* parent = nullptr);

    /// Shows another draft; keeps what was typed in the one before.
    Result<void> open(catalog::KitDraftId id);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_draft.id.isNull(); }
    /// Reads what another window may have changed, unless something typed here isn't kept yet.
    void refresh();

    [[nodiscard]] const catalog::KitDraft& draft() const { return m_draft; }
    [[nodiscard]] const catalog::Kit& kit() const { return m_draft.content; }

    enum class Keep { Now, AtPause };
    void edit(Keep keep, const std::function<void(catalog::Kit&)>& change);
    /// Keeps what was typed since the last pause; false where that fails.
    bool flush();
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_typed || m_steps.back > 0; }
    [[nodiscard]] bool canRedo() const { return !m_typed && m_steps.forth > 0; }
    [[nodiscard]] bool isKept() const { return !m_typed; }

    [[nodiscard]] const std::vector<catalog::KitFinding>& findings() const { return m_findings; }
    /// What is to be said beside a field: of these faults the first that is there, and that is time to say.
    [[nodiscard]] QString noteOf(std::initializer_list<catalog::KitFault> faults,
                                 const KitPlace& place = {}) const;
    /// From now on also what isn't written yet is told. The first finding that blocks publishing, if any.
    std::optional<catalog::KitFinding> checkAll();
    /// The published version, and the draft is closed; nullopt after `failed`.
    [[nodiscard]] std::optional<catalog::Kit> publish();

signals:
    void changed();
    void failed(const mockingbird::Error& error);

private:
    void adopt(Result<catalog::Kit> content);
    void look();

    catalog::Catalog& m_catalog;
    catalog::KitDraft m_draft;
    catalog::KitDraftSteps m_steps;
    std::vector<catalog::KitFinding> m_findings;
    QTimer m_pause;
    bool m_typed = false; ///< something isn't kept yet
    bool m_checkAll = false;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QUndoCommand>
#include <functional>

namespace mockingbird::review {

/// One step that can be undone. Where doing it or taking it back fails, `failed` hears why and the stack
/// drops it.
class ReviewCommand : public QUndoCommand {
public:
    using Action = std::function<Result<void>()>;

    ReviewCommand(const QString& text, Action make, Action unmake, std::function<void(const Error&)> failed)
        : QUndoCommand(text), m_make(std::move(make)), m_unmake(std::move(unmake)),
          m_failed(std::move(failed)) {}

    void redo() override { run(m_make); }
    void undo() override { run(m_unmake); }

private:
    void run(const Action& action) {
        const Result<void> done = action();
        if (done.ok())
            return;
        setObsolete(true);
        m_failed(done.error());
    }

    Action m_make;
    Action m_unmake;
    std::function<void(const Error&)> m_failed;
};

} // namespace mockingbird::review

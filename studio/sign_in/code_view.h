// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace mockingbird::studio {

/// A code that is shown once, large enough to be copied down by hand. GUI thread.
class CodeView : public QFrame {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    void showCode(const QString& what, const QString& code, const QString& advice);
    void clear(); ///< and hides it
    [[nodiscard]] QString code() const;

private:
    QLabel* m_what;
    QLabel* m_code;
    QLabel* m_advice;
};

} // namespace mockingbird::studio

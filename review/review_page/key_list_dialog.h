// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace mockingbird::review {

/// Every key of the review page with what it does. Deletes itself when closed.
class KeyListDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeyListDialog(QWidget* parent);
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>

class QLabel;
class QLineEdit;

namespace mockingbird::studio {

/// A passphrase that is chosen: typed twice, since nobody sees it. GUI thread.
class NewPassphrasePanel : public QWidget {
    Q_OBJECT

public:
    explicit NewPassphrasePanel(QWidget* parent = nullptr);

    /// Why it can't be taken yet; empty where it can.
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] std::string passphrase() const;
    void clear();
    [[nodiscard]] QLineEdit* first() const { return m_first; }
    [[nodiscard]] QLineEdit* second() const { return m_second; }

signals:
    void entered(); ///< Enter in the second field

private:
    QLineEdit* m_first;
    QLineEdit* m_second;
};

/// A field for a secret, with its label above it.
[[nodiscard]] QLineEdit* secretField(const QString& name, const QString& objectName, QWidget* parent);

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace mockingbird::studio {

/// Finds words in what is read: a field, one before, one after, and how many there are. Enter goes on, Escape
/// closes it.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    /// Ctrl+F within that widget opens it.
    void openWithin(QWidget* where);
    void openFor(const QString& words);
    [[nodiscard]] QString words() const;
    void say(const QString& found);

signals:
    void wordsChanged();
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void close();

    QLineEdit* m_field;
    QLabel* m_found;
};

} // namespace mockingbird::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/tags/tag_set.h"

#include <QAbstractButton>

namespace mockingbird::review {

/// A tag of the strip: its word, how often it was given, and in tag mode the key that gives it.
class TagButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit TagButton(const Tag& tag, QWidget* parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QChar key() const { return m_key; }
    [[nodiscard]] int count() const { return m_count; }
    void setCount(int count);
    void setKeyShown(bool shown);
    [[nodiscard]] bool keyShown() const { return m_keyShown; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString label() const;
    [[nodiscard]] int keyWidth() const;
    void tell();

    QString m_name;
    QChar m_key;
    int m_count = 0;
    bool m_keyShown = false;
};

} // namespace mockingbird::review

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace mockingbird::studio {

/// A text to read, Markdown or HTML, in lines of some seventy characters. Loads nothing from anywhere; a link
/// is told to whoever asks, and nothing else happens. GUI thread.
class MaterialView : public QTextBrowser {
    Q_OBJECT

public:
    enum class Format { Markdown, Html };

    explicit MaterialView(QWidget* parent = nullptr);

    /// HTML is cleaned first (common/hypertext). Shown from its beginning.
    void showText(const QString& title, const QString& text, Format format);

    /// The character at the top of what is in sight; scrolls it there.
    [[nodiscard]] int place() const;
    void setPlace(int character);
    /// How much of it lies above the bottom of what is in sight: 100 where the end is seen.
    [[nodiscard]] int percent() const;

    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

signals:
    void scrolled();
    void linkClicked(const QUrl& link);
    /// Where the link leads that the pointer or the focus is on; empty for none.
    void linkTouched(const QString& link);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUp();
    QString m_text;
    Format m_format = Format::Markdown;
    bool m_settingUp = false;
    bool m_arranging = false; ///< another size, not the person, moves the text
    int m_place = 0;          ///< the character at the top; stays there at another size
};

} // namespace mockingbird::studio

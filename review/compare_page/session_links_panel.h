// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/media_time.h"
#include "common/catalog/ids.h"
#include "common/ui/card.h"

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace mockingbird::review {

/// Sentences below a heading; one that speaks of a session is a link to it, by mouse and keyboard. GUI
/// thread.
class SessionLinksPanel : public ui::Card {
    Q_OBJECT

public:
    /// What it is called is read out before its rows, too.
    explicit SessionLinksPanel(const QString& heading, QWidget* parent = nullptr);

    struct Row {
        QString text;
        catalog::SessionId session = {}; ///< null where it leads nowhere
        std::optional<MediaTime> at = std::nullopt;
        bool urgent = false; ///< said in the text, too
        bool operator==(const Row&) const = default;
    };
    /// `empty` stands there where there is no row. What is the same stays, with the keyboard on it.
    void setRows(std::vector<Row> rows, const QString& empty);
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    /// As a click does; nothing for a row that leads nowhere.
    void open(std::size_t row);

signals:
    void openSession(mockingbird::catalog::SessionId session, std::optional<mockingbird::MediaTime> at);

protected:
    void changeEvent(QEvent* event) override;

private:
    void writeLinks();

    std::vector<Row> m_rows;
    QString m_empty;
    QVBoxLayout* m_place; ///< of the rows
    std::vector<QLabel*> m_labels;
};

} // namespace mockingbird::review

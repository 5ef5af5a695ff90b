// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/catalog/consent_store.h"
#include "recorder/ui/participant.h"

#include <QWidget>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace mockingbird::recorder {

/// Somebody's agreement to consentText().
struct Agreement {
    catalog::PersonId person;
    WallTime at;

    bool operator==(const Agreement&) const = default;
};

/// The text that everybody is asked to agree to, and a line for each to agree in. Nothing is filed here. GUI
/// thread.
class ConsentPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConsentPanel(QWidget* parent = nullptr);

    /// What is shown, and what is filed with each agreement: paragraphs, parted by empty lines.
    [[nodiscard]] static QString consentText();

    /// Who has to agree; the first is the one who is interviewed. Those who stay keep their tick, unless
    /// somebody else is interviewed: that is another interview.
    void setParticipants(std::vector<Participant> participants);
    /// One more, who joins later. No-op for somebody who is there.
    void addParticipant(const Participant& participant);
    [[nodiscard]] const std::vector<Participant>& participants() const { return m_participants; }
    /// Nobody has agreed any more: the next interview asks anew.
    void clearAgreements();
    /// While recording, who has agreed can't untick it here: it is filed, and the recording runs.
    void setRecording(bool recording);

    /// In the participants' order.
    [[nodiscard]] std::vector<Agreement> agreements() const;
    /// Whether there is somebody, and everybody agrees.
    [[nodiscard]] bool complete() const;
    /// Names of those who have not agreed.
    [[nodiscard]] QStringList waitingFor() const;

signals:
    void changed();
    void agreed(const mockingbird::recorder::Agreement& agreement); ///< before changed()

private:
    struct Line {
        QWidget* row;
        QCheckBox* box;
        QLabel* time;
        std::optional<WallTime> at;
    };
    void addLine(const Participant& participant, std::optional<WallTime> at);
    void ticked(catalog::PersonId person, bool on);
    void showLine(std::size_t index);
    void showAll();

    std::vector<Participant> m_participants;
    std::vector<Line> m_lines; ///< one for each of m_participants
    bool m_recording = false;
    QVBoxLayout* m_list;
};

} // namespace mockingbird::recorder

// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page/tagging.h"

#include "review/notes/note_entry.h"
#include "review/review_page/note_steps.h"
#include "review/review_page/recording_panel.h"
#include "review/review_page/review_keys.h"
#include "review/review_page/review_model.h"
#include "review/tag_strip/tag_strip.h"
#include "review/tags/answer_tags.h"

#include <algorithm>
#include <iterator>

namespace mockingbird::review {

Tagging::Tagging(TagStrip& strip, ReviewKeys& keys, NoteEntry& entry, RecordingPanel& recording,
                 ReviewModel& model, NoteSteps& steps, QObject* parent)
    : QObject(parent), m_strip(strip), m_keys(keys), m_entry(entry), m_recording(recording), m_model(model),
      m_steps(steps) {
    connect(&strip, &TagStrip::tagChosen, this, &Tagging::tag);
    connect(&strip, &TagStrip::tagModeChanged, this, &Tagging::showKeys);
    connect(&strip, &TagStrip::setChanged, this, &Tagging::showKeys);
    connect(&keys, &ReviewKeys::tagged, this, [this](QChar key) {
        if (const auto name = m_strip.tagForKey(key))
            tag(*name);
    });
}

void Tagging::begin() {
    m_strip.setPerson(m_model.now().viewer.id);
    m_strip.setTagMode(false);
    showKeys();
}

QStringList Tagging::names() const {
    QStringList names;
    for (const TagSet& set : m_strip.sets())
        for (const Tag& tag : set.tags)
            if (const QString name = QString::fromStdString(tag.name); !names.contains(name))
                names << name;
    return names;
}

void Tagging::show() {
    const ReviewedSession& now = m_model.now();
    std::vector<catalog::Note> own;
    std::ranges::copy_if(now.notes, std::back_inserter(own),
                         [&](const catalog::Note& note) { return now.isOwn(note); });
    m_strip.showCounts(answerTags(now.kit, now.segments, own));
    m_strip.setWritable(m_model.editable());
}

void Tagging::toggleMode() {
    m_strip.setTagMode(!m_strip.tagMode());
}

void Tagging::showKeys() {
    QString keys;
    if (m_strip.tagMode())
        for (const Tag& tag : m_strip.chosenSet().tags)
            keys += QLatin1Char(tag.key);
    m_keys.setTagKeys(keys);
}

void Tagging::tag(const QString& name) {
    if (!m_entry.writable() || !m_recording.playable())
        return;
    if (m_entry.draft()) {
        m_entry.addTag(name);
        return;
    }
    const NoteEntry::Moment moment = m_entry.noteMoment();
    catalog::Note note;
    note.recording = moment.recording;
    note.at = moment.time;
    note.tags = {name.toStdString()};
    m_steps.add(note);
}

} // namespace mockingbird::review

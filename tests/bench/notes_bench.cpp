// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/notes/note_entry.h"
#include "review/notes/note_filter_panel.h"
#include "review/notes/notes_panel.h"
#include "tests/bench/bench_report.h"
#include "tests/bench/desk_bench.h"
#include "tests/bench/measured_times.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>
#include <random>

namespace mockingbird::bench {

namespace {

using review::NoteRow;
using review::NotesPanel;

constexpr int kNotes = 5000;
constexpr int kTimes = 100;
constexpr double kFrameMs = 16;
constexpr double kAddMs = 20;

NoteRow row(int number, std::mt19937& dice) {
    static const std::vector<std::string> words{"you",    "let",  "him",    "finish",   "and",    "looked",
                                                "at",     "the",  "record", "together", "before", "answering",
                                                "slower", "here", "result", "counted"};
    static const auto recording = catalog::RecordingId::make();
    static const auto author = catalog::PersonId::make();
    NoteRow made;
    made.note.id = catalog::NoteId::make();
    made.note.recording = recording;
    made.note.author = author;
    made.note.authorName = "Tomás Rivera";
    made.note.at = MediaTime::fromSeconds(number * 0.7);
    const auto length = 4 + dice() % 30;
    for (unsigned i = 0; i < length; ++i)
        made.note.text += (i == 0 ? "" : " ") + words[dice() % words.size()];
    if (number % 3 == 0)
        made.note.tags = {"situation", "eye contact"};
    if (number % 10 == 0) {
        catalog::Reply reply;
        reply.id = catalog::ReplyId::make();
        reply.note = made.note.id;
        reply.authorName = "Maya Okafor";
        reply.text = "Thank you, I hadn't noticed.";
        made.replies.push_back(reply);
    }
    made.editable = true;
    made.answerable = true;
    return made;
}

/// Everything that is due now: layouts, and what is to be painted.
void drawNow(QWidget& widget) {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    widget.repaint();
}

void add(std::vector<Figure>& figures, const std::string& what, const MeasuredTimes& times,
         std::optional<double> goal) {
    figures.push_back({what + ", median", times.median(), "ms", goal});
    figures.push_back({what + ", p95", times.p95(), "ms", goal});
}

} // namespace

int benchNotes(const Words&) {
    std::mt19937 dice(7); // the same notes every time
    std::vector<NoteRow> rows;
    for (int i = 0; i < kNotes; ++i)
        rows.push_back(row(i, dice));
    QWidget window;
    NotesPanel panel(&window);
    review::NoteEntry entry([&] { return review::NoteEntry::Moment{rows[0].note.recording, {}}; }, &window);
    window.resize(400, 700);
    panel.setGeometry(0, 0, 400, 540);
    entry.setGeometry(0, 540, 400, 160);
    window.show();
    drawNow(window);

    std::vector<Figure> figures;
    MeasuredTimes first;
    first.measure([&] {
        panel.setRows(rows);
        drawNow(panel);
    });
    figures.push_back({"5,000 notes shown the first time", first.median(), "ms", std::nullopt});

    MeasuredTimes put;
    MeasuredTimes whole;
    for (int i = 0; i < kTimes; ++i) {
        NoteRow one = row(static_cast<int>(dice() % kNotes), dice);
        put.measure([&] {
            panel.putRow(one);
            panel.select(one.note.id);
            drawNow(panel);
        });
        auto all = panel.model().rows();
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(dice() % all.size()), row(i, dice));
        whole.measure([&] {
            panel.setRows(all);
            drawNow(panel);
        });
    }
    add(figures, "add one (putRow), selected and painted", put, kAddMs);
    add(figures, "add one (setRows of all), painted", whole, kAddMs);

    MeasuredTimes scrolled;
    QScrollBar* bar = panel.list()->verticalScrollBar();
    for (int i = 0; i < kTimes; ++i)
        scrolled.measure([&] {
            bar->setValue(static_cast<int>(dice() % static_cast<unsigned>(bar->maximum())));
            drawNow(panel);
        });
    add(figures, "scroll anywhere, painted", scrolled, kFrameMs);

    MeasuredTimes selected;
    MeasuredTimes played;
    for (int i = 0; i < kTimes; ++i) {
        const auto id = panel.model().rows()[dice() % kNotes].note.id;
        selected.measure([&] {
            panel.select(id);
            drawNow(panel);
        });
        played.measure([&] {
            panel.model().setCurrent(id);
            drawNow(panel);
        });
    }
    add(figures, "select any, painted", selected, kFrameMs);
    add(figures, "playback comes to a note, painted", played, kFrameMs);

    MeasuredTimes filtered;
    MeasuredTimes cleared;
    for (const char* word :
         {"r", "re", "res", "resu", "result", "result slower", "maya", "nothing has this"}) {
        filtered.measure([&] {
            panel.filter().words()->setText(QString::fromLatin1(word));
            drawNow(panel);
        });
    }
    for (int i = 0; i < 8; ++i) {
        panel.filter().words()->setText(i % 2 ? "eye contact" : "result slower");
        drawNow(panel);
        cleared.measure([&] {
            panel.filter().clear();
            drawNow(panel);
        });
    }
    add(figures, "filter by words, a letter more, painted", filtered, kFrameMs);
    add(figures, "filter cleared, painted", cleared, kFrameMs);

    MeasuredTimes typed;
    for (int i = 0; i < kTimes; ++i)
        typed.measure([&] {
            QTest::keyClick(entry.field(), i % 6 ? Qt::Key_A : Qt::Key_Space);
            drawNow(window);
        });
    add(figures, "type a letter, all painted", typed, kFrameMs);
    MeasuredTimes resized;
    for (int i = 0; i < 10; ++i)
        resized.measure([&] {
            panel.resize(400 + (i % 2 ? 3 : -3), panel.height());
            drawNow(panel);
        });
    add(figures, "another width, painted", resized, std::nullopt);
    report("notes", figures);
    return 0;
}

} // namespace mockingbird::bench

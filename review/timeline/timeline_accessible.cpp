// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/timeline/timeline_accessible.h"

#include "review/timeline/time_text.h"
#include "review/timeline/timeline_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>
#include <algorithm>
#include <vector>

namespace mockingbird::review {

namespace {

enum class ItemKind { Question, Bookmark, Note };

struct Item {
    ItemKind kind;
    std::size_t index; ///< in the content's
    MediaTime at;
};

QString translated(const char* text) {
    return QCoreApplication::translate("TimelineAccessible", text);
}

/// One question, note or bookmark. Owned by Qt's cache; the timeline's interface takes it out.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemInterface(TimelineView& view, QAccessibleInterface& parent, Item item)
        : m_view(&view), m_parent(parent), m_item(item), m_revision(view.contentRevision()) {}

    [[nodiscard]] bool isValid() const override { return m_view && m_view->contentRevision() == m_revision; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_parent.window(); }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override { return &m_parent; }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        return what == QAccessible::Name && isValid() ? name() : QString();
    }

    [[nodiscard]] QRect rect() const override {
        if (!isValid())
            return {};
        const QRect place = placeInView().toAlignedRect();
        return {m_view->mapToGlobal(place.topLeft()), place.size()};
    }

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.selectable = m_item.kind == ItemKind::Note;
        state.selected = m_item.kind == ItemKind::Note && note().id == m_view->selectedNoteId();
        state.invisible = !m_view->isVisible();
        state.offscreen = !placeInView().intersects(QRectF(m_view->rect()));
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& action) override {
        if (action != pressAction() || !isValid())
            return;
        if (m_item.kind == ItemKind::Note)
            emit m_view->noteActivated(note().id);
        else
            emit m_view->seekRequested(m_item.at);
    }

private:
    [[nodiscard]] const TimelineNote& note() const { return m_view->content().notes[m_item.index]; }

    [[nodiscard]] QString name() const {
        const TimelineContent& content = m_view->content();
        if (m_item.kind == ItemKind::Question) {
            const TimelineSegment& segment = content.segments[m_item.index];
            return translated("Question %1, %2: %3")
                .arg(segment.name, momentText(segment.start, segment.end), segment.text);
        }
        if (m_item.kind == ItemKind::Bookmark) {
            const TimelineBookmark& bookmark = content.bookmarks[m_item.index];
            const QString head = translated("Bookmark %1").arg(preciseTime(bookmark.at));
            return bookmark.label.isEmpty() ? head : head + QStringLiteral(": ") + bookmark.label;
        }
        QStringList parts{momentText(note().at, note().until)};
        for (const QString& part : {note().criterion, note().author})
            if (!part.isEmpty())
                parts << part;
        if (note().isPrivate)
            parts << translated("private");
        return parts.join(QStringLiteral(", ")) + QStringLiteral(": ") + note().text;
    }

    [[nodiscard]] QRectF placeInView() const {
        const TimelineLanes& lanes = m_view->lanes();
        if (m_item.kind == ItemKind::Note)
            return m_view->markRect(note());
        if (m_item.kind == ItemKind::Bookmark)
            return {m_view->xOf(m_item.at) - 4, lanes.wave.top(), 8, 14};
        const TimelineSegment& segment = m_view->content().segments[m_item.index];
        return {QPointF(m_view->xOf(segment.start), lanes.segments.top()),
                QPointF(m_view->xOf(segment.end), lanes.segments.bottom())};
    }

    QPointer<TimelineView> m_view;
    QAccessibleInterface& m_parent;
    Item m_item;
    int m_revision;
};

class TimelineInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit TimelineInterface(TimelineView* view) : QAccessibleWidget(view, QAccessible::Slider) {}
    ~TimelineInterface() override { forget(); }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        if (what == QAccessible::Value)
            return view().positionText();
        if (what == QAccessible::Description)
            return view().positionText() + QStringLiteral(". ") + QAccessibleWidget::text(what);
        return QAccessibleWidget::text(what);
    }

    // The playhead's time in seconds.
    [[nodiscard]] QVariant currentValue() const override { return view().playhead().seconds(); }
    void setCurrentValue(const QVariant& value) override {
        emit view().seekRequested(
            std::clamp(MediaTime::fromSeconds(value.toDouble()), MediaTime(), view().content().duration));
    }
    [[nodiscard]] QVariant maximumValue() const override { return view().content().duration.seconds(); }
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 0.1; }

    [[nodiscard]] int childCount() const override {
        refresh();
        return static_cast<int>(m_items.size()) + QAccessibleWidget::childCount();
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        refresh();
        const int items = static_cast<int>(m_items.size());
        if (index < 0 || index >= items)
            return index < 0 ? nullptr : QAccessibleWidget::child(index - items);
        const auto place = static_cast<std::size_t>(index);
        if (m_ids[place] == 0) {
            auto* self =
                const_cast<TimelineInterface*>(this); // Qt's interface is const where it makes children
            m_ids[place] =
                QAccessible::registerAccessibleInterface(new ItemInterface(view(), *self, m_items[place]));
        }
        return QAccessible::accessibleInterface(m_ids[place]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        refresh();
        const int items = static_cast<int>(m_items.size());
        if (child == nullptr || child->object() != nullptr) {
            const int index = QAccessibleWidget::indexOfChild(child);
            return index < 0 ? index : index + items;
        }
        const auto id = QAccessible::uniqueId(const_cast<QAccessibleInterface*>(child));
        const auto found = std::ranges::find(m_ids, id);
        return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = static_cast<int>(m_items.size()) - 1; i >= 0; --i)
            if (QAccessibleInterface* item = child(i); item->rect().contains(x, y))
                return item;
        return QAccessibleWidget::childAt(x, y);
    }

private:
    [[nodiscard]] TimelineView& view() const { return *static_cast<TimelineView*>(widget()); }

    void refresh() const {
        if (m_revision == view().contentRevision())
            return;
        forget();
        m_revision = view().contentRevision();
        const TimelineContent& content = view().content();
        for (std::size_t i = 0; i < content.segments.size(); ++i)
            m_items.push_back({ItemKind::Question, i, content.segments[i].start});
        for (std::size_t i = 0; i < content.bookmarks.size(); ++i)
            m_items.push_back({ItemKind::Bookmark, i, content.bookmarks[i].at});
        for (std::size_t i = 0; i < content.notes.size(); ++i)
            m_items.push_back({ItemKind::Note, i, content.notes[i].at});
        std::ranges::stable_sort(m_items, {}, &Item::at);
        m_ids.assign(m_items.size(), 0);
    }
    void forget() const {
        for (const QAccessible::Id id : m_ids)
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
        m_ids.clear();
        m_items.clear();
    }

    // What there is of the items is made when somebody asks: few people use a screen reader, and notes are
    // many.
    mutable int m_revision = -1;
    mutable std::vector<Item> m_items;
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* view = qobject_cast<TimelineView*>(object);
    return view == nullptr ? nullptr : new TimelineInterface(view); // Qt owns it
}

} // namespace

void installTimelineAccessibility() {
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace mockingbird::review

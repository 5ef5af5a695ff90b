// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/x_display.h"

#include <cstdlib>
#include <cstring>
#include <span>
#include <xcb/randr.h>
#include <xcb/xcb.h>

namespace mockingbird::recorder {

namespace {

/// xcb's replies are malloc'ed and the caller's to free.
struct FreeReply {
    void operator()(void* reply) const { std::free(reply); }
};
template <class T>
std::unique_ptr<T, FreeReply> owned(T* reply) {
    return std::unique_ptr<T, FreeReply>(reply);
}

} // namespace

void XDisplay::Disconnect::operator()(xcb_connection_t* connection) const {
    xcb_disconnect(connection);
}

Result<XDisplay> XDisplay::open() {
    int number = 0;
    XDisplay display(xcb_connect(nullptr, &number));
    if (xcb_connection_has_error(display.m_connection.get()) != 0)
        return Error{ErrorCode::DeviceLost, "no display", 0};
    xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(display.m_connection.get()));
    for (int i = 0; i < number && screens.rem > 1; ++i)
        xcb_screen_next(&screens);
    if (screens.rem == 0)
        return Error{ErrorCode::DeviceLost, "the display has no screen", 0};
    display.m_root = screens.data->root;
    // Asked of the root: the set-up's size is the one from before any change of resolution.
    const auto size = display.windowSize(display.m_root);
    display.m_screen =
        size.ok() ? *size : Size{screens.data->width_in_pixels, screens.data->height_in_pixels};
    return display;
}

std::uint32_t XDisplay::atom(const std::string& name) const {
    const auto reply = owned(xcb_intern_atom_reply(
        m_connection.get(),
        xcb_intern_atom(m_connection.get(), 1, static_cast<std::uint16_t>(name.size()), name.c_str()),
        nullptr));
    return reply == nullptr ? static_cast<std::uint32_t>(XCB_ATOM_NONE) : reply->atom;
}

std::string XDisplay::atomName(std::uint32_t name) const {
    const auto reply = owned(
        xcb_get_atom_name_reply(m_connection.get(), xcb_get_atom_name(m_connection.get(), name), nullptr));
    if (reply == nullptr)
        return {};
    return {xcb_get_atom_name_name(reply.get()),
            static_cast<std::size_t>(xcb_get_atom_name_name_length(reply.get()))};
}

std::vector<XDisplay::Monitor> XDisplay::monitors() const {
    const xcb_query_extension_reply_t* randr = xcb_get_extension_data(m_connection.get(), &xcb_randr_id);
    if (randr == nullptr || randr->present == 0)
        return {};
    // A server older than RandR 1.5 answers an error, hence no reply.
    const auto reply = owned(xcb_randr_get_monitors_reply(
        m_connection.get(), xcb_randr_get_monitors(m_connection.get(), m_root, 1), nullptr));
    std::vector<Monitor> monitors;
    if (reply == nullptr)
        return monitors;
    for (auto at = xcb_randr_get_monitors_monitors_iterator(reply.get()); at.rem > 0;
         xcb_randr_monitor_info_next(&at))
        monitors.push_back({atomName(at.data->name), at.data->width, at.data->height, at.data->x, at.data->y,
                            at.data->primary != 0});
    return monitors;
}

std::vector<std::uint8_t> XDisplay::property(std::uint32_t window, std::uint32_t name) const {
    constexpr std::uint32_t kMostWords = 16 * 1024;
    if (name == XCB_ATOM_NONE)
        return {};
    const auto reply = owned(xcb_get_property_reply(
        m_connection.get(),
        xcb_get_property(m_connection.get(), 0, window, name, XCB_GET_PROPERTY_TYPE_ANY, 0, kMostWords),
        nullptr));
    if (reply == nullptr)
        return {};
    const auto* bytes = static_cast<const std::uint8_t*>(xcb_get_property_value(reply.get()));
    return {bytes, bytes + xcb_get_property_value_length(reply.get())};
}

std::string XDisplay::title(std::uint32_t window) const {
    auto bytes = property(window, atom("_NET_WM_NAME"));
    if (bytes.empty())
        bytes = property(window, XCB_ATOM_WM_NAME);
    return {bytes.begin(), bytes.end()};
}

std::vector<std::uint32_t> XDisplay::mappedChildren() const {
    const auto tree =
        owned(xcb_query_tree_reply(m_connection.get(), xcb_query_tree(m_connection.get(), m_root), nullptr));
    std::vector<std::uint32_t> ids;
    if (tree == nullptr)
        return ids;
    const std::span children(xcb_query_tree_children(tree.get()),
                             static_cast<std::size_t>(xcb_query_tree_children_length(tree.get())));
    for (const xcb_window_t child : children) {
        const auto attributes = owned(xcb_get_window_attributes_reply(
            m_connection.get(), xcb_get_window_attributes(m_connection.get(), child), nullptr));
        if (attributes != nullptr && attributes->map_state == XCB_MAP_STATE_VIEWABLE &&
            attributes->_class == XCB_WINDOW_CLASS_INPUT_OUTPUT)
            ids.push_back(child);
    }
    return ids;
}

std::vector<XDisplay::Window> XDisplay::windows() const {
    std::vector<std::uint32_t> ids;
    const auto listed = property(m_root, atom("_NET_CLIENT_LIST"));
    ids.resize(listed.size() / sizeof(std::uint32_t));
    if (!ids.empty())
        std::memcpy(ids.data(), listed.data(), ids.size() * sizeof(std::uint32_t));
    if (ids.empty())
        ids = mappedChildren();
    std::vector<Window> windows;
    for (const std::uint32_t id : ids) {
        if (std::string name = title(id); !name.empty())
            windows.push_back({id, std::move(name)});
    }
    return windows;
}

Result<XDisplay::Size> XDisplay::windowSize(std::uint32_t id) const {
    const auto geometry =
        owned(xcb_get_geometry_reply(m_connection.get(), xcb_get_geometry(m_connection.get(), id), nullptr));
    if (geometry == nullptr)
        return Error{ErrorCode::DeviceLost, "there is no window " + std::to_string(id), 0};
    return Size{geometry->width, geometry->height};
}

} // namespace mockingbird::recorder

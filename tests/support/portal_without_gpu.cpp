// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into xdg-desktop-portal-wlr by device_lab. Its version 0.7.0 shares a screen only once the
// compositor has told it of pictures in a graphics card's memory, also where it is going to take them from
// ordinary memory: it asks for the version of its own interface where it means the compositor's. A compositor
// that draws without a card never tells. So each picture asked for is told as if it could also be had in a
// card's memory; as there is no card, nobody asks for it there.
#include <cstdint>
#include <cstring>
#include <dlfcn.h>

struct wl_proxy;

extern "C" {

const char* wl_proxy_get_class(wl_proxy* proxy);

__attribute__((visibility("default"))) int wl_proxy_add_listener(wl_proxy* proxy, void (**listener)(),
                                                                 void* user) {
    using Add = int (*)(wl_proxy*, void (**)(), void*);
    static const auto add = reinterpret_cast<Add>(dlsym(RTLD_NEXT, "wl_proxy_add_listener"));
    const int result = add(proxy, listener, user);
    if (std::strcmp(wl_proxy_get_class(proxy), "zwlr_screencopy_frame_v1") == 0) {
        constexpr int kLinuxDmabuf = 5;                 // the event's number in the protocol
        constexpr std::uint32_t kXrgb8888 = 0x34325258; // "XR24"
        using Tell = void (*)(void*, wl_proxy*, std::uint32_t, std::uint32_t, std::uint32_t);
        reinterpret_cast<Tell>(listener[kLinuxDmabuf])(user, proxy, kXrgb8888, 0, 0);
    }
    return result;
}
}

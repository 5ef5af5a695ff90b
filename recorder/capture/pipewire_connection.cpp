// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pipewire_connection.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <mutex>
#include <pipewire/pipewire.h>

namespace mockingbird::recorder {

namespace {

template <auto Free>
struct Release {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};

void destroyProxy(pw_registry* registry) {
    pw_proxy_destroy(reinterpret_cast<pw_proxy*>(registry));
}

std::string text(const spa_dict& properties, const char* key) {
    const char* value = spa_dict_lookup(&properties, key);
    return value == nullptr ? std::string() : std::string(value);
}

} // namespace

struct PipeWireConnection::State {
    std::unique_ptr<pw_main_loop, Release<pw_main_loop_destroy>> mainLoop;
    pw_loop* loop = nullptr;
    spa_source* wake = nullptr;
    std::unique_ptr<pw_context, Release<pw_context_destroy>> context;
    std::unique_ptr<pw_core, Release<pw_core_disconnect>> core;
    std::unique_ptr<pw_registry, Release<destroyProxy>> registry;
    spa_hook coreHook{};
    spa_hook registryHook{};
    std::vector<Node> nodes;
    int answered = 0;
    std::optional<Error> failure;
    std::stop_token stop;
    std::optional<std::stop_callback<std::function<void()>>> atStop;

    ~State() {
        atStop.reset();
        if (registry != nullptr)
            spa_hook_remove(&registryHook);
        registry.reset();
        if (core != nullptr)
            spa_hook_remove(&coreHook);
        core.reset();
        context.reset();
        if (wake != nullptr)
            pw_loop_destroy_source(loop, wake);
        if (loop != nullptr)
            pw_loop_leave(loop);
    }

    static void done(void* self, std::uint32_t id, int sequence) {
        if (id == PW_ID_CORE)
            static_cast<State*>(self)->answered = sequence;
    }

    static void error(void* self, std::uint32_t id, int /*sequence*/, int result, const char* message) {
        if (id == PW_ID_CORE)
            static_cast<State*>(self)->failure =
                Error{ErrorCode::DeviceLost, std::string("PipeWire: ") + message, -result};
    }

    static void global(void* self, std::uint32_t id, std::uint32_t /*permissions*/, const char* type,
                       std::uint32_t /*version*/, const spa_dict* properties) {
        if (properties == nullptr || std::string_view(type) != PW_TYPE_INTERFACE_Node)
            return;
        static_cast<State*>(self)->nodes.push_back(
            {id, text(*properties, PW_KEY_NODE_NAME), text(*properties, PW_KEY_NODE_DESCRIPTION),
             text(*properties, PW_KEY_MEDIA_CLASS), text(*properties, PW_KEY_OBJECT_PATH)});
    }

    static void globalRemoved(void* self, std::uint32_t id) {
        std::erase_if(static_cast<State*>(self)->nodes, [id](const Node& node) { return node.id == id; });
    }
};

PipeWireConnection::PipeWireConnection(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PipeWireConnection::~PipeWireConnection() = default;

Result<std::unique_ptr<PipeWireConnection>> PipeWireConnection::open(std::stop_token stop,
                                                                     std::optional<int> remote) {
    static std::once_flag once;
    std::call_once(once, [] { pw_init(nullptr, nullptr); });

    auto state = std::make_unique<State>();
    state->mainLoop.reset(pw_main_loop_new(nullptr));
    if (state->mainLoop != nullptr) {
        state->loop = pw_main_loop_get_loop(state->mainLoop.get());
        pw_loop_enter(state->loop);
        state->wake = pw_loop_add_event(
            state->loop, [](void*, std::uint64_t) {}, nullptr);
        state->context.reset(pw_context_new(state->loop, nullptr, 0));
    }
    if (state->context == nullptr) {
        if (remote)
            ::close(*remote);
        return Error{ErrorCode::Unsupported, "PipeWire can't be used here", errno};
    }
    // "The fd will be closed automatically when the core is disconnected": also where connecting fails.
    state->core.reset(remote ? pw_context_connect_fd(state->context.get(), *remote, nullptr, 0)
                             : pw_context_connect(state->context.get(), nullptr, 0));
    if (state->core == nullptr)
        return Error{ErrorCode::Unsupported, "PipeWire does not run here", errno};

    static const pw_core_events kCoreEvents = [] {
        pw_core_events events{};
        events.version = PW_VERSION_CORE_EVENTS;
        events.done = State::done;
        events.error = State::error;
        return events;
    }();
    static const pw_registry_events kRegistryEvents = [] {
        pw_registry_events events{};
        events.version = PW_VERSION_REGISTRY_EVENTS;
        events.global = State::global;
        events.global_remove = State::globalRemoved;
        return events;
    }();
    pw_core_add_listener(state->core.get(), &state->coreHook, &kCoreEvents, state.get());
    state->registry.reset(pw_core_get_registry(state->core.get(), PW_VERSION_REGISTRY, 0));
    pw_registry_add_listener(state->registry.get(), &state->registryHook, &kRegistryEvents, state.get());

    state->stop = stop;
    // The one call that another thread makes: it writes to a descriptor.
    state->atStop.emplace(std::move(stop),
                          [loop = state->loop, wake = state->wake] { pw_loop_signal_event(loop, wake); });
    return std::unique_ptr<PipeWireConnection>(new PipeWireConnection(std::move(state)));
}

pw_core* PipeWireConnection::core() const {
    return m_state->core.get();
}

void PipeWireConnection::iterate(std::optional<std::chrono::milliseconds> atMost) {
    if (m_state->stop.stop_requested())
        return;
    const int result = pw_loop_iterate(m_state->loop, atMost ? static_cast<int>(atMost->count()) : -1);
    if (result < 0 && result != -EINTR && !m_state->failure)
        m_state->failure = Error{ErrorCode::DeviceLost, "PipeWire does not answer", -result};
}

Result<void> PipeWireConnection::roundTrip(std::chrono::milliseconds atMost) {
    const auto deadline = std::chrono::steady_clock::now() + atMost;
    const int asked = pw_core_sync(m_state->core.get(), PW_ID_CORE, 0);
    while (m_state->answered != asked) {
        if (m_state->stop.stop_requested())
            return Error{ErrorCode::Cancelled, "PipeWire was asked no further", 0};
        if (m_state->failure)
            return *m_state->failure;
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return Error{ErrorCode::DeviceLost, "PipeWire does not answer", 0};
        iterate(left);
    }
    return {};
}

const std::vector<PipeWireConnection::Node>& PipeWireConnection::nodes() const {
    return m_state->nodes;
}

const std::optional<Error>& PipeWireConnection::failure() const {
    return m_state->failure;
}

} // namespace mockingbird::recorder

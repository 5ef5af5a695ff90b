// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/capture/pulse_server.h"

#include <pulse/context.h>
#include <pulse/error.h>
#include <pulse/mainloop.h>
#include <pulse/operation.h>

namespace mockingbird::recorder {

void PulseServer::FreeLoop::operator()(pa_mainloop* loop) const {
    pa_mainloop_free(loop);
}

void PulseServer::FreeContext::operator()(pa_context* context) const {
    pa_context_disconnect(context);
    pa_context_unref(context);
}

PulseServer::PulseServer(std::stop_token stop) : m_loop(pa_mainloop_new()), m_stop(std::move(stop)) {
    m_wake.emplace(m_stop, [loop = m_loop.get()] { pa_mainloop_wakeup(loop); });
    m_context.reset(pa_context_new(pa_mainloop_get_api(m_loop.get()), "Mockingbird"));
}

PulseServer::~PulseServer() = default;

Result<std::unique_ptr<PulseServer>> PulseServer::connect(std::stop_token stop) {
    std::unique_ptr<PulseServer> server(new PulseServer(std::move(stop)));
    pa_context* context = server->context();
    bool going = pa_context_connect(context, nullptr, PA_CONTEXT_NOFLAGS, nullptr) >= 0;
    while (going && pa_context_get_state(context) != PA_CONTEXT_READY)
        going = server->step();
    if (going)
        return server;
    const int number = pa_context_errno(context);
    return Error{ErrorCode::DeviceLost, std::string("the sound server: ") + pa_strerror(number), number};
}

bool PulseServer::step() {
    return pa_mainloop_iterate(m_loop.get(), 1, nullptr) >= 0 && !m_stop.stop_requested() &&
           PA_CONTEXT_IS_GOOD(pa_context_get_state(m_context.get())) != 0;
}

bool PulseServer::finish(pa_operation* operation) {
    if (operation == nullptr)
        return false;
    bool going = true;
    while (going && pa_operation_get_state(operation) == PA_OPERATION_RUNNING)
        going = step();
    // Its callback's arguments may not outlive this call.
    pa_operation_cancel(operation);
    pa_operation_unref(operation);
    return going;
}

} // namespace mockingbird::recorder

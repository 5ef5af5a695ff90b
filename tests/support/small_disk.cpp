// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a program with a disk of its own that holds but a few mebibytes:
//   small_disk MEBIBYTES PROGRAM [ARGUMENT ...]
// The disk is a tmpfs in a mount namespace, so it needs either root or user namespaces, and is gone with the
// program. MOCKINGBIRD_SMALL_DISK says where it is.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

[[noreturn]] void give(const char* what) {
    std::fprintf(stderr,
                 "There is no small disk to fill: %s: %s. This needs root or user namespaces "
                 "(sysctl kernel.unprivileged_userns_clone=1).\n",
                 what, std::strerror(errno));
    std::exit(1);
}

void write(const char* file, const std::string& text) {
    const int descriptor = ::open(file, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0 || ::write(descriptor, text.data(), text.size()) < 0)
        give(file);
    ::close(descriptor);
}

/// Mounts of our own: as root at once, else as the root of a user namespace of our own.
void separateMounts() {
    if (::unshare(CLONE_NEWNS) == 0)
        return;
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        give("no namespace of mounts");
    // A group may be mapped only where nobody can leave one.
    write("/proc/self/setgroups", "deny");
    write("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
    write("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
}

} // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("small_disk MEBIBYTES PROGRAM [ARGUMENT ...]\n", stderr);
        return 2;
    }
    const char* temporary = std::getenv("TMPDIR");
    std::string place = std::string(temporary == nullptr ? "/tmp" : temporary) + "/small-disk-XXXXXX";
    if (::mkdtemp(place.data()) == nullptr)
        give("no folder for it");
    separateMounts();
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        give("mounts can't be kept apart");
    const std::string size = "mode=0700,size=" + std::string(words[1]) + "m";
    if (::mount("small_disk", place.c_str(), "tmpfs", MS_NODEV | MS_NOSUID, size.c_str()) != 0)
        give("tmpfs can't be mounted");
    ::setenv("MOCKINGBIRD_SMALL_DISK", place.c_str(), 1);

    // A child, so that the folder outside can be removed after it.
    const pid_t child = ::fork();
    if (child < 0)
        give("no process");
    if (child == 0) {
        ::execvp(words[2], words + 2);
        std::fprintf(stderr, "%s: %s\n", words[2], std::strerror(errno));
        ::_exit(127);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    ::umount2(place.c_str(), MNT_DETACH);
    ::rmdir(place.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

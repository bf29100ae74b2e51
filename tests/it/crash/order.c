/* What a program does with its log and its answers, in order: loaded into the server (LD_PRELOAD) by tests/it/crash.rs.
 *
 * Lines in the file that DROOMBORD_ORDER names: `write` when the database's log was written, `syncing` and `synced` around making it
 * last, `answer` right before "201" goes out. While a file of that name with ".broken" behind it is there, syncing fails as on a broken
 * disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void say(const char *what) {
    int before = errno;
    const char *path = getenv("DROOMBORD_ORDER");
    int out = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (out >= 0) {
        /* One call a line: what several threads append is never mixed. */
        char line[64];
        int length = snprintf(line, sizeof line, "%s\n", what);
        REAL(write)(out, line, (size_t)length);
        close(out);
    }
    errno = before;
}

static int is_log(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 4) return 0;
    path[length] = 0;
    return strcmp(path + length - 4, "-wal") == 0;
}

static int is_broken(void) {
    char path[4096];
    const char *order = getenv("DROOMBORD_ORDER");
    snprintf(path, sizeof path, "%s.broken", order ? order : "");
    return access(path, F_OK) == 0;
}

static void look(const void *bytes, size_t length) {
    static const char created[] = "HTTP/1.1 201";
    if (length >= sizeof created - 1 && memcmp(bytes, created, sizeof created - 1) == 0) say("answer");
}

static ssize_t written(int file, ssize_t result) {
    if (result > 0 && is_log(file)) say("write");
    return result;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) {
    return written(file, REAL(pwrite)(file, bytes, length, at));
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
    return written(file, REAL(pwrite64)(file, bytes, length, at));
}

ssize_t write(int file, const void *bytes, size_t length) {
    look(bytes, length);
    return written(file, REAL(write)(file, bytes, length));
}

ssize_t send(int socket, const void *bytes, size_t length, int flags) {
    look(bytes, length);
    return REAL(send)(socket, bytes, length, flags);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    if (count > 0) look(parts[0].iov_base, parts[0].iov_len);
    return written(file, REAL(writev)(file, parts, count));
}

ssize_t sendmsg(int socket, const struct msghdr *message, int flags) {
    if (message->msg_iovlen > 0) look(message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
    return REAL(sendmsg)(socket, message, flags);
}

static int sync_by(int (*sync)(int), int file) {
    if (!is_log(file)) return sync(file);
    if (is_broken()) {
        errno = EIO;
        return -1;
    }
    say("syncing");
    int result = sync(file);
    if (result == 0) say("synced");
    return result;
}

int fsync(int file) { return sync_by(REAL(fsync), file); }

int fdatasync(int file) { return sync_by(REAL(fdatasync), file); }

#include "platform/recognition/frame.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace expogate {
namespace {

int wait_ms(FrameDeadline deadline) {
  if (deadline == FrameDeadline::max()) return -1;
  using std::chrono::ceil, std::chrono::milliseconds;
  auto left = ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
  if (left.count() <= 0) throw FrameLate();
  return int(left.count());
}

void wait_until_ready(int socket, short events, FrameDeadline deadline) {
  for (;;) {
    pollfd waiting{socket, events, 0};
    int ready = ::poll(&waiting, 1, wait_ms(deadline));
    if (ready > 0) return;
    if (ready < 0 && errno != EINTR) throw FrameClosed();
  }
}

void send_all(int socket, std::string_view bytes, FrameDeadline deadline) {
  while (!bytes.empty()) {
    wait_until_ready(socket, POLLOUT, deadline);
    auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0)
      bytes.remove_prefix(std::size_t(sent));
    else if (errno != EAGAIN && errno != EINTR)
      throw FrameClosed();
  }
}

void receive_all(int socket, char* target, std::size_t size, FrameDeadline deadline) {
  while (size > 0) {
    wait_until_ready(socket, POLLIN, deadline);
    auto received = ::read(socket, target, size);
    if (received == 0) throw FrameClosed();
    if (received > 0) {
      target += received;
      size -= std::size_t(received);
    } else if (errno != EAGAIN && errno != EINTR) {
      throw FrameClosed();
    }
  }
}

}  // namespace

void send_frame(int socket, std::string_view bytes, FrameDeadline deadline) {
  if (bytes.size() > max_frame_bytes) throw FrameFault("the message is too long");
  auto size = std::uint32_t(bytes.size());
  std::array head{char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
  send_all(socket, {head.data(), head.size()}, deadline);
  send_all(socket, bytes, deadline);
}

std::string receive_frame(int socket, FrameDeadline deadline) {
  std::array<char, 4> head{};
  receive_all(socket, head.data(), head.size(), deadline);
  std::size_t size = 0;
  for (char byte : head) size = size << 8 | static_cast<unsigned char>(byte);
  if (size > max_frame_bytes) throw FrameFault("the other side does not speak in messages");
  std::string bytes(size, '\0');
  receive_all(socket, bytes.data(), size, deadline);
  return bytes;
}

}  // namespace expogate

#pragma once
#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace expogate {

// How the server and expogate-recognizer talk over a stream socket: a message is its length in four bytes,
// most significant first, and then its bytes.

using FrameDeadline = std::chrono::steady_clock::time_point;

inline constexpr std::size_t max_frame_bytes = 16 << 20;

struct FrameFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The other side did not take or give the bytes in time.
struct FrameLate final : FrameFault {
  FrameLate() : FrameFault("no answer in time") {}
};

/// The other side has gone, before a message or in the middle of one.
struct FrameClosed final : FrameFault {
  FrameClosed() : FrameFault("the other side has gone") {}
};

void send_frame(int socket, std::string_view bytes, FrameDeadline deadline = FrameDeadline::max());

/// Throws FrameFault also for a length that no message has.
std::string receive_frame(int socket, FrameDeadline deadline = FrameDeadline::max());

}  // namespace expogate

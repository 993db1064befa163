#pragma once
#include <unistd.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <chrono>

#include "platform/recognition/frame.h"
#include "platform/recognition/recognizer_answer.h"
#include "recognizer/confinement.h"

namespace expogate::recognizer {

/// The last resort, should a picture keep us computing after nobody waits any more: the kernel ends this process.
void set_alarm(std::chrono::seconds computing);

/// Confines this process, greets, and answers one picture after the other until the socket closes, which throws
/// FrameClosed.
template <class Answer>
[[noreturn]] void serve_pictures(std::chrono::seconds budget, Answer&& answer_to) {
  constexpr auto never = std::chrono::seconds(0);
  confine();
  send_frame(STDOUT_FILENO, recognizer_greeting);
  for (;;) {
    auto jpeg = receive_frame(STDIN_FILENO);
    set_alarm(2 * budget);
    send_frame(STDOUT_FILENO, boost::json::serialize(boost::json::value_from(answer_to(jpeg))));
    set_alarm(never);
  }
}

}  // namespace expogate::recognizer

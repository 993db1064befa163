#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace expogate::http {

/// Puts a chunked body together (RFC 9112, 7.1), to the letter: a chunk that two readers could end at
/// different places is an error. Extensions and trailers are checked and dropped.
class ChunkedBody {
 public:
  explicit ChunkedBody(std::size_t limit) : limit_(limit) {}

  enum class State { size_line, data, data_end, trailer, complete, malformed, too_large };
  /// Takes what belongs to the body; tells how many bytes that were.
  std::size_t take(std::string_view bytes);
  State state() const { return state_; }
  bool is_over() const { return state_ >= State::complete; }
  std::string& text() { return text_; }

 private:
  std::size_t take_data(std::string_view bytes);
  bool take_line_byte(char c);
  void read_size_line();
  void end_line();
  std::size_t limit_, overhead_ = 0;
  std::uint64_t left_ = 0;
  State state_ = State::size_line;
  std::string line_, text_;
};

}  // namespace expogate::http

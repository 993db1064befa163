#include "platform/http/chunked_body.h"

#include <algorithm>
#include <charconv>

#include "platform/http/field_syntax.h"

namespace expogate::http {
namespace {

constexpr std::size_t longest_size = 15;          // hexadecimal digits: more would not fit any number
constexpr std::size_t most_overhead = 16 * 1024;  // of extensions and trailers, beyond what sizes need

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t")));
}

/// `"…"` from the front; false when it does not end.
bool skip_quoted(std::string_view& text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return true;
    }
  }
  return false;
}

bool skip_token(std::string_view& text) {
  auto token = text.substr(0, text.find_first_of(" \t;=\""));
  text.remove_prefix(token.size());
  return is_token(token);
}

/// `;name=value;name="value"`, with the blanks that a recipient has to bear.
bool is_chunk_extension(std::string_view text) {
  if (std::ranges::any_of(
          text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }))
    return false;
  while (!text.empty()) {
    skip_blanks(text);
    if (!text.starts_with(';')) return false;
    text.remove_prefix(1);
    skip_blanks(text);
    if (!skip_token(text)) return false;
    auto behind_name = text;
    skip_blanks(behind_name);
    if (!behind_name.starts_with('=')) continue;
    text = behind_name.substr(1);
    skip_blanks(text);
    if (!(text.starts_with('"') ? skip_quoted(text) : skip_token(text))) return false;
  }
  return true;
}

}  // namespace

std::size_t ChunkedBody::take(std::string_view bytes) {
  std::size_t used = 0;
  while (used < bytes.size() && !is_over()) {
    if (state_ == State::data) {
      used += take_data(bytes.substr(used));
      continue;
    }
    if (!take_line_byte(bytes[used])) state_ = State::malformed;
    ++used;
  }
  return used;
}

std::size_t ChunkedBody::take_data(std::string_view bytes) {
  auto count = std::size_t(std::min<std::uint64_t>(left_, bytes.size()));
  text_.append(bytes.substr(0, count));
  left_ -= count;
  if (left_ == 0) state_ = State::data_end;
  return count;
}

/// A line ends with CR and LF together, never with one of them alone.
bool ChunkedBody::take_line_byte(char c) {
  bool is_after_return = !line_.empty() && line_.back() == '\r';
  if (is_after_return != (c == '\n')) return false;
  line_ += c;
  if (state_ == State::data_end && line_.size() == 1 && c != '\r') return false;
  if (c != '\n') return line_.size() <= most_overhead;
  line_.resize(line_.size() - 2);
  end_line();
  line_.clear();
  return state_ != State::malformed;
}

void ChunkedBody::end_line() {
  if (state_ == State::data_end) {
    state_ = State::size_line;
  } else if (state_ == State::size_line) {
    read_size_line();
  } else if (line_.empty()) {
    state_ = State::complete;
  } else {
    overhead_ += line_.size();
    if (!read_field_line(line_) || overhead_ > most_overhead) state_ = State::malformed;
  }
}

void ChunkedBody::read_size_line() {
  auto digits = std::string_view(line_).substr(0, line_.find_first_not_of("0123456789abcdefABCDEF"));
  auto extension = std::string_view(line_).substr(digits.size());
  overhead_ += extension.size();
  if (digits.empty() || digits.size() > longest_size || overhead_ > most_overhead ||
      !is_chunk_extension(extension)) {
    state_ = State::malformed;
    return;
  }
  std::from_chars(digits.data(), digits.data() + digits.size(), left_, 16);
  if (left_ == 0)
    state_ = State::trailer;
  else
    state_ = left_ > limit_ - text_.size() ? State::too_large : State::data;
}

}  // namespace expogate::http

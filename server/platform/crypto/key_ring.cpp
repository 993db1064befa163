#include "platform/crypto/key_ring.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/text.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"

namespace expogate {
namespace {

constexpr std::size_t key_size = 32;

std::optional<KeyRing::Kid> parse_kid(std::string_view text) {
  KeyRing::Kid kid = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), kid);
  if (error != std::errc() || end != text.data() + text.size() || kid == 0) return std::nullopt;
  return kid;
}

}  // namespace

/// Reads the lines of a ring and collects everything that is wrong with them.
class KeyRingReader {
 public:
  KeyRing read(std::string_view text) {
    while (!text.empty()) {
      auto end = text.find('\n');
      ++line_number_;
      if (auto line = trimmed(text.substr(0, end)); !line.empty() && line.front() != '#') read_line(line);
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    if (!has_index_line_) mistakes_.push_back("the line of the key `index` is missing");
    if (ring_.writing_kid_ == 0)
      mistakes_.push_back("no numbered key is active, so nothing could be written");
    if (!mistakes_.empty()) throw KeyRingError(std::move(mistakes_));
    return std::move(ring_);
  }

 private:
  void read_line(std::string_view line) {
    auto first = line.find(':'), second = line.rfind(':');
    if (first == second) return mistake("is not of the form kid:key:state");
    auto kid = line.substr(0, first), state = line.substr(second + 1);
    auto key = base64_decode(line.substr(first + 1, second - first - 1));
    if (!key || key->size() != key_size) mistake("its key is not the base64 of 32 bytes");
    if (state != "active" && state != "retired") mistake("its state is neither `active` nor `retired`");
    if (kid == "index")
      add_index_key(key.value_or(""), state);
    else
      add_numbered_key(kid, key.value_or(""), state);
  }

  void add_index_key(std::string key, std::string_view state) {
    if (state == "retired") mistake("the key `index` cannot be retired: nothing could be found any more");
    if (has_index_line_) mistake("the key `index` is there twice");
    has_index_line_ = true;
    ring_.index_key_ = std::move(key);
  }

  void add_numbered_key(std::string_view text, std::string key, std::string_view state) {
    auto kid = parse_kid(text);
    if (!kid) return mistake("its kid is neither `index` nor a number from 1 to 65535");
    if (!ring_.keys_.emplace(*kid, std::move(key)).second)
      mistake(fmt::format("the key {} is there twice", *kid));
    if (state == "active") ring_.writing_kid_ = std::max(ring_.writing_kid_, *kid);
  }

  void mistake(std::string_view what) { mistakes_.push_back(fmt::format("line {}: {}", line_number_, what)); }

  KeyRing ring_;
  std::vector<std::string> mistakes_;
  int line_number_ = 0;
  bool has_index_line_ = false;
};

KeyRingError::KeyRingError(std::vector<std::string> mistakes)
    : std::runtime_error(fmt::format("the key ring cannot be used: {}", fmt::join(mistakes, "; "))),
      mistakes_(std::move(mistakes)) {}

KeyRing KeyRing::parse(std::string_view text) {
  return KeyRingReader().read(text);
}

KeyRing KeyRing::from_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) throw KeyRingError({fmt::format("{} cannot be read", path.string())});
  return parse(text.view());
}

KeyRing KeyRing::from_environment(const std::string& variable) {
  const char* text = std::getenv(variable.c_str());
  if (text == nullptr) throw KeyRingError({fmt::format("the environment variable {} is not set", variable)});
  return parse(text);
}

const std::string* KeyRing::find(Kid kid) const {
  auto found = keys_.find(kid);
  return found == keys_.end() ? nullptr : &found->second;
}

std::string KeyRing::derive(std::string_view purpose) const {
  return hkdf_sha256(index_key_, purpose);
}

std::string new_key_ring_text() {
  return fmt::format("index:{}:active\n1:{}:active\n", base64_encode(random_bytes(key_size)),
                     base64_encode(random_bytes(key_size)));
}

}  // namespace expogate

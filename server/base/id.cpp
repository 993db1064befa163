#include "base/id.h"

#include <sys/random.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace expogate {
namespace {

void fill_random(void* target, std::size_t size) {
  auto* bytes = static_cast<unsigned char*>(target);
  for (std::size_t done = 0; done < size;) {
    auto n = getrandom(bytes + done, size - done, 0);
    if (n < 0) throw std::runtime_error("the operating system gives no random bytes");
    done += std::size_t(n);
  }
}

}  // namespace

std::string new_id_text(Instant now) {
  static constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  std::array<unsigned char, 10> random;
  fill_random(random.data(), random.size());
  std::string text(26, '0');
  auto time = std::uint64_t(now.ms);
  for (int i = 9; i >= 0; --i, time >>= 5) text[std::size_t(i)] = alphabet[time & 31];
  std::uint64_t bits = 0;
  int available = 0;
  std::size_t at = 10;
  for (unsigned char byte : random) {
    bits = bits << 8 | byte;
    for (available += 8; available >= 5; available -= 5) text[at++] = alphabet[bits >> (available - 5) & 31];
  }
  return text;
}

bool is_acceptable_id(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  for (char c : text) {
    bool ok = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
              c == '_' || c == '.';
    if (!ok) return false;
  }
  return true;
}

std::string random_hex(std::size_t bytes) {
  static constexpr std::string_view alphabet = "0123456789abcdef";
  std::string raw(bytes, '\0'), text;
  fill_random(raw.data(), raw.size());
  for (unsigned char byte : raw) {
    text += alphabet[byte >> 4];
    text += alphabet[byte & 15];
  }
  return text;
}

std::string random_digits(std::size_t count) {
  std::string text;
  while (text.size() < count) {
    unsigned char byte;
    fill_random(&byte, 1);
    if (byte < 250) text += char('0' + byte % 10);  // 250..255 would make some digits likelier
  }
  return text;
}

}  // namespace expogate

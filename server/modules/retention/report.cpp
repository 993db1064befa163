#include "retention/report.h"

#include <cctype>

#include "base/identity_document.h"
#include "base/text.h"
#include "platform/crypto/ed25519.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/field_cipher.h"
#include "platform/wire/codec.h"

namespace expogate::retention {
namespace {

Ed25519Key key_of(const std::string& edition, const KeyRing& ring) {
  return Ed25519Key(ring.derive("erasure-report/" + edition));
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool is_mobile(std::string_view word) {
  return word.size() == 11 && word[0] == '1' && word[1] >= '3' &&
         word.find_first_not_of("0123456789") == word.npos;
}

bool is_resident_id(std::string_view word) {
  return word.size() == 18 && word.substr(0, 17).find_first_not_of("0123456789") == word.npos &&
         birth_date_in(DocumentType::resident_id, word) && resident_id_check(word.substr(0, 17)) == word[17];
}

/// Letters, digits and underscores stand on both sides of an `@`, and a dot behind it.
bool has_address(std::string_view text) {
  for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    if (at == 0 || !is_word(text[at - 1])) continue;
    auto host = text.substr(at + 1, text.find_first_of(" \n\t,;<>\"'", at) - at - 1);
    auto dot = host.find('.');
    if (dot != host.npos && dot > 0 && dot + 1 < host.size()) return true;
  }
  return false;
}

/// Abroad: a plus and 8 to 15 digits (E.164).
bool is_foreign_mobile(std::string_view text, std::size_t begin, std::size_t end) {
  auto digits = text.substr(begin, end - begin);
  return begin > 0 && text[begin - 1] == '+' && digits.size() >= 8 && digits.size() <= 15 &&
         digits.find_first_not_of("0123456789") == digits.npos;
}

std::string_view number_in(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    if (!is_word(text[begin])) {
      ++begin;
      continue;
    }
    auto end = begin;
    while (end < text.size() && is_word(text[end])) ++end;
    auto word = text.substr(begin, end - begin);
    if (is_mobile(word) || is_foreign_mobile(text, begin, end)) return "mobile";
    if (is_resident_id(word)) return "document";
    begin = end;
  }
  return "";
}

/// Numbers as people group them: `138 0013 8000`, `138-0013-8000`.
std::string with_digits_joined(std::string_view text) {
  auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool is_gap = (text[i] == ' ' || text[i] == '-') && i > 0 && is_digit(i - 1) && is_digit(i + 1);
    if (!is_gap) joined += text[i];
  }
  return joined;
}

}  // namespace

std::string sign_report(const ErasureReport& report, const KeyRing& ring) {
  auto key = key_of(report.edition, ring);
  auto bytes = wire::to_json(report);
  return wire::to_json(
      SignedReport{report, {"Ed25519", hex_encode(key.public_key()), hex_encode(key.sign(bytes))}});
}

std::optional<ErasureReport> read_signed_report(const std::string& text, const KeyRing& ring) {
  SignedReport read;
  try {
    read = wire::from_json<SignedReport>(text);
  } catch (const Problem&) {
    return std::nullopt;  // another file altogether
  }
  // The very bytes: a key that stands twice could be read by others otherwise than here.
  if (wire::to_json(read) != trimmed(text)) return std::nullopt;
  auto key = key_of(read.report.edition, ring);
  auto signature = hex_decode(read.signature.value);
  if (!signature || !has_signed_ed25519(key.public_key(), wire::to_json(read.report), *signature))
    return std::nullopt;
  return read.report;
}

std::string_view personal_trace(std::string_view text) {
  if (text.empty()) return "";
  if (FieldCipher::kid_of(text)) return "sealed";
  auto plain = half_width(text);
  if (has_address(plain)) return "email";
  auto found = number_in(plain);
  return found.empty() ? number_in(with_digits_joined(plain)) : found;
}

}  // namespace expogate::retention

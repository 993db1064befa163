#include "platform/http/compression.h"

#include <zlib.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "platform/http/field_syntax.h"

namespace expogate::http {
namespace {

constexpr std::size_t worth_it = 1024;  // below, the packet count stays the same
constexpr int gzip_window = 15 + 16;    // zlib's way to ask for a gzip header

bool has_coding(const Response& response) {
  return std::ranges::any_of(response.headers,
                             [](auto& header) { return header.first == "Content-Encoding"; });
}

}  // namespace

std::string gzip(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 1, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = uInt(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = uInt(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string etag_of(std::string_view text) {
  return "\"" + std::to_string(std::hash<std::string_view>{}(text)) + "\"";
}

bool accepts_encoding(std::string_view header, std::string_view coding) {
  std::optional<double> named, any;
  for_each_element(header, [&](std::string_view element) {
    auto name = ascii_lower(trimmed(element.substr(0, element.find(';'))));
    if (name == coding) named = weight_of(element);
    if (name == "*") any = weight_of(element);
  });
  return named.value_or(any.value_or(0)) > 0;
}

std::string etag_of_coding(std::string_view etag, std::string_view coding) {
  return std::string(etag.substr(0, etag.size() - 1)).append("-").append(coding).append("\"");
}

void compress(const Request& request, Response& response) {
  if (response.bytes().size() < worth_it || has_coding(response)) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");  // also when this client takes it as it is
  if (!accepts_encoding(request.header_list("accept-encoding"), "gzip")) return;
  response.body = gzip(response.bytes());
  response.headers.emplace_back("Content-Encoding", "gzip");
  for (auto& [name, value] : response.headers)
    if (name == "ETag") value = etag_of_coding(value, "gzip");
}

void spare_known_body(const Request& request, Response& response) {
  if (request.method() != Method::get && request.method() != Method::head) return;
  auto known = request.header_list("if-none-match");
  for (auto& [name, value] : response.headers) {
    if (name != "ETag" || response.status != 200 || !has_entity_tag(known, value)) continue;
    response.status = 304;
    response.body.clear();
    response.lasting_body = {};
  }
}

}  // namespace expogate::http

#include "platform/http/compression.h"

#include <zlib.h>

#include "base/text.h"

namespace expogate::http {
namespace {

constexpr std::size_t worth_it = 1024;  // below, the packet count stays the same
constexpr int gzip_window = 15 + 16;    // zlib's way to ask for a gzip header

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

}  // namespace

bool accepts_encoding(std::string_view header, std::string_view coding) {
  while (!header.empty()) {
    auto item = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), item.size() + 1));
    auto name = trimmed(item.substr(0, item.find(';')));
    auto weight = item.find("q=");
    bool is_forbidden =
        weight != item.npos && item.substr(weight + 2).find_first_of("123456789") == item.npos;
    if (ascii_lower(name) == coding) return !is_forbidden;
  }
  return false;
}

void compress(const Request& request, Response& response) {
  if (response.body.size() < worth_it || !accepts_encoding(request.header("accept-encoding"), "gzip")) return;
  response.body = gzip(response.body);
  response.headers.emplace_back("Content-Encoding", "gzip");
  response.headers.emplace_back("Vary", "Accept-Encoding");
}

}  // namespace expogate::http

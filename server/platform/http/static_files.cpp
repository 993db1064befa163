#include "platform/http/static_files.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "platform/http/compression.h"

namespace expogate::http {
namespace {

namespace fs = std::filesystem;

std::string content_type_of(const std::string& path) {
  static const std::map<std::string, std::string> types{{".html", "text/html; charset=utf-8"},
                                                        {".js", "text/javascript"},
                                                        {".css", "text/css"},
                                                        {".svg", "image/svg+xml"},
                                                        {".png", "image/png"},
                                                        {".json", "application/json"},
                                                        {".wasm", "application/wasm"},
                                                        {".woff2", "font/woff2"},
                                                        {".txt", "text/plain; charset=utf-8"},
                                                        {".ico", "image/x-icon"},
                                                        {".webmanifest", "application/manifest+json"}};
  auto type = types.find(fs::path(path).extension().string());
  return type == types.end() ? "application/octet-stream" : type->second;
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return std::move(content).str();
}

bool is_compressed_form(const fs::path& path) {
  return path.extension() == ".br" || path.extension() == ".gz";
}

}  // namespace

StaticFiles::StaticFiles(const std::string& folder) {
  if (!fs::is_directory(folder)) return;
  for (auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || is_compressed_form(entry.path())) continue;
    auto name = "/" + fs::relative(entry.path(), folder).generic_string();
    File file;
    file.plain = content_of(entry.path());
    file.brotli = content_of(entry.path().string() + ".br");
    file.gzip = content_of(entry.path().string() + ".gz");
    file.content_type = content_type_of(name);
    file.etag = "\"" + std::to_string(std::hash<std::string>{}(file.plain)) + "\"";
    file.is_immutable = name.starts_with("/assets/");  // their names carry a hash of their content
    files_.emplace(name, std::move(file));
  }
}

Response StaticFiles::serve(const Request& request) const {
  auto found = files_.find(request.path());
  bool looks_like_file =
      request.path().substr(request.path().rfind('/') + 1).find('.') != std::string_view::npos;
  if (found == files_.end() && !looks_like_file) found = files_.find("/index.html");
  if (found == files_.end()) return Response(404);
  auto& file = found->second;
  Response response;
  response.content_type = file.content_type;
  response.headers = {
      {"ETag", file.etag},
      {"Cache-Control", file.is_immutable ? "public, max-age=31536000, immutable" : "no-cache"},
      {"Vary", "Accept-Encoding"}};
  if (request.header("if-none-match") == file.etag) {
    response.status = 304;
    return response;
  }
  auto accepted = request.header("accept-encoding");
  if (!file.brotli.empty() && accepts_encoding(accepted, "br")) {
    response.lasting_body = file.brotli;
    response.headers.emplace_back("Content-Encoding", "br");
  } else if (!file.gzip.empty() && accepts_encoding(accepted, "gzip")) {
    response.lasting_body = file.gzip;
    response.headers.emplace_back("Content-Encoding", "gzip");
  } else {
    response.lasting_body = file.plain;
  }
  return response;
}

}  // namespace expogate::http

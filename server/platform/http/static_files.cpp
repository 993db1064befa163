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

/// Pages have no dot in their last segment, and one spelling each: `/metrics/` is none of them.
bool may_be_page(std::string_view path) {
  if (path == "/") return true;
  auto last = path.substr(path.rfind('/') + 1);
  return !last.empty() && last.find('.') == last.npos && path.find("//") == path.npos &&
         path.find("/./") == path.npos && path.find("/../") == path.npos;
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
    file.etag = etag_of(file.plain);
    file.is_immutable = name.starts_with("/assets/");  // their names carry a hash of their content
    files_.emplace(name, std::move(file));
  }
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
  auto found = files_.find(path);
  if (found == files_.end() && may_be_page(path)) found = files_.find("/index.html");
  return found == files_.end() ? nullptr : &found->second;
}

Response StaticFiles::serve(const Request& request) const {
  auto* file = find(request.path());
  if (!file) return Response(404);
  Response response;
  response.content_type = file->content_type;
  response.headers = {
      {"Cache-Control", file->is_immutable ? "public, max-age=31536000, immutable" : "no-cache"},
      {"Vary", "Accept-Encoding"}};
  auto serve_form = [&](const std::string& form, std::string_view coding) {
    response.lasting_body = form;
    response.headers.emplace_back("ETag", coding.empty() ? file->etag : etag_of_coding(file->etag, coding));
    if (!coding.empty()) response.headers.emplace_back("Content-Encoding", coding);
  };
  auto accepted = request.header_list("accept-encoding");
  if (!file->brotli.empty() && accepts_encoding(accepted, "br"))
    serve_form(file->brotli, "br");
  else if (!file->gzip.empty() && accepts_encoding(accepted, "gzip"))
    serve_form(file->gzip, "gzip");
  else
    serve_form(file->plain, "");
  spare_known_body(request, response);
  return response;
}

}  // namespace expogate::http

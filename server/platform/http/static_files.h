#pragma once
#include <map>
#include <string>

#include "platform/http/message.h"

namespace expogate::http {

/// The built web application, read into memory at start (a few megabytes): no path of a request ever reaches
/// the file system. `x.js.br` and `x.js.gz` beside `x.js` are its compressed forms.
class StaticFiles {
 public:
  explicit StaticFiles(const std::string& folder);
  /// Whether something is served there: a file, or a page of the application.
  bool has(std::string_view path) const { return find(path) != nullptr; }
  /// The file, or 304; for a path that is no file but may be a page of the application, `index.html`.
  Response serve(const Request& request) const;

 private:
  struct File {
    std::string plain, brotli, gzip, etag, content_type;
    bool is_immutable = false;
  };
  const File* find(std::string_view path) const;
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace expogate::http

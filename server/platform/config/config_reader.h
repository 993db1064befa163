#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace expogate {

/// All mistakes of a configuration at once; the program does not start with any.
class ConfigError final : public std::runtime_error {
 public:
  explicit ConfigError(std::vector<std::string> mistakes);
};

/// Reads typed settings from a TOML file, each of which the environment may replace: `http.port` by
/// EXPOGATE_HTTP_PORT. Wrong types, values out of range and unknown names are all told together by `finish`.
class ConfigReader {
 public:
  /// An empty path reads the environment alone.
  explicit ConfigReader(const std::string& path);
  ~ConfigReader();

  std::string text(const std::string& name, std::string otherwise);
  int integer(const std::string& name, int otherwise, int least, int most);
  bool flag(const std::string& name, bool otherwise);

  /// The texts below a table whose keys an operator chooses: `sms.templates`. The file's alone.
  std::map<std::string, std::string> texts(const std::string& name);

  /// A mistake that only the reader of several settings can see.
  void mistake(std::string what) { mistakes_.push_back(std::move(what)); }

  /// Throws ConfigError when anything is wrong or was never asked for.
  void finish();

 private:
  struct File;
  const char* environment(const std::string& name);
  std::unique_ptr<File> file_;
  std::set<std::string> asked_;
  std::vector<std::string> mistakes_;
};

}  // namespace expogate

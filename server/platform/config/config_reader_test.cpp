#include "platform/config/config_reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace expogate {
namespace {

std::string file_with(const std::string& text) {
  auto path = testing::TempDir() + "config.toml";
  std::ofstream(path) << text;
  return path;
}

TEST(Config, TellsEveryMistakeAtOnce) {
  ConfigReader reader(file_with("[http]\nport = \"x\"\nthreads = 900\nhots = \"a\"\n"));
  reader.integer("http.port", 8080, 0, 65535);
  reader.integer("http.threads", 8, 1, 64);
  try {
    reader.finish();
    FAIL() << "three mistakes were accepted";
  } catch (const ConfigError& error) {
    std::string text = error.what();
    EXPECT_NE(text.find("http.port must be a whole number"), text.npos);
    EXPECT_NE(text.find("http.threads must be between 1 and 64"), text.npos);
    EXPECT_NE(text.find("http.hots is not a setting"), text.npos);
  }
}

TEST(Config, TheEnvironmentReplacesTheFile) {
  setenv("EXPOGATE_HTTP_PORT", "9090", 1);
  ConfigReader reader(file_with("[http]\nport = 8081\n"));
  EXPECT_EQ(reader.integer("http.port", 8080, 0, 65535), 9090);
  unsetenv("EXPOGATE_HTTP_PORT");
  EXPECT_EQ(reader.integer("http.port", 8080, 0, 65535), 8081);
  reader.finish();
}

}  // namespace
}  // namespace expogate

#include <cstdio>
#include <filesystem>

#include "app/commands.h"
#include "app/services.h"
#include "app/system_http.h"
#include "platform/crypto/key_ring.h"
#include "platform/db/migrations.h"
#include "platform/wire/openapi.h"

namespace expogate::commands {
namespace {

/// The program on an empty database of its own, making no folder: enough to describe itself.
Config describing(Config config) {
  config.database.url = "sqlite:";
  config.data_folder = std::filesystem::temp_directory_path();
  return config;
}

template <class Describe>
int describe(const Config& config, Describe&& print) {
  if (config.key_ring.empty() && !std::getenv("EXPOGATE_KEY_RING"))
    setenv("EXPOGATE_KEY_RING", new_key_ring_text().c_str(), 1);
  Services services(describing(config));
  std::atomic<bool> is_ready{false};
  wire::Router router;
  add_all_routes(router, services, is_ready);
  print(router);
  return 0;
}

std::string access_words(const wire::Access& access) {
  switch (access.kind) {
    case wire::Access::Kind::permission:
      return access.permission_name;
    case wire::Access::Kind::oneself:
      return "oneself";
    case wire::Access::Kind::everyone:
      return "everyone (" + access.reason + ")";
    case wire::Access::Kind::unsaid:
      return "UNSAID";
  }
  return "";
}

}  // namespace

int new_key_ring(const Config&, const Words&) {
  std::fputs(new_key_ring_text().c_str(), stdout);
  return 0;
}

int openapi(const Config& config, const Words&) {
  return describe(config, [](const wire::Router& router) {
    std::fputs(wire::pretty(wire::openapi_document(router, std::string(program_version))).c_str(), stdout);
  });
}

int routes(const Config& config, const Words&) {
  return describe(config, [](const wire::Router& router) {
    for (auto& endpoint : router.endpoints())
      std::printf("%-7s %-60s %-34s %s\n", wire::method_name(endpoint.method).data(),
                  endpoint.pattern.c_str(), endpoint.name.c_str(), access_words(endpoint.access).c_str());
  });
}

int error_codes(const Config&, const Words&) {
  std::fputs(wire::error_code_list().c_str(), stdout);
  return 0;
}

int schema(const Config&, const Words&) {
  auto file = std::string("/tmp/expogate-schema-") + random_hex(8) + ".db";
  {
    auto database = db::open_database({.url = "sqlite:" + file, .connections = 1});
    db::migrate(*database, {0});
    std::fputs(db::schema_text(*database).c_str(), stdout);
  }
  for (auto* tail : {"", "-wal", "-shm"}) std::remove((file + tail).c_str());
  return 0;
}

}  // namespace expogate::commands

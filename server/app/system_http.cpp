#include "app/system_http.h"

#include "platform/crypto/encoding.h"
#include "platform/http/kept_text.h"
#include "platform/wire/openapi.h"

namespace expogate {

struct SystemInfo {
  std::string version, fair_zh, fair_en, short_name_zh, short_name_en, organizer_zh, organizer_en, motto_zh,
      motto_en, time_zone, accent_color;
  bool has_logo = false;
  std::vector<fair::Feature> features;  ///< what is open at this fair
  bool demo = false, time_machine = false;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(SystemInfo, (),
                      (version, fair_zh, fair_en, short_name_zh, short_name_en, organizer_zh, organizer_en,
                       motto_zh, motto_en, time_zone, accent_color, has_logo, features, demo, time_machine,
                       now))

namespace {

constexpr std::string_view docs_style = R"(
:root { color-scheme: light; }
body { margin: 0; font: 14px/1.57 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; color: #16202e; background: #f4f6f9; }
main { max-width: 1120px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 22px; } h2 { font-size: 18px; margin-top: 32px; } h3 { font-size: 14px; margin: 0 0 8px; overflow-wrap: anywhere; }
section { background: #fff; border: 1px solid #dfe4ea; border-radius: 12px; padding: 16px; margin: 12px 0; overflow-x: auto; }
p { margin: 4px 0; } a { color: #0b4ea2; } code { font-family: ui-monospace, monospace; color: #083b7c; }
table { border-collapse: collapse; width: 100%; font-size: 13px; background: #fff; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid #eef1f5; font-weight: 400; overflow-wrap: anywhere; }
)";

http::Response text_response(std::string body, std::string content_type) {
  http::Response response;
  response.body = std::move(body);
  response.content_type = std::move(content_type);
  return response;
}

/// What keeps the process from serving, and what mends it; empty when nothing does.
std::string why_not_ready(Services& s) {
  try {
    s.editions.get_current();
    return "";
  } catch (const db::Error& error) {
    return std::string("the database cannot be read: ") + error.what();
  } catch (const Problem& problem) {
    return std::string(problem.code().en);
  }
}

}  // namespace

void add_system_routes(wire::Router& router, Services& s, const std::atomic<bool>& is_ready) {
  router.get("//healthz", "health_get")
      .for_everyone("asked by the load balancer")
      .in_lane(http::Lane::inline_)
      .summary("The process lives")
      .handle([](const Caller&) { return text_response("ok\n", "text/plain"); });

  router.get("//readyz", "readiness_get")
      .for_everyone("asked by the load balancer")
      .summary("The process can serve: started, not stopping, database at hand")
      .handle([&](const Caller&) {
        auto reason = is_ready ? why_not_ready(s) : "starting or stopping";
        auto response =
            text_response(reason.empty() ? "ready\n" : "not ready: " + reason + "\n", "text/plain");
        response.status = reason.empty() ? 200 : 503;
        return response;
      });

  router.get("//metrics", "metrics_get")
      .for_everyone("holds no personal data; the proxy keeps it internal")
      .summary("Prometheus text")
      .handle([&](const Caller&) { return text_response(s.metrics.text(), "text/plain; version=0.0.4"); });

  router.get("/system", "system_get")
      .for_everyone("the sign-in page must know whether this is a demonstration")
      .summary("Version, whose fair it is, mode and the time the site believes it is")
      .handle([&](const Caller&) {
        auto fair = s.fairs.get();
        bool is_moved = s.config.time_machine || s.config.clock_offset.ms != 0;
        return SystemInfo{std::string(program_version),
                          fair.name_zh,
                          fair.name_en,
                          fair.short_name_zh,
                          fair.short_name_en,
                          fair.organizer_zh,
                          fair.organizer_en,
                          fair.motto_zh,
                          fair.motto_en,
                          fair.time_zone,
                          fair.accent_color,
                          !fair.logo_png.empty(),
                          fair.open_features(),
                          s.config.is_demo,
                          is_moved,
                          s.clock->now()};
      });

  router.get("/system/logo", "system_logo_get")
      .for_everyone("the sign-in page shows whose fair it is")
      .summary("The fair's logo, a PNG picture")
      .handle([&](const Caller&) {
        auto logo = base64_decode(s.fairs.get().logo_png);
        if (!logo || logo->empty()) throw NotFound();
        return text_response(*logo, "image/png");
      });

  auto document = std::make_shared<http::KeptText>("application/json", [&router] {
    return wire::pretty(wire::openapi_document(router, std::string(program_version)));
  });
  router.get("//api/openapi.json", "openapi_get")
      .for_everyone("the API's description is public")
      .answers_file("application/json")
      .summary("OpenAPI 3.1")
      .handle([document](const http::Request& request) { return document->answer(request); });

  auto page = std::make_shared<http::KeptText>("text/html; charset=utf-8", [&router] {
    return wire::docs_page(wire::openapi_document(router, std::string(program_version)));
  });
  router.get("//api/docs", "docs_get")
      .for_everyone("the API's description is public")
      .summary("The API for people")
      .handle([page](const http::Request& request) { return page->answer(request); });

  router.get("//api/docs.css", "docs_style_get")
      .for_everyone("the API's description is public")
      .in_lane(http::Lane::inline_)
      .summary("Style of the API's page")
      .handle([](const Caller&) { return text_response(std::string(docs_style), "text/css"); });
}

}  // namespace expogate

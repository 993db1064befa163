#include "platform/wire/router.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "platform/wire/openapi.h"
#include "platform/wire/page_query.h"

namespace expogate::wire {

enum class TestPermission { read_fruits, write_fruits };
BOOST_DESCRIBE_ENUM(TestPermission, read_fruits, write_fruits)

struct Basket {
  std::string label;
  int pieces = 0;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Basket, (), (label, pieces, version))

struct BasketInput {
  Text<1, 20> label;
  std::optional<int> pieces;
};
BOOST_DESCRIBE_STRUCT(BasketInput, (), (label, pieces))

namespace {

using http::Method;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Runs a route as the application would, without signing in.
http::Response run(const Router& router, http::Request request) {
  auto match = router.match(request.method(), request.path());
  EXPECT_NE(match.endpoint, nullptr) << request.path();
  Call call{request, {}, match.path_values, 0, {}};
  match.endpoint->run(call);
  return std::move(call.response);
}

http::Request json_post(std::string target, std::string body) {
  return {Method::post,
          std::move(target),
          {{"Content-Type", "application/json; charset=utf-8"}},
          std::move(body)};
}

int status_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Problem& problem) {
    return problem.status();
  }
  return 200;
}

TEST(RouterMatch, PathsLeadToTheirRoutes) {
  Router router;
  router.get("/baskets", "basket_list").for_oneself().handle([] {});
  router.get("/baskets/{id}", "basket_get").for_oneself().handle([](std::string) {});
  router.get("/baskets/mine", "basket_mine").for_oneself().handle([] {});
  router.get("//healthz", "health").for_everyone("so that the balancer sees").handle([] {});
  auto name = [&](Method method, std::string_view path) {
    auto match = router.match(method, path);
    return match.endpoint ? match.endpoint->name : std::to_string(match.status);
  };
  EXPECT_EQ(name(Method::get, "/api/v1/baskets"), "basket_list");
  EXPECT_EQ(name(Method::head, "/api/v1/baskets"), "basket_list");
  EXPECT_EQ(name(Method::get, "/api/v1/baskets/7"), "basket_get");
  EXPECT_EQ(name(Method::get, "/api/v1/baskets/mine"), "basket_mine");
  EXPECT_EQ(name(Method::get, "/healthz"), "health");
  EXPECT_EQ(name(Method::post, "/api/v1/baskets"), "405");
  EXPECT_EQ(name(Method::other, "/api/v1/baskets"), "405");
  EXPECT_EQ(name(Method::get, "/api/v1"), "404");
  EXPECT_EQ(name(Method::get, "/api/v1/baskets/7/more"), "404");
  EXPECT_EQ(name(Method::get, "/api/v2/baskets"), "404");
  EXPECT_EQ(name(Method::get, "/"), "404");
}

TEST(RouterMatch, APathHasOneSpelling) {
  Router router;
  router.get("//metrics", "metrics").for_everyone("a test").handle([] {});
  router.get("/baskets/{id}", "basket_get").for_oneself().handle([](std::string) {});
  EXPECT_NE(router.match(Method::get, "/metrics").endpoint, nullptr);
  for (auto path :
       {"/metrics/", "//metrics", "/metrics//", "/./metrics", "/x/../metrics", "/Metrics", "/%6detrics",
        "metrics", "", "/api/v1/baskets/7/", "/api/v1/baskets/", "/api/v1//baskets/7", "/api//v1/baskets/7"})
    EXPECT_EQ(router.match(Method::get, path).endpoint, nullptr) << path;
}

TEST(RouterMatch, AWrongMethodLearnsTheRightOnes) {
  Router router;
  router.get("/a", "a_get").for_oneself().handle([] {});
  router.remove("/a", "a_remove").for_oneself().handle([] {});
  router.post("/b", "b_create").for_oneself().handle([] {});
  EXPECT_EQ(router.match(Method::put, "/api/v1/a").allowed, "GET, HEAD, DELETE, OPTIONS");
  EXPECT_EQ(router.match(Method::get, "/api/v1/b").allowed, "POST, OPTIONS");
}

TEST(RouterMatch, ValuesInThePathAreDecodedAndMalformedOnesAreNowhere) {
  Router router;
  router.get("/a/{x}/b/{y}", "ab").for_oneself().handle([](std::string, std::string) {});
  EXPECT_THAT(router.match(Method::get, "/api/v1/a/1%2D2/b/z").path_values, ElementsAre("1-2", "z"));
  EXPECT_EQ(router.match(Method::get, "/api/v1/a/%zz/b/z").status, 404);
}

TEST(RouterMistakes, ARouteThatDoesNotSayWhoMayCallItStopsTheServer) {
  Router router;
  router.get("/a", "same").handle([] {});
  router.get("/b", "same").for_oneself();
  EXPECT_THAT(router.mistakes(),
              ElementsAre(HasSubstr("GET /api/v1/a does not say who"), HasSubstr("/b has no handler"),
                          HasSubstr("another route has: same")));
  EXPECT_ANY_THROW(router.get("/a", "again"));
}

TEST(RouterMistakes, UploadsOfStrangersBelongInTheirLane) {
  Router router;
  auto take = [](const Caller&, RawBody) {};
  router.post("/a", "a").for_everyone("a test").in_lane(http::Lane::heavy).handle(take);
  router.post("/b", "b").for_everyone("a test").in_lane(http::Lane::anonymous).handle(take);
  router.post("/c", "c").for_oneself().in_lane(http::Lane::upload).handle(take);
  EXPECT_THAT(router.mistakes(), ElementsAre(HasSubstr("/a takes uploads of strangers")));
}

TEST(EndpointArguments, TheyAreFilledByTypeAndInOrder) {
  Router router;
  router.post("/groups/{group}/baskets/{basket}", "basket_change")
      .for_oneself()
      .handle([](const Caller& caller, TradingGroupId group, std::string basket, const BasketInput& input,
                 IfMatch match) {
        return Basket{caller.ip + group.text + "/" + basket + "/" + input.label, input.pieces.value_or(-1),
                      match.version + 1};
      });
  http::Request request(Method::post, "/api/v1/groups/g1/baskets/b2",
                        {{"Content-Type", "application/json"}, {"If-Match", "W/\"41\""}},
                        R"({"label":"x","pieces":3})");
  auto response = run(router, std::move(request));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, R"({"label":"g1/b2/x","pieces":3,"version":42})");
  EXPECT_THAT(response.headers, testing::Contains(testing::Pair("ETag", "\"42\"")));
}

TEST(EndpointArguments, WhatTheRequestLacksIsRefused) {
  Router router;
  router.post("/a", "a").for_oneself().handle([](const BasketInput&) {});
  router.put("/b", "b").for_oneself().handle([](IfMatch) {});
  router.get("/c/{id}", "c").for_oneself().handle([](OrganizationId) {});
  auto status = [&](http::Request request) { return status_of([&] { run(router, std::move(request)); }); };
  EXPECT_EQ(status(json_post("/api/v1/a", R"({"label":"x"})")), 200);
  EXPECT_EQ(status(json_post("/api/v1/a", R"({"label":""})")), 422);
  EXPECT_EQ(status(json_post("/api/v1/a", "label=x")), 400);
  EXPECT_EQ(status({Method::post, "/api/v1/a", {{"Content-Type", "text/plain"}}, "{}"}), 415);
  EXPECT_EQ(status({Method::post, "/api/v1/a", {}, "{}"}), 415);
  EXPECT_EQ(status({Method::put, "/api/v1/b"}), 428);
  EXPECT_EQ(status({Method::put, "/api/v1/b", {{"If-Match", "\"new\""}}}), 412);
  EXPECT_EQ(status({Method::get, "/api/v1/c/a%20b"}), 404);
  EXPECT_EQ(status({Method::get, "/api/v1/c/" + std::string(500, 'a')}), 404);
}

TEST(EndpointArguments, AGetTakesItsInputFromTheQuery) {
  Router router;
  router.get("/a", "a").for_oneself().handle([](const PageQuery& query) {
    return Basket{*query.sort, *query.page, 0};
  });
  EXPECT_EQ(run(router, {Method::get, "/api/v1/a?page=2&sort=-name%2B%E8%BF%9B"}).body,
            R"({"label":"-name+进","pieces":2,"version":0})");
  EXPECT_EQ(status_of([&] { run(router, {Method::get, "/api/v1/a?page=%zz"}); }), 400);
  EXPECT_EQ(status_of([&] { run(router, {Method::get, "/api/v1/a?colour=red"}); }), 422);
}

TEST(EndpointArguments, AHandlerWithoutResultAnswers204) {
  Router router;
  router.remove("/a", "a").for_oneself().handle([] {});
  auto response = run(router, {Method::delete_, "/api/v1/a"});
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(response.body, "");
}

/// What everybody who generates a client relies on.
class OpenApiTest : public testing::Test {
 protected:
  void SetUp() override {
    router_.get("/baskets", "basket_list")
        .allow(TestPermission::read_fruits)
        .summary("All baskets")
        .handle([](const PageQuery&) { return ListOf<Basket>{}; });
    router_.post("/baskets/{id}/copies", "basket_copy")
        .for_oneself()
        .idempotent()
        .handle([](std::string, const BasketInput&, IfMatch) { return Basket{}; });
    router_.put("/baskets/{id}/picture", "picture_put").for_oneself().handle([](std::string, RawBody) {});
    router_.get("/baskets/{id}/picture", "picture_get")
        .for_oneself()
        .answers_file("image/jpeg")
        .handle([](std::string) { return file_response("", "image/jpeg", "picture.jpg"); });
    router_.get("//healthz", "health").for_everyone("for the balancer").handle([] {
      return http::Response();
    });
    document_ = openapi_document(router_, "1.2.3").as_object();
  }
  const json::object& operation(std::string_view path, std::string_view method) {
    return document_["paths"].as_object().at(path).as_object().at(method).as_object();
  }
  std::vector<std::string> parameters(const json::object& operation) {
    std::vector<std::string> found;
    if (auto* list = operation.if_contains("parameters"))
      for (auto& parameter : list->as_array()) {
        auto& one = parameter.as_object();
        EXPECT_TRUE(one.at("schema").is_object());
        found.push_back(std::string(one.at("in").as_string()) + " " +
                        std::string(one.at("name").as_string()) + (one.at("required").as_bool() ? " !" : ""));
      }
    return found;
  }
  Router router_;
  json::object document_;
};

TEST_F(OpenApiTest, EveryRouteHasItsOperation) {
  EXPECT_EQ(document_["openapi"].as_string(), "3.1.0");
  EXPECT_EQ(document_["paths"].as_object().size(), 4u);
  EXPECT_EQ(operation("/api/v1/baskets", "get").at("operationId").as_string(), "basket_list");
  EXPECT_EQ(operation("/api/v1/baskets", "get").at("x-permission").as_string(), "read_fruits");
  EXPECT_EQ(operation("/healthz", "get").at("x-why").as_string(), "for the balancer");
  EXPECT_THAT(operation("/healthz", "get").at("security").as_array(), IsEmpty());
}

TEST_F(OpenApiTest, ParametersSayWhereTheyStandAndWhetherTheyMust) {
  EXPECT_THAT(parameters(operation("/api/v1/baskets", "get")),
              ElementsAre("query page", "query page_size", "query sort"));
  EXPECT_THAT(parameters(operation("/api/v1/baskets/{id}/copies", "post")),
              ElementsAre("path id !", "header If-Match !", "header Idempotency-Key !"));
}

TEST_F(OpenApiTest, BodiesAndAnswersAreDescribed) {
  auto& copy = operation("/api/v1/baskets/{id}/copies", "post");
  EXPECT_EQ(copy.at("requestBody").at_pointer("/content/application~1json/schema/$ref").as_string(),
            "#/components/schemas/BasketInput");
  EXPECT_EQ(copy.at("responses").at_pointer("/200/content/application~1json/schema/$ref").as_string(),
            "#/components/schemas/Basket");
  auto& picture = operation("/api/v1/baskets/{id}/picture", "put");
  EXPECT_TRUE(
      picture.at("requestBody").as_object().at("content").as_object().contains("application/octet-stream"));
  EXPECT_TRUE(picture.at("responses").as_object().contains("204"));
  auto& answer = operation("/api/v1/baskets/{id}/picture", "get").at("responses").at("200");
  EXPECT_TRUE(answer.at("content").as_object().contains("image/jpeg"));
  auto input = document_["components"].at_pointer("/schemas/BasketInput");
  EXPECT_EQ(input.at_pointer("/properties/label/maxLength").to_number<int>(), 20);
  EXPECT_EQ(input.at_pointer("/required").as_array().size(), 1u);
}

/// Every `$ref` of the document, wherever it stands.
void collect_refs(const json::value& value, std::vector<std::string>& refs) {
  if (auto* list = value.if_array())
    for (auto& item : *list) collect_refs(item, refs);
  if (auto* object = value.if_object())
    for (auto& member : *object) {
      if (member.key() == "$ref") refs.emplace_back(member.value().as_string());
      collect_refs(member.value(), refs);
    }
}

TEST_F(OpenApiTest, EveryReferenceLeadsSomewhere) {
  std::vector<std::string> refs;
  collect_refs(document_, refs);
  ASSERT_FALSE(refs.empty());
  for (auto& ref : refs) {
    ASSERT_TRUE(ref.starts_with("#/components/schemas/")) << ref;
    EXPECT_TRUE(document_["components"].as_object()["schemas"].as_object().at(ref.substr(21)).is_object())
        << ref;
  }
}

TEST_F(OpenApiTest, ThePrettyTextIsTheSameDocument) {
  auto text = pretty(document_);
  EXPECT_EQ(json::parse(text), json::value(document_));
  EXPECT_EQ(text, pretty(openapi_document(router_, "1.2.3")));
}

}  // namespace
}  // namespace expogate::wire

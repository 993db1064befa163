#include "platform/wire/problem.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "platform/db/error.h"
#include "platform/wire/field_errors.h"

namespace expogate::wire {
namespace {

namespace json = boost::json;

const ErrorCode places_short{"test.places_short", "只剩 {left} 个名额", "Only {left} places left"};

json::object parsed(const http::Response& response) {
  return json::parse(response.body).as_object();
}

/// The answer to what `work` throws.
template <class Work>
http::Response answer_to(Work&& work) {
  try {
    work();
  } catch (...) {
    return current_exception_response(Locale::en, "r1");
  }
  return {};
}

TEST(ProblemAnswer, ARefusalSpeaksBothLanguagesWithItsFigures) {
  Refusal refusal(places_short, {{"left", 3}, {"until", Instant{0}}, {"note", "a\"b\n"}});
  auto zh = problem_response(refusal, Locale::zh_cn, "r1"), en = problem_response(refusal, Locale::en, "r1");
  EXPECT_EQ(zh.status, 409);
  EXPECT_EQ(zh.content_type, "application/problem+json");
  EXPECT_EQ(parsed(zh)["title"].as_string(), "只剩 3 个名额");
  EXPECT_EQ(parsed(en)["title"].as_string(), "Only 3 places left");
  auto body = parsed(en);
  EXPECT_EQ(body["code"].as_string(), "test.places_short");
  EXPECT_EQ(body["request_id"].as_string(), "r1");
  EXPECT_EQ(body["status"].as_int64(), 409);
  EXPECT_EQ(body["details"].as_object()["left"].as_int64(), 3) << "figures stay figures";
  EXPECT_EQ(body["details"].as_object()["until"].as_string(), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(body["details"].as_object()["note"].as_string(), "a\"b\n");
  EXPECT_TRUE(body["errors"].as_array().empty());
}

TEST(ProblemAnswer, WrongFieldsAreListedWithTheirWords) {
  ValidationError wrong(
      {{"name", &field_required}, {"prices[2].fee_fen", &field_range, {{"min", 0}, {"max", 9}}}});
  auto body = parsed(problem_response(wrong, Locale::zh_cn, ""));
  EXPECT_EQ(body["status"].as_int64(), 422);
  EXPECT_EQ(body["title"].as_string(), "有 2 处需要更正");
  auto& second = body["errors"].as_array().at(1).as_object();
  EXPECT_EQ(second["field"].as_string(), "prices[2].fee_fen");
  EXPECT_EQ(second["code"].as_string(), "field.range");
  EXPECT_EQ(second["message"].as_string(), "数值应在 0 与 9 之间");
}

TEST(ProblemAnswer, WordsFilledInAreNotReadAgain) {
  EXPECT_EQ(message_of(places_short, Locale::en, {{"left", "{left}{until}"}}),
            "Only {left}{until} places left");
}

TEST(ProblemAnswer, WhoMustWaitIsToldHowLong) {
  auto response = problem_response(TooMany(17), Locale::en, "");
  EXPECT_EQ(response.status, 429);
  EXPECT_THAT(response.headers, testing::Contains(testing::Pair("Retry-After", "17")));
  EXPECT_THAT(plain_problem(503, Locale::en, "").headers,
              testing::Contains(testing::Pair("Retry-After", "1")));
}

TEST(ProblemAnswer, EveryKindOfExceptionHasItsStatus) {
  EXPECT_EQ(answer_to([] { throw NotSignedIn(); }).status, 401);
  EXPECT_EQ(answer_to([] { throw NotAllowed(); }).status, 403);
  EXPECT_EQ(answer_to([] { throw NotFound(); }).status, 404);
  EXPECT_EQ(answer_to([] { throw Stale(); }).status, 412);
  EXPECT_EQ(answer_to([] { throw db::Error(db::Fault::busy, "full"); }).status, 503);
  EXPECT_EQ(answer_to([] { throw db::Error(db::Fault::connection, "gone"); }).status, 503);
  EXPECT_EQ(answer_to([] { throw db::Error(db::Fault::unique, "secret table"); }).status, 500);
  EXPECT_EQ(answer_to([] { expect(false, "secret"); }).status, 500);
}

TEST(ProblemAnswer, AMistakeOfOursTellsItsNumberAndNothingElse) {
  auto body = answer_to([] { throw std::runtime_error("secret"); }).body;
  EXPECT_THAT(body, testing::HasSubstr("quote r1"));
  EXPECT_THAT(body, testing::Not(testing::HasSubstr("secret")));
}

TEST(ProblemAnswer, TheLanguageIsTheFirstOneAskedFor) {
  EXPECT_EQ(locale_of(""), Locale::zh_cn);
  EXPECT_EQ(locale_of("fr"), Locale::zh_cn);
  EXPECT_EQ(locale_of("en-US,en;q=0.9,zh;q=0.8"), Locale::en);
  EXPECT_EQ(locale_of("zh-CN,en;q=0.5"), Locale::zh_cn);
}

}  // namespace
}  // namespace expogate::wire

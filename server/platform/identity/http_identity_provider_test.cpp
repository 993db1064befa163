#include "platform/identity/http_identity_provider.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <fstream>

#include "testing/child_process.h"

namespace expogate {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace json = boost::json;

constexpr auto number = "310115199103070018";

class HttpIdentityProviderTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    gateway_.emplace(std::vector<std::string>{
        "/usr/bin/python3", "-B", testing_folder() / "identity_gateway.py", folder_, "fair", "secret"});
    settings_.gateway.url = "http://127.0.0.1:" + gateway_->read_line() + "/checks";
    settings_.shared = {"fair", "secret"};
  }
  void TearDown() override {
    gateway_.reset();
    std::filesystem::remove_all(folder_);
  }

  /// The gateway answers as the name asks for.
  Outcome<IdentityFinding> check(std::string name) {
    return HttpIdentityProvider(settings_, clock_)
        .check({std::move(name), DocumentType::resident_id, number});
  }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("expogate_identity_" + std::to_string(::getpid()));
  std::optional<ChildProcess> gateway_;
  HttpIdentitySettings settings_;
  SystemClock clock_;
};

TEST_F(HttpIdentityProviderTest, SendsNameKindAndNumberAndNothingElse) {
  ASSERT_TRUE(check("matched"));
  std::ifstream file(folder_ / "claims");
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(
      json::parse(line),
      (json::value{{"name", "matched"}, {"document_type", "resident_id"}, {"document_number", number}}));
}

TEST_F(HttpIdentityProviderTest, UnderstandsEveryFinding) {
  for (auto finding :
       {IdentityFinding::matched, IdentityFinding::name_differs, IdentityFinding::no_such_document,
        IdentityFinding::document_invalid, IdentityFinding::not_covered}) {
    auto outcome = check(std::string(enum_name(finding)));
    ASSERT_TRUE(outcome) << outcome.failure().reason;
    EXPECT_EQ(outcome.value(), finding);
  }
}

TEST_F(HttpIdentityProviderTest, BelievesOnlyWhatIsSignedForThisRequest) {
  for (auto* name : {"forged", "unsigned", "replayed"}) {
    auto outcome = check(name);
    ASSERT_FALSE(outcome) << name;
    EXPECT_FALSE(outcome.failure().is_permanent);
    EXPECT_THAT(outcome.failure().reason, HasSubstr("not signed"));
  }
}

TEST_F(HttpIdentityProviderTest, TellsWhatIsWorthAnotherTryAndRepeatsNothing) {
  for (auto [name, is_permanent] : {std::pair{"status 500", false},
                                    {"status 503", false},
                                    {"status 429", false},
                                    {"garbage", false},
                                    {"unknown", false},
                                    {"status 400", true},
                                    {"status 403", true}}) {
    auto outcome = check(name);
    ASSERT_FALSE(outcome) << name;
    EXPECT_EQ(outcome.failure().is_permanent, is_permanent) << name;
    EXPECT_THAT(outcome.failure().reason, Not(HasSubstr(number)));
  }
}

TEST_F(HttpIdentityProviderTest, AWrongSecretIsRefusedForEver) {
  settings_.shared.secret = "other";
  auto outcome = check("matched");
  ASSERT_FALSE(outcome);
  EXPECT_TRUE(outcome.failure().is_permanent);
  EXPECT_THAT(outcome.failure().reason, testing::AllOf(HasSubstr("401"), Not(HasSubstr(number))));
}

TEST_F(HttpIdentityProviderTest, DoesNotWaitForEver) {
  settings_.gateway.total_timeout = milliseconds(200);
  auto outcome = check("silence");
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
}

TEST_F(HttpIdentityProviderTest, AProviderThatIsDownIsWorthAnotherTry) {
  gateway_.reset();
  auto outcome = check("matched");
  ASSERT_FALSE(outcome);
  EXPECT_FALSE(outcome.failure().is_permanent);
}

}  // namespace
}  // namespace expogate

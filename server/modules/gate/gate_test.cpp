#include "gate/gate.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>

#include "platform/wire/codec.h"
#include "testing/child_process.h"

namespace expogate::gate {

struct GateCase {
  Passage passage;
  GateAnswer answer = GateAnswer::unknown;
};
BOOST_DESCRIBE_STRUCT(GateCase, (), (passage, answer))

namespace {

// The page's tests read the same file: both decide alike.
TEST(GateTest, DecidesAsTheTableSays) {
  std::ifstream file(testing_folder().parent_path() / "modules/gate/gate_cases.json");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  std::vector<GateCase> cases;
  wire::FieldErrors errors;
  wire::CodecOf<std::vector<GateCase>>::value.read(boost::json::parse(text), &cases, errors);
  ASSERT_TRUE(errors.is_empty());
  ASSERT_EQ(cases.size(), 80u);
  for (auto& each : cases) EXPECT_EQ(decide(each.passage), each.answer) << wire::to_json(each);
}

TEST(GateTest, ABadgeIsGoodOnceItCanBeInSomebodysHands) {
  using enum badge::BadgeState;
  using enum badge::RevokedReason;
  Instant noon{1'000'000};
  for (auto state : {made, sent, collected}) EXPECT_EQ(standing_of(state, {}, {}, noon), Standing::good);
  for (auto state : {awaiting, in_production})
    EXPECT_EQ(standing_of(state, {}, {}, noon), Standing::not_issued);
  EXPECT_EQ(standing_of(revoked, replaced, noon, noon), Standing::revoked);
  EXPECT_EQ(standing_of(revoked, voided, noon, noon), Standing::voided);
  EXPECT_EQ(standing_of(revoked, voided, noon + seconds(1), noon), Standing::good);
}

}  // namespace
}  // namespace expogate::gate

#include "platform/recognition/licence_match.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

constexpr auto uscc = "91330100799655058B", other = "9144030071526726XG";

Recognition read_of(std::vector<std::string> codes) {
  Recognition read;
  read.codes = std::move(codes);
  for (auto character : {"图", "书", "馆"}) read.name_symbols.push_back({character, 99});
  return read;
}

TEST(LicenceMatch, AgreesWhenTheCodeIsTheOnlyOneAndTheNameAgrees) {
  EXPECT_EQ(match_licence(uscc, "图书馆", read_of({uscc})), LicenceMatch::agrees);
  EXPECT_EQ(match_licence(uscc, "博物馆", read_of({uscc})), LicenceMatch::name_differs);
}

TEST(LicenceMatch, DoesNotAgreeWhenAnotherCodeStandsOnThePage) {
  EXPECT_EQ(match_licence(uscc, "图书馆", read_of({other})), LicenceMatch::code_differs);
  EXPECT_EQ(match_licence(uscc, "图书馆", read_of({uscc, other})), LicenceMatch::code_differs);
}

TEST(LicenceMatch, SaysThatNoCodeWasRead) {
  EXPECT_EQ(match_licence(uscc, "图书馆", read_of({})), LicenceMatch::code_not_read);
}

}  // namespace
}  // namespace expogate

#include "payment/payment.h"

#include <gmock/gmock.h>

namespace expogate::payment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PaymentTest, AReferenceIsFoundInAMemoAndAMistypedOneIsNot) {
  auto reference = new_transfer_reference();
  EXPECT_TRUE(is_transfer_reference(reference));
  EXPECT_THAT(references_in("证件费 " + reference + " 谢谢"), ElementsAre(reference));
  auto mistyped = reference;
  mistyped[3] = mistyped[3] == '9' ? '0' : char(mistyped[3] + 1);
  EXPECT_THAT(references_in("证件费 " + mistyped), IsEmpty());
  auto small = reference;
  small[0] = 't';
  EXPECT_THAT(references_in(small), ElementsAre(reference));
}

TEST(PaymentTest, FreshAttemptsAreAskedAboutOften) {
  EXPECT_LT(wait_before_check(seconds(5)), wait_before_check(minutes(5)));
  EXPECT_LT(wait_before_check(minutes(5)), wait_before_check(hours(1)));
}

}  // namespace
}  // namespace expogate::payment

#include "edition/edition.h"

#include <gtest/gtest.h>

namespace expogate::edition {
namespace {

Window registration() {
  return {WindowKind::registration, parse_rfc3339("2025-05-20T00:00:00+08:00"),
          parse_rfc3339("2025-10-21T00:00:00+08:00"), 1};
}

// EDN-03
TEST(Window, IsOpenFromItsFirstMomentUntilJustBeforeItsLast) {
  auto window = registration();
  EXPECT_EQ(window_state(window, *window.opens_at - milliseconds(1)), WindowState::not_yet);
  EXPECT_EQ(window_state(window, *window.opens_at), WindowState::open);
  EXPECT_EQ(window_state(window, *window.closes_at - milliseconds(1)), WindowState::open);
  EXPECT_EQ(window_state(window, *window.closes_at), WindowState::closed);
}

TEST(Window, WithoutDatesIsNotOpen) {
  Window window;
  EXPECT_EQ(window_state(window, {0}), WindowState::unset);
}

TEST(Window, ARefusalNamesTheDatesInShanghaiTime) {
  auto text = message_of(window_closed, Locale::en, window_details(registration()));
  EXPECT_NE(text.find("2025-05-20 00:00"), text.npos);
  EXPECT_NE(text.find("2025-10-21 00:00"), text.npos);
}

}  // namespace
}  // namespace expogate::edition

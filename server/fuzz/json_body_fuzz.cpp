#include <boost/json/parse.hpp>
#include <cstddef>
#include <cstdint>

#include "platform/wire/codec.h"

namespace expogate::wire {

enum class Choice { first, second };
BOOST_DESCRIBE_ENUM(Choice, first, second)

struct Part {
  Text<1, 20> label;
  std::optional<std::int64_t> fee_fen;
};
BOOST_DESCRIBE_STRUCT(Part, (), (label, fee_fen))

/// A member of every kind that requests have.
struct Whole {
  Choice choice = Choice::first;
  int small = 0;
  bool truth = false;
  std::optional<Instant> at;
  std::optional<CivilDate> on;
  std::optional<AccountId> account;
  std::optional<Email> email;
  std::optional<Mobile> mobile;
  std::optional<Secret> secret;
  std::vector<Part> parts;
  std::vector<std::string> words;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (choice, small, truth, at, on, account, email, mobile, secret, parts, words))

}  // namespace expogate::wire

// A body is refused, with a reason for each wrong field, or read; what was read is written and read again the
// same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace expogate;
  using namespace expogate::wire;
  std::string_view body(reinterpret_cast<const char*>(data), size);
  Whole whole;
  FieldErrors errors;
  try {
    read_json(body, &whole, CodecOf<Whole>::value, errors);
  } catch (const Problem& problem) {
    expect(problem.status() == 400, "what is no JSON is a bad request");
    return 0;
  }
  if (!errors.is_empty()) {
    for (auto& error : errors.list()) boost::json::parse(to_json(error.field));
    return 0;
  }
  auto text = to_json(whole);
  expect(to_json(from_json<Whole>(text)) == text, "what was read can be written and read again");
  return 0;
}

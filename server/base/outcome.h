#pragma once
#include <optional>
#include <string>
#include <utility>

namespace expogate {

/// What a call over the process edge (mail, SMS, payment) came to: there, failure is ordinary.
struct Failure {
  std::string reason;
  bool is_permanent = false;  ///< trying again cannot help (a refused address, a rejected signature)
};

template <class Value>
class Outcome {
 public:
  Outcome(Value value) : value_(std::move(value)) {}
  Outcome(Failure failure) : failure_(std::move(failure)) {}
  explicit operator bool() const { return value_.has_value(); }
  const Value& value() const { return *value_; }
  const Failure& failure() const { return failure_; }

 private:
  std::optional<Value> value_;
  Failure failure_;
};

}  // namespace expogate

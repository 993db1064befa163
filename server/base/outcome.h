#pragma once
#include <optional>
#include <string>
#include <utility>

#include "base/time.h"

namespace expogate {

/// What a call over the process edge (mail, SMS, payment) came to: there, failure is ordinary.
struct Failure {
  std::string reason;
  bool is_permanent = false;  ///< trying again cannot help (a refused address, a rejected signature)
  std::optional<Duration> retry_after = std::nullopt;  ///< how long the other side asked us to wait
};

/// A message that the other side has taken over.
struct Sent {
  std::string reference;  ///< what it calls the message, for questions to the provider
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

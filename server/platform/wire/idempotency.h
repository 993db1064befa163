#pragma once
#include <functional>
#include <mutex>
#include <set>
#include <string>

#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"
#include "platform/wire/call.h"

namespace expogate::wire {

/// Answers a repeated POST from the record instead of doing it twice (API-01). The record is written in the
/// very transaction that does the work, so a crash leaves both or neither. What was answered is kept
/// encrypted, and what was asked as a keyed digest: both hold personal data.
class Idempotency {
 public:
  Idempotency(db::Database& database, const Clock& clock, const FieldCipher& cipher)
      : database_(database), clock_(clock), cipher_(cipher), key_(cipher.ring().derive("idempotency")) {}

  /// Runs `work` under the request's key, or answers from the record. Keys belong to their caller; the same
  /// key with another body is refused (422), and a key whose first request still runs is told so (409).
  void run(Call& call, const std::string& route, const std::function<void(Call&)>& work);

  /// Forgets records older than their 24 hours; returns how many.
  std::int64_t forget_old();

 private:
  bool answer_from_record(db::Tx& tx, Call& call, const std::string& key, const std::string& fingerprint);
  void record(db::Tx& tx, const Call& call, const std::string& key, const std::string& fingerprint);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  std::string key_;
  std::mutex mutex_;
  std::set<std::string> running_;
};

}  // namespace expogate::wire

#include "platform/wire/idempotency.h"

#include "platform/crypto/digest.h"

namespace expogate::wire {
namespace {

const ErrorCode key_required{"request.idempotency_key_required", "缺少 Idempotency-Key",
                             "An Idempotency-Key is required"};
const ErrorCode key_malformed{"request.idempotency_key_malformed", "Idempotency-Key 应为 8 至 100 个可见字符",
                              "The Idempotency-Key must have 8 to 100 visible characters"};
const ErrorCode key_reused{"request.idempotency_key_reused", "同一 Idempotency-Key 不能用于不同的内容",
                           "This Idempotency-Key has already been used with different content"};
const ErrorCode still_running{"request.in_progress", "相同的请求正在处理，请稍候",
                              "The same request is still being processed; please wait"};

constexpr Duration remembered_for = hours(24);

struct Record {
  std::string fingerprint, body_sealed;
  int status;
  std::string etag;
};
BOOST_DESCRIBE_STRUCT(Record, (), (fingerprint, body_sealed, status, etag))

std::string key_of(const Call& call, const std::string& route) {
  auto key = call.request.header("idempotency-key");
  if (key.empty()) throw Problem(400, key_required);
  if (key.size() < 8 || key.size() > 100) throw Problem(400, key_malformed);
  for (char c : key)
    if (c <= ' ' || c > '~') throw Problem(400, key_malformed);
  return sha256_hex(call.caller.account.text + "\n" + route + "\n" + std::string(key));
}

std::string context_of(const std::string& key) {
  return "idempotency_keys.body|" + key;
}

std::string etag_of(const http::Response& response) {
  for (auto& [name, value] : response.headers)
    if (name == "ETag") return value;
  return "";
}

/// The keys that this process is working on right now.
class Running {
 public:
  Running(std::mutex& mutex, std::set<std::string>& keys, const std::string& key)
      : mutex_(mutex), keys_(keys), key_(key) {
    std::lock_guard lock(mutex_);
    if (keys_.insert(key_).second) return;
    Refusal refusal(still_running);
    refusal.retry_after_s = 1;
    throw refusal;
  }
  ~Running() {
    std::lock_guard lock(mutex_);
    keys_.erase(key_);
  }
  Running(const Running&) = delete;

 private:
  std::mutex& mutex_;
  std::set<std::string>& keys_;
  std::string key_;
};

}  // namespace

bool Idempotency::answer_from_record(db::Tx& tx, Call& call, const std::string& key,
                                     const std::string& fingerprint) {
  auto record = tx.one<Record>(
      "select fingerprint, body_sealed, status, etag from idempotency_keys where id = $1 and expires_at > $2",
      key, clock_.now());
  if (!record) return false;
  if (record->fingerprint != fingerprint) throw ValidationError("Idempotency-Key", key_reused);
  call.response = http::Response(record->status);
  call.response.body = cipher_.open(record->body_sealed, context_of(key));
  if (!record->etag.empty()) call.response.headers.emplace_back("ETag", record->etag);
  call.response.headers.emplace_back("Idempotent-Replay", "true");
  return true;
}

/// Takes the place of an expired record; another process's fresh one stands, and ends this transaction.
void Idempotency::record(db::Tx& tx, const Call& call, const std::string& key,
                         const std::string& fingerprint) {
  auto now = clock_.now();
  bool is_recorded =
      tx.exec(R"(
      insert into idempotency_keys (id, fingerprint, status, body_sealed, etag, expires_at) values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update set fingerprint = excluded.fingerprint, status = excluded.status, body_sealed = excluded.body_sealed,
                                     etag = excluded.etag, expires_at = excluded.expires_at
      where idempotency_keys.expires_at <= $7)",
              key, fingerprint, call.response.status, cipher_.seal(call.response.body, context_of(key)),
              etag_of(call.response), now + remembered_for, now) == 1;
  if (!is_recorded) throw Refusal(still_running);
}

void Idempotency::run(Call& call, const std::string& route, const std::function<void(Call&)>& work) {
  auto key = key_of(call, route);
  auto fingerprint =
      hmac_sha256_hex(key_, std::string(call.request.target()) + "\n" + std::string(call.request.body()));
  Running running(mutex_, running_, key);
  try {
    database_.write([&](db::Tx& tx) {
      call.next_path_value = 0;  // the closure may be repeated
      call.response = {};
      if (answer_from_record(tx, call, key, fingerprint)) return;
      work(call);
      record(tx, call, key, fingerprint);
    });
  } catch (...) {
    // Another process may have done the same request meanwhile; then its answer is the answer.
    auto failure = std::current_exception();
    bool is_answered =
        database_.read([&](db::Tx& tx) { return answer_from_record(tx, call, key, fingerprint); });
    if (!is_answered) std::rethrow_exception(failure);
  }
}

std::int64_t Idempotency::forget_old() {
  return database_.write([&](db::Tx& tx) {
    return tx.exec("delete from idempotency_keys where expires_at <= $1", clock_.now());
  });
}

}  // namespace expogate::wire

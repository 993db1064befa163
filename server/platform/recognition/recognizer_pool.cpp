#include "platform/recognition/recognizer_pool.h"

#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>
#include <chrono>
#include <utility>

#include "platform/log/log.h"

namespace expogate {
namespace {

FrameDeadline from_now(Duration span) {
  return std::chrono::steady_clock::now() + std::chrono::milliseconds(span.ms);
}

/// Throws FrameFault when this is no answer.
RecognizerAnswer answer_of(std::string_view text) {
  boost::json::error_code error;
  auto value = boost::json::parse(text, error);
  if (error) throw FrameFault("the answer is no JSON");
  auto answer = boost::json::try_value_to<RecognizerAnswer>(value);
  if (!answer) throw FrameFault("the answer has another form");
  return *std::move(answer);
}

}  // namespace

/// The right to one process, and the process once it runs.
class RecognizerPool::Place {
 public:
  explicit Place(RecognizerPool& pool) : pool_(pool) {
    std::unique_lock lock(pool.mutex_);
    is_taken_ = pool.place_was_left_.wait_until(lock, from_now(pool.settings_.deadline), [&] {
      return pool.places_taken_ < pool.settings_.processes;
    });
    if (!is_taken_) return;
    ++pool.places_taken_;
    if (pool.idle_.empty()) return;
    process_ = std::move(pool.idle_.back());
    pool.idle_.pop_back();
  }
  ~Place() {
    if (!is_taken_) return;
    std::lock_guard lock(pool_.mutex_);
    --pool_.places_taken_;
    if (process_) pool_.idle_.push_back(std::move(process_));
    pool_.place_was_left_.notify_one();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  bool is_taken() const { return is_taken_; }
  RecognizerProcess& process() {
    if (!process_)
      process_ =
          std::make_unique<RecognizerProcess>(pool_.settings_.program, from_now(pool_.settings_.start_time));
    return *process_;
  }
  void end_process() { process_.reset(); }

 private:
  RecognizerPool& pool_;
  bool is_taken_ = false;
  std::unique_ptr<RecognizerProcess> process_;
};

std::filesystem::path recognizer_beside_this_program() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "expogate-recognizer";
}

RecognizerPool::RecognizerPool(RecognizerSettings settings) : settings_(std::move(settings)) {}
RecognizerPool::~RecognizerPool() = default;

Outcome<Recognition> RecognizerPool::recognize(std::string_view jpeg) {
  auto answer = ask(jpeg);
  if (!answer) return answer.failure();
  if (!answer.value().recognition) return Failure{answer.value().refusal, true};
  return *answer.value().recognition;
}

Outcome<RecognizerAnswer> RecognizerPool::ask(std::string_view jpeg) {
  if (jpeg.size() > max_frame_bytes) return Failure{"the picture is too large", true};
  Place place(*this);
  if (!place.is_taken()) return Failure{"all recognizers are busy"};
  return ask_at(place, jpeg);
}

Outcome<RecognizerAnswer> RecognizerPool::ask_at(Place& place, std::string_view jpeg) const {
  // Twice, since a process may have been ended by somebody else; a picture that ends two is to blame itself.
  constexpr int max_processes_for_one_picture = 2;
  std::string reason;
  for (int i = 0; i < max_processes_for_one_picture; ++i) {
    RecognizerProcess* process = nullptr;
    try {
      process = &place.process();
    } catch (const FrameFault& fault) {
      log::error("recognizer_not_started", {{"reason", fault.what()}});
      return Failure{fault.what()};
    }
    try {
      return answer_of(process->ask(jpeg, from_now(settings_.deadline)));
    } catch (const FrameFault& fault) {
      reason = fault.what();
      bool is_late = dynamic_cast<const FrameLate*>(&fault) != nullptr;
      log::warn("recognizer_was_replaced", {{"reason", reason}, {"picture_bytes", jpeg.size()}});
      place.end_process();
      if (is_late) break;
    }
  }
  return Failure{reason, true};
}

std::vector<pid_t> RecognizerPool::idle_pids() const {
  std::lock_guard lock(mutex_);
  std::vector<pid_t> pids;
  for (auto& process : idle_) pids.push_back(process->pid());
  return pids;
}

}  // namespace expogate

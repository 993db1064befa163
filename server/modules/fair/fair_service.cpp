#include "fair/fair_service.h"

#include "fair/fair_store.h"

namespace expogate::fair {
namespace {

constexpr Duration remembered_for = seconds(1);

}  // namespace

Fair FairService::get() {
  auto now = clock_.now();
  std::lock_guard lock(mutex_);
  if (remembered_ && now < remembered_at_ + remembered_for && now >= remembered_at_) return *remembered_;
  remembered_ = database_.read([](db::Tx& tx) { return store::find(tx); }).value_or(nameless_fair());
  remembered_at_ = now;
  return *remembered_;
}

void FairService::require(Feature feature) {
  if (!has(feature)) throw Refusal(feature_closed, {{"feature", std::string(enum_name(feature))}});
}

std::string FairService::short_name(Locale locale) {
  auto fair = get();
  return locale == Locale::en ? fair.short_name_en : fair.short_name_zh;
}

std::string FairService::organizer(Locale locale) {
  auto fair = get();
  return locale == Locale::en ? fair.organizer_en : fair.organizer_zh;
}

}  // namespace expogate::fair

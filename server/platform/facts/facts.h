#pragma once
#include <functional>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "platform/db/tx.h"

namespace expogate {

/// What happened, told upwards: a module publishes a struct in the past tense inside its transaction, and
/// whoever wants to react stands in app/subscriptions.cpp. A reaction that throws ends the whole transaction.
class Facts {
 public:
  template <class Fact>
  void subscribe(std::function<void(db::Tx&, const Fact&)> reaction) {
    reactions_[typeid(Fact)].push_back([reaction = std::move(reaction)](db::Tx& tx, const void* fact) {
      reaction(tx, *static_cast<const Fact*>(fact));
    });
  }

  template <class Fact>
  void publish(db::Tx& tx, const Fact& fact) const {
    auto found = reactions_.find(typeid(Fact));
    if (found == reactions_.end()) return;
    for (auto& reaction : found->second) reaction(tx, &fact);
  }

 private:
  std::unordered_map<std::type_index, std::vector<std::function<void(db::Tx&, const void*)>>> reactions_;
};

}  // namespace expogate

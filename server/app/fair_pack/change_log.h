#pragma once
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "app/fair_pack/pack_application.h"
#include "platform/wire/codec.h"

namespace expogate::fair_pack {

/// Counts what is done to one kind of thing, and says it line by line.
class ChangeLog {
 public:
  ChangeLog(Changes& changes, std::string kind) : changes_(changes) { count_.kind = std::move(kind); }
  ChangeLog(const ChangeLog&) = delete;
  ~ChangeLog() {
    if (count_.added + count_.changed + count_.unchanged > 0) changes_.counts.push_back(count_);
  }

  void added(const std::string& name) {
    ++count_.added;
    say('+', name);
  }
  void unchanged() { ++count_.unchanged; }
  /// True when two described things differ; says in which members.
  template <class T>
  bool changed(const std::string& name, const T& before, const T& after) {
    std::string members;
    auto old_members = boost::json::parse(wire::to_json(before)).as_object(),
         new_members = boost::json::parse(wire::to_json(after)).as_object();
    for (auto& [key, value] : new_members)
      if (old_members.at(key) != value) members += (members.empty() ? "" : ", ") + std::string(key);
    if (members.empty()) {
      unchanged();
      return false;
    }
    ++count_.changed;
    say('~', name + " (" + members + ")");
    return true;
  }
  void obstacle(const std::string& what) { changes_.obstacles.push_back(count_.kind + " " + what); }

 private:
  void say(char sign, const std::string& name) {
    changes_.lines.push_back(std::string(1, sign) + " " + count_.kind + " " + name);
  }
  Changes& changes_;
  Changes::Count count_;
};

}  // namespace expogate::fair_pack

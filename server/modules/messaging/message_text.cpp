#include "messaging/message_text.h"

#include <regex>
#include <set>

namespace expogate::messaging {
namespace {

std::map<std::string_view, MessageTemplate>& registry() {
  static std::map<std::string_view, MessageTemplate> templates;
  return templates;
}

std::set<std::string> placeholders_of(std::string_view text) {
  static const std::regex placeholder("\\{[a-z_]+\\}");
  std::set<std::string> found;
  for (std::cregex_iterator each(text.data(), text.data() + text.size(), placeholder), end; each != end;
       ++each)
    found.insert(each->str());
  return found;
}

void compare(const std::string& key, std::string_view own, std::string_view built_in,
             std::vector<std::string>& faults) {
  auto known = placeholders_of(built_in), said = placeholders_of(own);
  if (known.contains("{fair}") && !said.contains("{fair}"))
    faults.push_back(key + " must name the fair: {fair}");
  for (auto& each : said)
    if (!known.contains(each)) faults.push_back(key + " has " + each + ", which nobody fills in here");
}

}  // namespace

MessageTemplate::MessageTemplate(std::string_view its_name, std::string_view its_subject_zh,
                                 std::string_view its_subject_en, std::string_view its_zh,
                                 std::string_view its_en)
    : name(its_name), subject_zh(its_subject_zh), subject_en(its_subject_en), zh(its_zh), en(its_en) {
  registry().insert_or_assign(name, *this);
}

const std::map<std::string_view, MessageTemplate>& message_templates() {
  return registry();
}

MessageText built_in(const MessageTemplate& t) {
  return {std::string(t.name), std::string(t.subject_zh), std::string(t.subject_en), std::string(t.zh),
          std::string(t.en)};
}

std::vector<std::string> faults_of(const MessageText& own, const MessageTemplate& built_in) {
  std::vector<std::string> faults;
  compare("text_zh", own.text_zh, built_in.zh, faults);
  compare("text_en", own.text_en, built_in.en, faults);
  compare("subject_zh", own.subject_zh, built_in.subject_zh, faults);
  compare("subject_en", own.subject_en, built_in.subject_en, faults);
  return faults;
}

}  // namespace expogate::messaging

#include "platform/sms/sms_templates.h"

#include "base/text.h"

namespace expogate {

std::optional<ApprovedTemplate> parse_approved_template(const std::string& text) {
  ApprovedTemplate parsed;
  auto blank = text.find(' ');
  parsed.code = std::string(trimmed(text.substr(0, blank)));
  if (parsed.code.empty()) return std::nullopt;
  if (blank == text.npos) return parsed;
  auto rest = text.substr(blank + 1);
  for (std::size_t from = 0; from <= rest.size();) {
    auto comma = std::min(rest.find(',', from), rest.size());
    auto name = std::string(trimmed(rest.substr(from, comma - from)));
    if (name.empty()) return std::nullopt;
    parsed.parameters.push_back(name);
    from = comma + 1;
  }
  return parsed;
}

Outcome<std::vector<std::pair<std::string, std::string>>> values_for(const ApprovedTemplates& templates,
                                                                     const SmsMessage& message) {
  auto found = templates.find(message.template_code);
  if (found == templates.end())
    return Failure{.reason = "no approved template is configured for " + message.template_code,
                   .is_permanent = true};
  std::vector<std::pair<std::string, std::string>> values;
  for (auto& name : found->second.parameters) {
    auto value = message.parameters.find(name);
    if (value == message.parameters.end())
      return Failure{.reason = message.template_code + " has no parameter " + name, .is_permanent = true};
    values.emplace_back(name, value->second);
  }
  return values;
}

}  // namespace expogate

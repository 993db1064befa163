#pragma once
#include <map>
#include <string>
#include <vector>

#include "platform/sms/sms_sender.h"

namespace expogate {

/// A text that a provider has approved, under its own code, and the parameters in the order of its places.
struct ApprovedTemplate {
  std::string code;
  std::vector<std::string> parameters;
};

/// By our name of the text.
using ApprovedTemplates = std::map<std::string, ApprovedTemplate>;

/// `SMS_154950909 code,minutes` as an operator writes it; nothing when it is not so.
std::optional<ApprovedTemplate> parse_approved_template(const std::string& text);

/// The values for a template's places; a failure when the provider has approved no such text or a value is
/// missing.
Outcome<std::vector<std::pair<std::string, std::string>>> values_for(const ApprovedTemplates& templates,
                                                                     const SmsMessage& message);

}  // namespace expogate

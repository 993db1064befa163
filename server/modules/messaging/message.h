#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"

/// SMS and e-mail to people. A message is a row first, in the transaction of its cause (MSG-01).
namespace expogate::messaging {

using MessageId = Id<struct MessageNoun>;

enum class Channel { sms, email };
BOOST_DESCRIBE_ENUM(Channel, sms, email)

enum class DeliveryState { queued, sent, failed, dead };
BOOST_DESCRIBE_ENUM(DeliveryState, queued, sent, failed, dead)

/// A text with `{name}` for what differs, in both languages. Defined beside the rule that sends it, of words
/// that stay for ever: each enters itself in `message_templates`. A fair may say it in its own words.
struct MessageTemplate {
  MessageTemplate(std::string_view name, std::string_view subject_zh, std::string_view subject_en,
                  std::string_view zh, std::string_view en);

  std::string_view name;
  std::string_view subject_zh, subject_en;
  std::string_view zh, en;
};

/// Every text that the program sends by itself, by name.
const std::map<std::string_view, MessageTemplate>& message_templates();

struct OutgoingMessage {
  Channel channel = Channel::sms;
  std::string to;  ///< a mobile number or an e-mail address
  Locale locale = Locale::zh_cn;
  std::map<std::string, std::string> parameters;
  std::string list = {};  ///< of bulk mail: whose list it belongs to, which its reader may leave
};

/// A message whose text is ready.
struct WrittenMessage {
  Channel channel = Channel::email;
  std::string to, message_template, subject, text;
  std::map<std::string, std::string> parameters;  ///< what SMS providers want beside the text
  Locale locale = Locale::zh_cn;
  std::string list = {};  ///< as above
};

/// The text with every `{name}` replaced.
std::string filled(std::string_view text, const std::map<std::string, std::string>& parameters);

struct MessageRow {
  MessageId id;
  Channel channel = Channel::sms;
  std::string to_masked, message_template, subject;
  DeliveryState state = DeliveryState::queued;
  int attempts = 0;
  std::optional<std::string> last_error;
  Instant created_at;
  std::optional<Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(MessageRow, (),
                      (id, channel, to_masked, message_template, subject, state, attempts, last_error,
                       created_at, sent_at))

}  // namespace expogate::messaging

namespace expogate {
template <>
inline constexpr auto enum_labels<messaging::Channel> = std::to_array<EnumLabel>({
    {"sms", "短信", "SMS"},
    {"email", "邮件", "E-mail"},
});
template <>
inline constexpr auto enum_labels<messaging::DeliveryState> = std::to_array<EnumLabel>({
    {"queued", "待发送", "Queued"},
    {"sent", "已发送", "Sent"},
    {"failed", "发送失败，将重试", "Failed, will be retried"},
    {"dead", "已放弃", "Given up"},
});
}  // namespace expogate

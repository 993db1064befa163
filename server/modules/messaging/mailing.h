#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/caller.h"
#include "base/enum_text.h"
#include "base/error.h"
#include "base/permission.h"
#include "messaging/message.h"

/// 群发邮件: one text to all rows of a list, with what became of each (GRP-04).
namespace expogate::messaging {

using MailingId = Id<struct MailingNoun>;
using MailingRecipientId = Id<struct MailingRecipientNoun>;

/// `queued`: its mails are being written, and sent meanwhile; `sending`: all are written.
enum class MailingState { queued, sending, done, cancelled };
BOOST_DESCRIBE_ENUM(MailingState, queued, sending, done, cancelled)

constexpr bool is_over(MailingState state) {
  return state == MailingState::done || state == MailingState::cancelled;
}

enum class RecipientState { queued, sent, failed, dead, no_address, unsubscribed, cancelled };
BOOST_DESCRIBE_ENUM(RecipientState, queued, sent, failed, dead, no_address, unsubscribed, cancelled)

struct MailingText {
  std::string subject, body;
};

/// What a list's module orders. `sender_name` stands in every mail.
struct NewMailing {
  std::string kind;             ///< of which list
  std::string parameters_json;  ///< its filters or chosen rows, as its module wrote them
  MailingText text;
  std::string sender_name;
  std::int64_t confirmed_count = 0;  ///< how many recipients its writer has seen in the preview
};

struct Mailing {
  MailingId id;
  EditionId edition_id;
  std::optional<TradingGroupId> trading_group_id;  ///< none: the bureau's
  AccountId account_id;
  std::string sender_name, kind, parameters_json;
  Locale locale = Locale::zh_cn;
  std::string subject, body;
  MailingState state = MailingState::queued;
  std::int64_t recipients = 0;
  std::string last_subject_id;  ///< up to whom mails are written
  Instant created_at;
  std::optional<Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(Mailing, (),
                      (id, edition_id, trading_group_id, account_id, sender_name, kind, parameters_json,
                       locale, subject, body, state, recipients, last_subject_id, created_at, finished_at))

/// One row of the list as its module knows it.
struct Recipient {
  std::string subject_id;
  std::string name;   ///< how the sender knows it
  std::string email;  ///< empty: it has none
  std::string organization, contact;
  Locale locale = Locale::zh_cn;
};

/// Who stands in one kind of list; its module offers one. Recipients come in the order of `subject_id` as the
/// source defines it, each once.
struct RecipientSource {
  std::string subject_kind;
  Permission permission;  ///< to see the list
  std::function<std::int64_t(const Caller&, const std::string& parameters_json)> count;
  /// The next ones behind `after_subject_id` (empty: from the beginning), at most `limit`; fewer: the last.
  std::function<std::vector<Recipient>(const Caller&, const std::string& parameters_json,
                                       const std::string& after_subject_id, int limit)>
      list_after;
};

/// One mail as it would be sent.
struct PreviewedMail {
  std::string name, to_masked, subject, body;
};
BOOST_DESCRIBE_STRUCT(PreviewedMail, (), (name, to_masked, subject, body))

/// What its sender sees before a mailing is ordered; the answer of every route that previews one.
struct MailingPreview {
  std::int64_t recipients = 0;
  std::vector<PreviewedMail> first;
};
BOOST_DESCRIBE_STRUCT(MailingPreview, (), (recipients, first))

/// The text as this recipient gets it, with who sent it below.
MailingText text_for(const MailingText& text, const Recipient& recipient, const std::string& sender_name);

inline const ErrorCode mailing_placeholder_unknown{"mailing.placeholder_unknown",
                                                   "没有占位符 {name}；可用的有 {known}",
                                                   "There is no placeholder {name}; available: {known}"};
inline const ErrorCode mailing_over{"mailing.over", "此群发已结束，不能取消",
                                    "This bulk e-mail has finished and cannot be cancelled"};
inline const ErrorCode mailing_nobody{"mailing.nobody", "没有可发送的对象，请调整筛选条件",
                                      "There are no recipients; please change the filters"};

/// Throws for a placeholder that does not exist: it would stand in the mail as it is.
void require_known_placeholders(const MailingText& text);

/// Adds what is wrong with a field's placeholders.
void check_placeholders(const char* field, std::string_view text, std::vector<FieldError>& errors);

}  // namespace expogate::messaging

namespace expogate {
template <>
inline constexpr auto enum_labels<messaging::MailingState> = std::to_array<EnumLabel>({
    {"queued", "准备中", "Preparing"},
    {"sending", "发送中", "Being sent"},
    {"done", "已完成", "Completed"},
    {"cancelled", "已取消", "Cancelled"},
});
template <>
inline constexpr auto enum_labels<messaging::RecipientState> = std::to_array<EnumLabel>({
    {"queued", "待发送", "Queued"},
    {"sent", "已发送", "Sent"},
    {"failed", "发送失败，将重试", "Failed, will be retried"},
    {"dead", "已放弃", "Given up"},
    {"no_address", "没有邮箱", "No address"},
    {"unsubscribed", "已退订", "Unsubscribed"},
    {"cancelled", "已取消", "Cancelled"},
});
}  // namespace expogate

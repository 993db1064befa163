#include "messaging/mailing.h"

#include <map>

namespace expogate::messaging {
namespace {

const std::map<std::string_view, std::string Recipient::*> recipient_placeholders{
    {"{organization}", &Recipient::organization}, {"{contact}", &Recipient::contact}};
constexpr std::string_view sender_placeholder = "{group}";
constexpr std::string_view known_placeholders = "{organization} {contact} {group}";

/// Calls `take` with each piece of the text: `{word}`, or what stands between.
template <class Take>
void split(std::string_view text, Take&& take) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
  while (!text.empty()) {
    auto open = text.find('{');
    if (open != 0) {
      take(text.substr(0, open), false);
      if (open == text.npos) return;
      text.remove_prefix(open);
    }
    auto close = text.find_first_not_of(letters, 1);
    bool is_placeholder = close != text.npos && close > 1 && text[close] == '}';
    auto size = is_placeholder ? close + 1 : 1;
    take(text.substr(0, size), is_placeholder);
    text.remove_prefix(size);
  }
}

bool is_known(std::string_view placeholder) {
  return placeholder == sender_placeholder || recipient_placeholders.contains(placeholder);
}

/// A value is never filled in again.
std::string filled_for(std::string_view text, const Recipient& recipient, const std::string& sender_name) {
  std::string out;
  split(text, [&](std::string_view piece, bool is_placeholder) {
    auto found = recipient_placeholders.find(piece);
    if (is_placeholder && piece == sender_placeholder)
      out += sender_name;
    else if (is_placeholder && found != recipient_placeholders.end())
      out += recipient.*found->second;
    else
      out += piece;
  });
  return out;
}

void check(const char* field, std::string_view text, std::vector<FieldError>& errors) {
  split(text, [&](std::string_view piece, bool is_placeholder) {
    if (is_placeholder && !is_known(piece))
      errors.push_back({field,
                        &mailing_placeholder_unknown,
                        {{"name", std::string(piece)}, {"known", std::string(known_placeholders)}}});
  });
}

std::string one_line(std::string text) {
  for (auto& c : text)
    if (c == '\r' || c == '\n') c = ' ';
  return text;
}

}  // namespace

MailingText text_for(const MailingText& text, const Recipient& recipient, const std::string& sender_name) {
  auto before = recipient.locale == Locale::en ? "This mail was sent by " : "本邮件由";
  auto after = recipient.locale == Locale::en ? "." : "发送。";
  return {one_line(filled_for(text.subject, recipient, sender_name)),
          filled_for(text.body, recipient, sender_name) + "\n\n--\n" + before + sender_name + after};
}

void require_known_placeholders(const MailingText& text) {
  std::vector<FieldError> errors;
  check("subject", text.subject, errors);
  check("body", text.body, errors);
  if (!errors.empty()) throw ValidationError(std::move(errors));
}

const std::vector<MailingTemplate> mailing_templates{
    {"invitation", "邀请参会", "Invitation", "诚邀贵单位参加进口博览会", "You are invited to the Import Expo",
     "{contact}, "
     "您好!\n\n{group}诚邀{organization}"
     "作为专业观众参加本届进口博览会。请登录系统完成单位注册与人员登记。\n\n如"
     "需协助, 请与我们联系。",
     "Dear {contact},\n\n{group} invites {organization} to visit this year's Import Expo. Please sign in, "
     "register your organization and add your visitors.\n\nDo ask us if you need help."},
    {"deadline", "截止提醒", "Deadline", "提醒: 注册即将截止", "Reminder: registration closes soon",
     "{contact}, 您好!\n\n专业观众注册与提交即将截止。请{organization}尽快登录系统完成尚未提交的内容, "
     "逾期将无法提交。",
     "Dear {contact},\n\nRegistration of professional visitors closes soon. Please sign in and complete what "
     "{organization} has not submitted yet; nothing can be submitted later."},
    {"correction", "请补充材料", "Please complete your data", "请补充或更正注册材料",
     "Please complete your registration",
     "{contact}, 您好!\n\n{organization}提交的注册材料需要补充或更正。请登录系统查看审核意见, "
     "修改后重新提交。",
     "Dear {contact},\n\nThe registration of {organization} needs to be completed or corrected. Please sign "
     "in, "
     "read the opinion of the review and submit again."},
    {"notice", "一般通知", "Notice", "通知", "Notice", "{contact}, 您好!\n\n", "Dear {contact},\n\n"},
};

}  // namespace expogate::messaging

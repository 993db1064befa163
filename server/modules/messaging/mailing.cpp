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

void check_placeholders(const char* field, std::string_view text, std::vector<FieldError>& errors) {
  split(text, [&](std::string_view piece, bool is_placeholder) {
    if (is_placeholder && !is_known(piece))
      errors.push_back({field,
                        &mailing_placeholder_unknown,
                        {{"name", std::string(piece)}, {"known", std::string(known_placeholders)}}});
  });
}

void require_known_placeholders(const MailingText& text) {
  std::vector<FieldError> errors;
  check_placeholders("subject", text.subject, errors);
  check_placeholders("body", text.body, errors);
  if (!errors.empty()) throw ValidationError(std::move(errors));
}

}  // namespace expogate::messaging

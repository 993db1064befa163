#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "messaging/message.h"
#include "platform/db/database.h"

/// What a fair says in place of a built-in message: data of its pack (INS-01, MSG-01).
namespace expogate::messaging {

struct MessageText {
  std::string name, subject_zh, subject_en, text_zh, text_en;
};
BOOST_DESCRIBE_STRUCT(MessageText, (), (name, subject_zh, subject_en, text_zh, text_en))

MessageText built_in(const MessageTemplate& text);

/// What keeps it from taking the place of the built-in one: an SMS without the fair's name, or a placeholder
/// that nobody fills.
std::vector<std::string> faults_of(const MessageText& own, const MessageTemplate& built_in);

namespace store {

std::vector<MessageText> list_message_texts(db::Tx& tx);
std::optional<MessageText> find_message_text(db::Tx& tx, std::string_view name);
void write_message_text(db::Tx& tx, const MessageText& text);

}  // namespace store
}  // namespace expogate::messaging

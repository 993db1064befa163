#include "messaging/message_text.h"

namespace expogate::messaging::store {

std::vector<MessageText> list_message_texts(db::Tx& tx) {
  return tx.query<MessageText>(
      "select name, subject_zh, subject_en, text_zh, text_en from message_texts order by name");
}

std::optional<MessageText> find_message_text(db::Tx& tx, std::string_view name) {
  return tx.one<MessageText>(
      "select name, subject_zh, subject_en, text_zh, text_en from message_texts where name = $1", name);
}

void write_message_text(db::Tx& tx, const MessageText& t) {
  tx.exec(R"(
      insert into message_texts (name, subject_zh, subject_en, text_zh, text_en) values ($1, $2, $3, $4, $5)
      on conflict (name) do update set subject_zh = excluded.subject_zh, subject_en = excluded.subject_en,
                                       text_zh = excluded.text_zh, text_en = excluded.text_en)",
          t.name, t.subject_zh, t.subject_en, t.text_zh, t.text_en);
}

}  // namespace expogate::messaging::store

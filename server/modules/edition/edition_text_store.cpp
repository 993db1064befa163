#include "edition/edition_text.h"

namespace expogate::edition::store {

EditionText find_text(db::Tx& tx, const EditionId& edition, EditionTextKind kind) {
  auto found = tx.one<EditionText>(
      "select kind, text_zh, text_en, version from edition_texts where edition_id = $1 and kind = $2",
      edition, kind);
  return found.value_or(EditionText{kind, "", "", 0});
}

bool write_text(db::Tx& tx, const EditionId& edition, const EditionText& t, std::int64_t version_read) {
  return tx.exec(R"(
      insert into edition_texts (edition_id, kind, text_zh, text_en, version) values ($1, $2, $3, $4, 1)
      on conflict (edition_id, kind) do update
      set text_zh = excluded.text_zh, text_en = excluded.text_en, version = edition_texts.version + 1
      where edition_texts.version = $5)",
                 edition, t.kind, t.text_zh, t.text_en, version_read) == 1;
}

void copy_texts(db::Tx& tx, const EditionId& from, const EditionId& to) {
  tx.exec(R"(
      insert into edition_texts (edition_id, kind, text_zh, text_en, version)
      select $2, kind, text_zh, text_en, 1 from edition_texts where edition_id = $1)",
          from, to);
}

}  // namespace expogate::edition::store

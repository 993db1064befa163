#include "fair/fair_store.h"

namespace expogate::fair::store {

std::optional<Fair> find(db::Tx& tx) {
  return tx.one<Fair>(R"(
      select name_zh, name_en, short_name_zh, short_name_en, organizer_zh, organizer_en, motto_zh, motto_en, time_zone,
             accent_color, logo_png, features, version
      from fairs)");
}

void write(db::Tx& tx, const Fair& f) {
  tx.exec(R"(
      insert into fairs (id, name_zh, name_en, short_name_zh, short_name_en, organizer_zh, organizer_en, motto_zh,
                         motto_en, time_zone, accent_color, logo_png, features, version)
      values ('fair', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)
      on conflict (id) do update
      set name_zh = excluded.name_zh, name_en = excluded.name_en, short_name_zh = excluded.short_name_zh,
          short_name_en = excluded.short_name_en, organizer_zh = excluded.organizer_zh,
          organizer_en = excluded.organizer_en, motto_zh = excluded.motto_zh, motto_en = excluded.motto_en,
          time_zone = excluded.time_zone,
          accent_color = excluded.accent_color, logo_png = excluded.logo_png, features = excluded.features,
          version = fairs.version + 1)",
          f.name_zh, f.name_en, f.short_name_zh, f.short_name_en, f.organizer_zh, f.organizer_en, f.motto_zh,
          f.motto_en, f.time_zone, f.accent_color, f.logo_png, f.features);
}

}  // namespace expogate::fair::store

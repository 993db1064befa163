#include "gate/visit_service.h"

#include "base/localized.h"
#include "base/permission.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/wire/codec.h"

namespace expogate::gate {
namespace {

constexpr int piece = 500;
constexpr std::string_view list_kind = "visits";

constexpr EnumLabel columns[] = {
    {"day", "入场日期", "Entry date"},
    {"first_entered_at", "首次入场", "First admitted"},
    {"attendee_number", "人员编号", "Attendee number"},
    {"name_zh", "姓名（中文）", "Name (Chinese)"},
    {"name_en", "姓名（英文或护照）", "Name (English or as in passport)"},
    {"badge_type", "人员标签", "Badge type"},
    {"organization", "单位", "Organization"},
    {"group", "交易团（分团）", "Trading group"},
    {"entries", "入场次数", "Admissions"},
    {"last_at", "最后通行", "Last scan"},
};

std::vector<SheetCell> cells_of(const VisitRow& v, Locale locale) {
  return {v.day,
          v.first_entered_at,
          v.attendee_number,
          v.name_zh,
          v.name_en,
          std::string(enum_words(v.badge_type, locale)),
          localized(locale, v.organization_name_zh, v.organization_name_en),
          localized(locale, v.group_name_zh.value_or(""), v.group_name_en.value_or("")),
          double(v.entries),
          v.last_at};
}

}  // namespace

void VisitService::offer() {
  exports_.offer(
      std::string(list_kind),
      {Permission::see_statistics,
       [](const Caller& caller) { return sheet_headings(columns, caller.locale); },
       [this](const Caller& caller, const std::string& parameters_json, import_export::RowSink& sink) {
         write_rows(caller, wire::from_json<VisitSelection>(parameters_json), sink);
       }});
}

Page<VisitRow> VisitService::list(const Caller& caller, const VisitFilter& filter, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_visits(tx, caller, filter, page); });
}

import_export::SheetExport VisitService::export_later(const Caller& caller, const VisitSelection& selection) {
  list(caller, selection, {1, 1, selection.sort.value_or("")});  // refuses a wrong order
  return database_.write([&](db::Tx& tx) {
    return exports_.start_later(tx, caller,
                                {std::string(list_kind), wire::to_json(selection),
                                 caller.locale == Locale::en ? "Visits" : "入场人员"});
  });
}

void VisitService::write_rows(const Caller& caller, const VisitSelection& selection,
                              import_export::RowSink& sink) {
  sink.set_total(list(caller, selection, {1, 1, ""}).total);
  for (std::optional<VisitRow> last;;) {
    auto rows = database_.read([&](db::Tx& tx) {
      return store::list_visits_after(tx, caller, selection, selection.sort.value_or(""), last, piece);
    });
    for (auto& row : rows) sink.add_row(cells_of(row, caller.locale));
    if (rows.size() < piece) return;
    last = rows.back();
  }
}

}  // namespace expogate::gate

#include "group_payment/sponsored_attendee_service.h"

#include "attendee/attendee_export_sheet.h"
#include "base/in_order.h"
#include "base/localized.h"
#include "base/permission.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/wire/codec.h"

namespace expogate::group_payment {
namespace {

constexpr std::size_t piece = 500;
constexpr std::string_view list_kind = "sponsored_attendees";

constexpr EnumLabel columns[] = {
    {"number", "人员编号", "Attendee number"},
    {"name_zh", "姓名（中文）", "Name (Chinese)"},
    {"name_en", "姓名（英文或护照）", "Name (English or as in passport)"},
    {"nationality", "国家/地区", "Country or region"},
    {"organization", "单位名称", "Organization"},
    {"position", "职务", "Job title"},
    {"badge_type", "人员标签", "Badge type"},
    {"entry_option", "入场日期", "Entry dates"},
    {"group", "付款交易团（分团）", "Paid by"},
    {"fee", "金额(元/人民币)", "Fee (CNY)"},
};

std::vector<SheetCell> cells_of(const SponsoredRow& row, const attendee::CodeWords& countries,
                                Locale locale) {
  auto country = countries.find(row.nationality_code);
  return {row.number,
          row.name_zh,
          row.name_en,
          country == countries.end() ? row.nationality_code : country->second,
          localized(locale, row.organization_name_zh, row.organization_name_en),
          row.position,
          std::string(enum_words(row.badge_type, locale)),
          localized(locale, row.entry_option_zh.value_or(""), row.entry_option_en.value_or("")),
          localized(locale, row.group_name_zh, row.group_name_en),
          double(row.fee_fen) / 100};
}

}  // namespace

void SponsoredAttendeeService::offer() {
  exports_.offer(
      std::string(list_kind),
      {Permission::see_sponsored, [](const Caller& caller) { return sheet_headings(columns, caller.locale); },
       [this](const Caller& caller, const std::string& parameters_json, import_export::RowSink& sink) {
         write_rows(caller, wire::from_json<SponsoredSelection>(parameters_json), sink);
       }});
}

Page<SponsoredRow> SponsoredAttendeeService::list(const Caller& caller, const SponsoredFilter& filter,
                                                  const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_sponsored(tx, caller, filter, page); });
}

SponsoredTotal SponsoredAttendeeService::total(const Caller& caller, const SponsoredFilter& filter) {
  return database_.read([&](db::Tx& tx) { return store::total_sponsored(tx, caller, filter); });
}

import_export::SheetExport SponsoredAttendeeService::export_later(const Caller& caller,
                                                                  const SponsoredSelection& selection) {
  list(caller, selection, {1, 1, selection.sort.value_or("")});  // refuses a wrong order
  return database_.write([&](db::Tx& tx) {
    return exports_.start_later(
        tx, caller,
        {std::string(list_kind), wire::to_json(selection),
         caller.locale == Locale::en ? "Attendees paid for by the group" : "待付款人员"});
  });
}

void SponsoredAttendeeService::write_rows(const Caller& caller, const SponsoredSelection& selection,
                                          import_export::RowSink& sink) {
  sink.set_total(total(caller, selection).persons);
  auto words =
      database_.read([&](db::Tx& tx) { return attendee::people_words(tx, caller.edition, caller.locale); });
  auto serials = database_.read([&](db::Tx& tx) {
    return store::list_sponsored_serials(tx, caller, selection, selection.sort.value_or(""),
                                         int(import_export::most_rows) + 1);
  });
  for (std::size_t at = 0; at < serials.size(); at += piece) {
    auto rows = database_.read([&](db::Tx& tx) {
      return store::list_sponsored_by_serials(tx, caller, selection, piece_of(serials, at, piece));
    });
    for (auto& row : rows) sink.add_row(cells_of(row, words.countries, caller.locale));
  }
}

}  // namespace expogate::group_payment

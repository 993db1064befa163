#include <fmt/format.h>

#include "base/in_order.h"
#include "base/localized.h"
#include "base/permission.h"
#include "group_payment/group_payment_store.h"
#include "group_payment/sponsorship_limit_service.h"
#include "organization/organization_sheet.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/wire/codec.h"

namespace expogate::group_payment {
namespace {

constexpr std::size_t piece = 500;
constexpr std::string_view list_kind = "sponsorship_limits";

constexpr EnumLabel export_columns[] = {
    {"number", "单位编号", "Organization number"},
    {"name_zh", "单位名称（中文）", "Organization name (Chinese)"},
    {"name_en", "单位名称（英文）", "Organization name (English)"},
    {"uscc", "统一社会信用代码", "Unified social credit code"},
    {"category", "单位类型", "Organization type"},
    {"place", "所在地", "Location"},
    {"contact_name", "联系人", "Contact"},
    {"purchase_5y", "采购意向(万美元)", "Planned purchases (USD 10,000)"},
    {"attendee_count", "参观人数", "Attendees"},
    {"is_sme", "是否中小微企业", "Micro, small or medium-sized enterprise"},
    {"persons", "单位配额人数", "Limit (attendees)"},
    {"sponsored", "已代付人数", "Paid for to date"},
    {"submitted_at", "申报日期", "Submitted"},
};

/// Its own number, or what the group's default comes to, as the list words it.
SheetCell limit_cell(const LimitRow& row, const GroupPayment& payment, Locale locale) {
  if (row.persons) return double(*row.persons);
  bool is_english = locale == Locale::en;
  if (!payment.is_default_set)
    return std::string(is_english ? "Default (Not set, unlimited)" : "默认（未设置，不限额）");
  if (!payment.default_limit) return std::string(is_english ? "Default (Unlimited)" : "默认（不限额）");
  return is_english ? fmt::format("Default ({})", *payment.default_limit)
                    : fmt::format("默认（{} 人）", *payment.default_limit);
}

SheetCell yes_no(const std::optional<bool>& answer, Locale locale) {
  if (!answer) return {};
  bool is_english = locale == Locale::en;
  return std::string(*answer ? (is_english ? "Yes" : "是") : (is_english ? "No" : "否"));
}

std::vector<SheetCell> cells_of(const LimitRow& row, const GroupPayment& payment,
                                const organization::CatalogueWords& words, Locale locale) {
  auto purchase = row.purchase_5y_code.value_or("");
  return {row.number,
          row.name_zh,
          row.name_en,
          row.uscc.value_or(""),
          std::string(enum_words(row.category, locale)),
          localized(locale, row.place_zh, row.place_en),
          row.contact_name,
          words.of(edition::CatalogueKind::purchase_intention_5y, purchase),
          double(row.attendee_count),
          yes_no(row.is_sme, locale),
          limit_cell(row, payment, locale),
          double(row.sponsored),
          row.submitted_at ? SheetCell(fair_date(*row.submitted_at)) : SheetCell()};
}

}  // namespace

void SponsorshipLimitService::offer() {
  exports_.offer(
      std::string(list_kind),
      {Permission::pay_for_attendees,
       [](const Caller& caller) { return sheet_headings(export_columns, caller.locale); },
       [this](const Caller& caller, const std::string& parameters_json, import_export::RowSink& sink) {
         write_rows(caller, wire::from_json<LimitSelection>(parameters_json), sink);
       }});
}

import_export::SheetExport SponsorshipLimitService::export_later(const Caller& group,
                                                                 const LimitSelection& selection) {
  list(group, selection, {1, 1, selection.sort.value_or("")});  // refuses a wrong order
  return database_.write([&](db::Tx& tx) {
    return exports_.start_later(tx, group,
                                {std::string(list_kind), wire::to_json(selection),
                                 group.locale == Locale::en ? "Group payment limits" : "统付配额"});
  });
}

void SponsorshipLimitService::write_rows(const Caller& group, const LimitSelection& selection,
                                         import_export::RowSink& sink) {
  sink.set_total(list(group, selection, {1, 1, ""}).total);
  auto words = database_.read(
      [&](db::Tx& tx) { return organization::CatalogueWords(tx, group.edition, group.locale); });
  auto payment = database_.read([&](db::Tx& tx) { return store::get(tx, group.edition, group.scope.group); });
  auto serials = database_.read([&](db::Tx& tx) {
    return store::list_limit_serials(tx, group, selection, selection.sort.value_or(""),
                                     int(import_export::most_rows) + 1);
  });
  for (std::size_t at = 0; at < serials.size(); at += piece) {
    auto rows = database_.read([&](db::Tx& tx) {
      return store::list_limits_by_serials(tx, group, selection, piece_of(serials, at, piece));
    });
    for (auto& row : rows) sink.add_row(cells_of(row, payment, words, group.locale));
  }
}

}  // namespace expogate::group_payment

#include "attendee/attendee_export_sheet.h"

#include "base/localized.h"
#include "platform/sheet/sheet_headings.h"

namespace expogate::attendee {
namespace {

using edition::CatalogueKind;

constexpr EnumLabel columns[] = {
    {"number", "人员编号", "Attendee number"},
    {"name_zh", "姓名（中文）", "Name (Chinese)"},
    {"name_en", "姓名（英文或护照）", "Name (English or as in passport)"},
    {"gender", "性别", "Gender"},
    {"region_type", "地区类型", "Region"},
    {"document_type", "证件类型", "Document type"},
    {"document_number", "证件号码", "Document number"},
    {"birth_on", "出生日期", "Date of birth"},
    {"nationality", "国家/地区", "Country or region"},
    {"mobile", "手机号", "Mobile"},
    {"email", "邮箱", "E-mail"},
    {"department", "部门", "Department"},
    {"position", "职务", "Job title"},
    {"position_category", "职务类别", "Job function"},
    {"badge_type", "人员标签", "Badge type"},
    {"entry_option", "入场日期", "Entry dates"},
    {"collection", "领取方式", "Badge collection"},
    {"badge_state", "证件状态", "Badge status"},
    {"sponsorship", "代付状态", "Paid by group"},
    {"state", "状态", "Status"},
    {"source", "填报方式", "Added by"},
    {"fee", "证件费(元)", "Badge fee (CNY)"},
    {"organization_number", "单位编号", "Organization number"},
    {"organization", "单位名称", "Organization"},
    {"submitted_at", "提交时间", "Submitted"},
    {"decided_at", "审核时间", "Decided"},
};

SheetCell text(const std::string& value) {
  return value.empty() ? SheetCell() : SheetCell(value);
}

SheetCell time(const std::optional<Instant>& at) {
  return at ? SheetCell(*at) : SheetCell();
}

CodeWords words_of(db::Tx& tx, const EditionId& edition, CatalogueKind kind, Locale locale) {
  CodeWords words;
  for (auto& item : edition::CatalogueService::list_all(tx, edition, kind))
    words[item.code] = localized(locale, item.name_zh, item.name_en);
  return words;
}

SheetCell word(const CodeWords& words, const std::string& code) {
  auto found = words.find(code);
  return text(found == words.end() ? code : found->second);
}

}  // namespace

PeopleWords people_words(db::Tx& tx, const EditionId& edition, Locale locale) {
  return {words_of(tx, edition, CatalogueKind::country, locale),
          words_of(tx, edition, CatalogueKind::position_category, locale)};
}

std::vector<std::string> people_headings(Locale locale) {
  return sheet_headings(columns, locale);
}

std::vector<SheetCell> people_cells(const ExportedPerson& exported, const PeopleWords& words, Locale locale) {
  auto& [row, a, person] = exported;
  auto label = [&](auto value) { return SheetCell(std::string(enum_words(value, locale))); };
  auto chosen = [&](auto& value) { return value ? label(*value) : SheetCell(); };
  return {text(a.number),
          text(a.name_zh),
          text(a.name_en),
          chosen(a.gender),
          chosen(a.region_type),
          chosen(a.document_type),
          text(person ? person->document_number : a.document_masked),
          person && person->birth_on ? SheetCell(*person->birth_on) : SheetCell(),
          word(words.countries, a.nationality_code),
          text(person ? person->mobile : a.mobile_masked),
          text(person ? person->email : a.email_masked),
          text(a.department),
          text(a.position),
          word(words.position_categories, a.position_category_code),
          label(a.badge_type),
          text(localized(locale, row.entry_option_zh.value_or(""), row.entry_option_en.value_or(""))),
          chosen(a.collection),
          chosen(row.badge_state),
          chosen(row.sponsorship),
          label(a.state),
          label(a.source),
          double(a.fee_fen) / 100,
          text(row.organization_number),
          text(localized(locale, row.organization_name_zh, row.organization_name_en)),
          time(a.submitted_at),
          time(a.decided_at)};
}

}  // namespace expogate::attendee

#include "attendee/attendee_sheet.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "edition/catalogue_service.h"
#include "edition/entry_option_service.h"
#include "platform/sheet/sheet_day.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/wire/field_errors.h"

namespace expogate::attendee {
namespace {

using edition::CatalogueKind;

/// With its colon: people are called 示例君 and Example Mwangi.
constexpr std::string_view example_marks[] = {"示例:", "示例：", "Example:", "Example："};

template <class E>
std::vector<SheetChoice> choices_of() {
  std::vector<SheetChoice> choices;
  for (auto& label : enum_labels<E>)
    choices.push_back({std::string(label.name), std::string(label.zh), std::string(label.en)});
  return choices;
}

std::vector<SheetChoice> choices_of(db::Tx& tx, const EditionId& edition, CatalogueKind kind) {
  std::vector<SheetChoice> choices;
  for (auto& item : edition::CatalogueService::list_all(tx, edition, kind))
    if (item.active) choices.push_back({item.code, item.name_zh, item.name_en});
  return choices;
}

/// The same as the mark that the template puts before the names of its example.
bool is_example(const SheetTable::Row& row) {
  auto begins = [&](AttendeeColumn column) {
    return std::any_of(std::begin(example_marks), std::end(example_marks),
                       [&](auto mark) { return row.cells[column].starts_with(mark); });
  };
  return begins(name_zh_column) || begins(name_en_column);
}

/// Takes the rows of one sheet into forms.
class Reader {
 public:
  Reader(const SheetChoices& choices, const std::optional<CourierAddressId>& courier_address)
      : choices_(choices), courier_address_(courier_address) {}

  void take(const SheetTable::Row& row) {
    AttendeeForm form;
    form.name_zh = row.cells[name_zh_column];
    form.name_en = row.cells[name_en_column];
    form.region_type = enum_value<RegionType>(choice(row, region_column));
    form.document_type = enum_value<DocumentType>(choice(row, document_type_column));
    form.document_number = row.cells[document_number_column];
    form.gender = enum_value<Gender>(choice(row, gender_column));
    form.birth_on = day(row, birth_column);
    form.nationality_code = choice(row, nationality_column);
    form.mobile = row.cells[mobile_column];
    form.email = row.cells[email_column];
    form.department = row.cells[department_column];
    form.position = row.cells[position_column];
    form.position_category_code = choice(row, category_column);
    if (auto option = choice(row, entry_column); !option.empty())
      form.entry_option_id = edition::EntryOptionId{option};
    form.collection = enum_value<Collection>(choice(row, collection_column));
    if (form.collection == Collection::courier) send_by_courier(row, form);
    reading.people.push_back({row.number, tidied(form)});
  }

  PeopleReading reading;

 private:
  void complain(const SheetTable::Row& row, AttendeeColumn column, const ErrorCode& code) {
    reading.errors.push_back({row.number, &attendee_columns[column], &code, {}});
  }

  std::string choice(const SheetTable::Row& row, AttendeeColumn column) {
    auto word = fold_key(row.cells[column]);
    if (word.empty()) return "";
    for (auto& each : choices_.at(column))
      if (word == fold_key(each.zh) || word == fold_key(each.en) || word == fold_key(each.value))
        return each.value;
    complain(row, column, wire::field_choice);
    return "";
  }

  std::optional<CivilDate> day(const SheetTable::Row& row, AttendeeColumn column) {
    auto& text = row.cells[column];
    auto day = parse_sheet_day(text);
    if (!day && !text.empty()) complain(row, column, sheet_date_wrong);
    return day;
  }

  void send_by_courier(const SheetTable::Row& row, AttendeeForm& form) {
    if (!courier_address_) complain(row, collection_column, sheet_no_courier_address);
    form.courier_address_id = courier_address_;
  }

  const SheetChoices& choices_;
  const std::optional<CourierAddressId>& courier_address_;
};

std::vector<SheetCell> example_row(const SheetChoices& choices, bool is_domestic, Locale locale) {
  auto word = [&](AttendeeColumn column, std::string_view value) -> SheetCell {
    for (auto& each : choices.at(column))
      if (value.empty() || each.value == value) return locale == Locale::en ? each.en : each.zh;
    return {};
  };
  if (is_domestic)
    return {"示例：王小明",
            "",
            word(region_column, "mainland"),
            word(document_type_column, "resident_id"),
            "11010519491231002X",
            word(gender_column, "female"),
            CivilDate{"1949-12-31"},
            word(nationality_column, "CN"),
            "13800000000",
            "",
            "采购部",
            "采购经理",
            word(category_column, ""),
            word(entry_column, ""),
            word(collection_column, "onsite")};
  return {"",
          "Example: Anna Berg",
          word(region_column, "foreign"),
          word(document_type_column, "passport"),
          "C01X00T47",
          word(gender_column, "female"),
          CivilDate{"1980-08-12"},
          word(nationality_column, "DE"),
          "",
          "anna@example.com",
          "Purchasing",
          "Purchasing manager",
          word(category_column, ""),
          word(entry_column, ""),
          word(collection_column, "onsite")};
}

const EnumLabel* column_of(std::string_view field) {
  if (field == "courier_address_id") return &attendee_columns[collection_column];
  for (auto& column : attendee_columns)
    if (column.name == field) return &column;
  return nullptr;
}

}  // namespace

SheetChoices sheet_choices(db::Tx& tx, const EditionId& edition) {
  std::vector<SheetChoice> options;
  for (auto& priced : edition::EntryOptionService::list(tx, edition))
    if (priced.option.active)
      options.push_back({priced.option.id.text, priced.option.name_zh, priced.option.name_en});
  return {{region_column, choices_of<RegionType>()},
          {document_type_column, choices_of<DocumentType>()},
          {gender_column, choices_of<Gender>()},
          {nationality_column, choices_of(tx, edition, CatalogueKind::country)},
          {category_column, choices_of(tx, edition, CatalogueKind::position_category)},
          {entry_column, options},
          {collection_column, choices_of<Collection>()}};
}

SheetFile write_people_template(const std::filesystem::path& folder, const SheetChoices& choices,
                                bool is_domestic, Locale locale, const std::string& watermark, Instant now) {
  SheetWriter writer(folder, locale == Locale::en ? "Attendees template" : "人员导入模板",
                     sheet_headings(attendee_columns, locale), watermark);
  for (auto& [column, list] : choices) {
    std::vector<std::string> words;
    for (auto& each : list) words.push_back(locale == Locale::en ? each.en : each.zh);
    writer.offer_choices(column, std::move(words), most_sheet_people + 1);
  }
  writer.add_row(example_row(choices, is_domestic, locale));
  return writer.finish_as_file(now);
}

PeopleReading read_people(const SheetTable& table, const SheetChoices& choices,
                          const std::optional<CourierAddressId>& courier_address) {
  Reader reader(choices, courier_address);
  reader.reading.errors = table.errors;
  for (auto& row : table.rows)
    if (!is_example(row)) reader.take(row);
  if (reader.reading.people.size() > most_sheet_people)
    throw ValidationError("file", sheet_people_too_many, {{"max", most_sheet_people}});
  return std::move(reader.reading);
}

void examine_people(PeopleReading& reading, const FormFacts& facts) {
  // What could not be read is told once, not also as missing.
  std::set<std::pair<std::uint32_t, const EnumLabel*>> told;
  for (auto& error : reading.errors) told.insert({error.row, error.column});
  std::map<std::string, std::uint32_t> rows_by_document;
  for (auto& [row, form] : reading.people) {
    for (auto& wrong : wrong_fields(form, facts)) {
      auto* column = column_of(wrong.field);
      if (column && told.insert({row, column}).second)
        reading.errors.push_back({row, column, wrong.code, wrong.details});
    }
    if (!form.document_type || form.document_number.empty()) continue;
    auto document = std::string(enum_name(*form.document_type)) + " " + form.document_number + " " +
                    issuing_country(form.document_type, form.nationality_code);
    auto [first, is_new] = rows_by_document.emplace(document, row);
    if (!is_new)
      reading.errors.push_back({row,
                                &attendee_columns[document_number_column],
                                &sheet_document_repeated,
                                {{"row", first->second}}});
  }
}

}  // namespace expogate::attendee

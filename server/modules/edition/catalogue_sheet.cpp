#include "edition/catalogue_sheet.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/text.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/wire/field_errors.h"

namespace expogate::edition {
namespace {

enum Column : std::size_t { code, parent_code, name_zh, name_en, position, active };

constexpr std::size_t longest_code = 40, longest_name = 120;

constexpr EnumLabel truths[] = {{"true", "是", "yes"}, {"false", "否", "no"}};

std::map<std::string, std::string> codes_by_id(const std::vector<CatalogueItem>& items) {
  std::map<std::string, std::string> codes;
  for (auto& item : items) codes.emplace(item.id.text, item.code);
  return codes;
}

std::string parent_code_of(const CatalogueItem& item, const std::map<std::string, std::string>& codes) {
  return item.parent_id ? codes.at(item.parent_id->text) : "";
}

/// Each item with what is below it, in the order of the screen.
class TreeWriter {
 public:
  TreeWriter(SheetWriter& writer, const std::vector<CatalogueItem>& items, Locale locale)
      : writer_(writer), codes_(codes_by_id(items)), locale_(locale) {
    for (auto& item : items) children_[parent_code_of(item, codes_)].push_back(&item);
  }

  void write_below(const std::string& parent) {
    for (auto* item : children_[parent]) {
      auto& is_active = truths[item->active ? 0 : 1];
      writer_.add_row(std::vector<SheetCell>{item->code, parent, item->name_zh, item->name_en,
                                             double(item->position), std::string(is_active.words(locale_))});
      write_below(item->code);
    }
  }

 private:
  SheetWriter& writer_;
  std::map<std::string, std::string> codes_;
  std::map<std::string, std::vector<const CatalogueItem*>> children_;
  Locale locale_;
};

/// The catalogue as it would be, and what is wrong with it.
class ImportPlanner {
 public:
  ImportPlanner(CatalogueKind kind, const std::vector<CatalogueItem>& existing) : kind_(kind) {
    auto codes = codes_by_id(existing);
    for (auto& item : existing) entries_[item.code] = {item, parent_code_of(item, codes), &item};
  }

  CatalogueImport plan(const SheetTable& table, Instant now) {
    plan_.errors = table.errors;
    for (auto& row : table.rows) take_row(row, now);
    for (auto& [_, entry] : entries_)
      if (entry.row) set_parent(entry);
    for (auto& [_, entry] : entries_) check_depth(entry);
    for (auto& [_, entry] : entries_)
      if (entry.row) sort_in(entry);
    std::stable_sort(plan_.added.begin(), plan_.added.end(), [this](auto& a, auto& b) {
      return ancestors_of(entries_.at(a.code)).size() < ancestors_of(entries_.at(b.code)).size();
    });
    return std::move(plan_);
  }

 private:
  struct Entry {
    CatalogueItem item;
    std::string parent_code;
    const CatalogueItem* before = nullptr;  ///< null: the file adds it
    const SheetTable::Row* row = nullptr;   ///< null: the file does not name it
    bool is_moved() const { return row && !(before && before->parent_id == item.parent_id); }
  };

  void complain(const SheetTable::Row& row, Column column, const ErrorCode& error, Details details = {}) {
    plan_.errors.push_back({row.number, &catalogue_columns[column], &error, std::move(details)});
  }

  void take_row(const SheetTable::Row& row, Instant now) {
    CatalogueItem wanted;
    wanted.code = text_of(row, code, longest_code);
    wanted.name_zh = text_of(row, name_zh, longest_name);
    wanted.name_en = text_of(row, name_en, longest_name);
    wanted.position = position_of(row);
    wanted.active = is_active(row);
    if (wanted.code.empty()) return;
    auto& entry = entries_[wanted.code];
    if (entry.row) return complain(row, code, catalogue_code_repeated, {{"row", entry.row->number}});
    wanted.id = entry.before ? entry.before->id : new_id<CatalogueItemId>(now);
    wanted.kind = kind_;
    wanted.version = entry.before ? entry.before->version : 1;
    entry = {std::move(wanted), row.cells[parent_code], entry.before, &row};
  }

  std::string text_of(const SheetTable::Row& row, Column column, std::size_t longest) {
    auto& text = row.cells[column];
    if (text.empty()) complain(row, column, wire::field_required);
    if (code_points(text) > longest) complain(row, column, wire::field_too_long, {{"max", longest}});
    return text;
  }

  int position_of(const SheetTable::Row& row) {
    auto text = half_width(row.cells[position]);
    int value = 0;
    auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    bool is_whole = end.ec == std::errc{} && end.ptr == text.data() + text.size();
    if (!is_whole) complain(row, position, catalogue_position_wrong);
    return value;
  }

  bool is_active(const SheetTable::Row& row) {
    auto word = fold_key(row.cells[active]);
    for (auto& truth : truths)
      if (word == truth.name || word == truth.zh || word == truth.en) return &truth == truths;
    complain(row, active, catalogue_active_wrong);
    return false;
  }

  void set_parent(Entry& entry) {
    if (entry.parent_code.empty()) return;
    auto parent = entries_.find(entry.parent_code);
    if (parent != entries_.end())
      entry.item.parent_id = parent->second.item.id;
    else
      complain(*entry.row, parent_code, catalogue_parent_unknown, {{"code", entry.parent_code}});
  }

  /// The entry itself and those above it; an endless circle is cut where it is too deep in any case.
  std::vector<const Entry*> ancestors_of(const Entry& entry) const {
    std::vector<const Entry*> chain{&entry};
    while (chain.back()->item.parent_id && int(chain.size()) <= levels_of(kind_))
      chain.push_back(&entries_.at(chain.back()->parent_code));
    return chain;
  }

  /// A row may be too deep itself, or push something below it too deep that the file does not name.
  void check_depth(const Entry& entry) {
    auto chain = ancestors_of(entry);
    if (int(chain.size()) <= levels_of(kind_)) return;
    auto mover = std::find_if(chain.begin(), chain.end(), [](auto* one) { return one->is_moved(); });
    expect(mover != chain.end(), "only a moved item makes a catalogue too deep");
    if (blamed_.insert((*mover)->row).second)
      complain(*(*mover)->row, parent_code, catalogue_too_deep, {{"levels", levels_of(kind_)}});
  }

  void sort_in(const Entry& entry) {
    if (!entry.before)
      plan_.added.push_back(entry.item);
    else if (*entry.before == entry.item)
      ++plan_.unchanged;
    else
      plan_.changed.push_back(entry.item);
  }

  CatalogueKind kind_;
  std::map<std::string, Entry> entries_;
  std::set<const SheetTable::Row*> blamed_;
  CatalogueImport plan_;
};

}  // namespace

SheetFile write_catalogue(const std::filesystem::path& folder, const std::string& title,
                          const std::vector<CatalogueItem>& items, Locale locale,
                          const std::string& watermark, Instant now) {
  SheetWriter writer(folder, title, sheet_headings(catalogue_columns, locale), watermark);
  TreeWriter(writer, items, locale).write_below("");
  return writer.finish_as_file(now);
}

CatalogueImport plan_import(CatalogueKind kind, const std::vector<CatalogueItem>& existing,
                            const SheetTable& table, Instant now) {
  return ImportPlanner(kind, existing).plan(table, now);
}

}  // namespace expogate::edition

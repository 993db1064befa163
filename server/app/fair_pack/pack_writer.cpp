#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <sstream>

#include "app/fair_pack/fair_pack.h"
#include "platform/crypto/encoding.h"

namespace expogate::fair_pack {
namespace {

using namespace edition;

/// A file that is there whole or not at all: writing what cannot be written throws.
void write_file(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

class TomlText {
 public:
  void comment(const std::string& line) { out_ << "# " << line << "\n"; }
  void section(const std::string& name) { out_ << "\n[" << name << "]\n"; }
  void item(const std::string& name) { out_ << "\n[[" << name << "]]\n"; }
  void text(const std::string& key, const std::string& value) {
    out_ << key << " = ";
    if (value.find('\n') != value.npos) {
      out_ << "\"\"\"\n" << escaped(value) << "\"\"\"\n";
    } else {
      out_ << toml::value<std::string>(value) << "\n";
    }
  }
  void words(const std::string& key, const std::string& zh, const std::string& en) {
    text(key + "_zh", zh);
    text(key + "_en", en);
  }
  void plain(const std::string& key, const std::string& value) { out_ << key << " = " << value << "\n"; }
  void flag(const std::string& key, bool value) { plain(key, value ? "true" : "false"); }
  std::string str() const { return out_.str(); }

 private:
  static std::string escaped(const std::string& value) {
    std::string out;
    for (char c : value) {
      if (c == '\\' || c == '"') out += '\\';
      out += c;
    }
    return out;
  }
  std::ostringstream out_;
};

void write_fair(const FairPack& pack, const std::filesystem::path& folder) {
  auto& fair = pack.fair;
  TomlText toml;
  toml.comment("Whose fair this is; docs/guides/fair-packs.md explains every line.");
  toml.section("fair");
  toml.words("name", fair.name_zh, fair.name_en);
  toml.words("short_name", fair.short_name_zh, fair.short_name_en);
  toml.words("organizer", fair.organizer_zh, fair.organizer_en);
  if (!fair.motto_zh.empty()) toml.words("motto", fair.motto_zh, fair.motto_en);
  toml.text("time_zone", fair.time_zone);
  toml.text("accent_color", fair.accent_color);
  if (!fair.logo_png.empty()) {
    toml.text("logo", "logo.png");
    write_file(folder / "logo.png", base64_decode(fair.logo_png).value_or(""));
  }
  toml.section("features");
  for (auto& label : enum_labels<fair::Feature>)
    toml.flag(std::string(label.name), fair.has(*enum_value<fair::Feature>(std::string(label.name))));
  for (auto& consent : pack.consents) {
    toml.section("consents." + std::string(enum_name(consent.document)));
    toml.plain("version", std::to_string(consent.version));
    toml.words("title", consent.title_zh, consent.title_en);
    toml.words("text", consent.text_zh, consent.text_en);
  }
  for (auto& letter : pack.letters) {
    toml.item("letters");
    toml.words("title", letter.title_zh, letter.title_en);
    toml.words("subject", letter.subject_zh, letter.subject_en);
    toml.words("body", letter.body_zh, letter.body_en);
  }
  for (auto& message : pack.messages) {
    toml.section("messages." + message.name);
    toml.words("subject", message.subject_zh, message.subject_en);
    toml.words("text", message.text_zh, message.text_en);
  }
  write_file(folder / "fair.toml", toml.str());
}

void write_groups(const FairPack& pack, const std::filesystem::path& folder) {
  std::string tsv = "code\tparent_code\tfamily\tname_zh\tname_en\tinvitation_code\n";
  for (auto& group : pack.groups)
    tsv += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", group.code, group.parent_code, enum_name(group.family),
                       group.name_zh, group.name_en, group.invitation_code);
  write_file(folder / "groups.tsv", tsv);
}

std::string local_time(Instant at) {
  auto text = fair_text(at);
  return text.substr(0, 10) + "T" + text.substr(11) + ":00";
}

void write_options(TomlText& toml, const std::vector<PricedEntryOption>& options) {
  for (auto& [option, prices] : options) {
    toml.item("entry_options");
    toml.text("code", option.code);
    toml.words("name", option.name_zh, option.name_en);
    toml.plain("from", option.from_on.text);
    toml.plain("to", option.to_on.text);
    if (!option.active) toml.flag("active", false);
    if (option.is_public_days) toml.flag("public_days", true);
    for (auto& price : prices) {
      toml.item("entry_options.prices");
      toml.text("badge_type", std::string(enum_name(price.badge_type)));
      if (price.region_type) toml.text("region_type", std::string(enum_name(*price.region_type)));
      if (price.reuse) toml.flag("reuse", *price.reuse);
      if (price.valid_from_on) toml.plain("from", price.valid_from_on->text);
      if (price.valid_to_on) toml.plain("to", price.valid_to_on->text);
      toml.text("fee", fmt::format("{}.{:02}", price.fee_fen / 100, price.fee_fen % 100));
    }
  }
}

void write_rules(TomlText& toml, const Edition& edition) {
  toml.section("rules");
  toml.text("invitation_code_use", std::string(enum_name(edition.invitation_code_use)));
  toml.plain("reuse_from_number", std::to_string(edition.reuse_from_number));
  toml.plain("review_days_mainland", std::to_string(edition.review_days_mainland));
  toml.plain("review_days_elsewhere", std::to_string(edition.review_days_elsewhere));
  toml.plain("order_hours", std::to_string(edition.order_hours));
  std::string types;
  for (auto type : documents_in_use(edition))
    types += (types.empty() ? "\"" : ", \"") + std::string(enum_name(type)) + "\"";
  if (!types.empty()) toml.plain("document_types", "[" + types + "]");
}

void write_edition(const PackedEdition& packed, const std::filesystem::path& folder) {
  auto& edition = packed.edition;
  TomlText toml;
  toml.plain("number", std::to_string(edition.number));
  toml.text("state", std::string(enum_name(edition.state)));
  toml.words("name", edition.name_zh, edition.name_en);
  toml.words("venue", edition.venue_zh, edition.venue_en);
  toml.plain("show_from", edition.show_from_on.text);
  toml.plain("show_to", edition.show_to_on.text);
  toml.plain("entry_from", edition.entry_from_on.text);
  toml.plain("entry_to", edition.entry_to_on.text);
  write_rules(toml, edition);
  for (auto& window : packed.windows) {
    if (!window.opens_at || !window.closes_at) continue;
    toml.section("windows." + std::string(enum_name(window.kind)));
    toml.plain("opens", local_time(*window.opens_at));
    toml.plain("closes", local_time(*window.closes_at));
  }
  for (auto& period : packed.periods) {
    toml.section("retention." + std::string(enum_name(period.kind)));
    toml.plain("days", std::to_string(*period.days));
    toml.words("purpose", period.purpose_zh, period.purpose_en);
    toml.words("basis", period.basis_zh, period.basis_en);
  }
  toml.section("texts");
  for (auto& text : packed.texts) toml.words(std::string(enum_name(text.kind)), text.text_zh, text.text_en);
  write_options(toml, packed.options);
  write_file(folder / "edition.toml", toml.str());
  for (auto& [kind, items] : packed.catalogues) {
    if (items.empty()) continue;
    std::string tsv = "code\tparent_code\tname_zh\tname_en\n";
    for (auto& item : items)
      tsv += fmt::format("{}\t{}\t{}\t{}\n", item.code, item.parent_code, item.name_zh, item.name_en);
    write_file(folder / "catalogues" / (std::string(enum_name(kind)) + ".tsv"), tsv);
  }
}

}  // namespace

void write_pack(const FairPack& pack, const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder) && !std::filesystem::is_empty(folder))
    throw std::runtime_error(folder.string() + " is not empty");
  write_fair(pack, folder);
  write_groups(pack, folder);
  for (auto& packed : pack.editions)
    write_edition(packed, folder / "editions" / std::to_string(packed.edition.number));
}

}  // namespace expogate::fair_pack

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "app/fair_pack/edition_reader.h"
#include "app/fair_pack/pack_table.h"
#include "app/fair_pack/pack_tsv.h"
#include "platform/crypto/encoding.h"

namespace expogate::fair_pack {
namespace {

constexpr std::size_t max_logo_bytes = 200 * 1024;

std::string logo_of(PackTable& table, const std::filesystem::path& folder) {
  auto name = table.text("logo", 100, false);
  if (name.empty()) return "";
  std::ifstream file(folder / name, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  auto bytes = content.str();
  if (!bytes.starts_with("\x89PNG\r\n"))
    table.mistake("logo", name + " cannot be read as a PNG picture");
  else if (bytes.size() > max_logo_bytes)
    table.mistake("logo", name + " is larger than 200 kB");
  return base64_encode(bytes);
}

fair::Fair read_fair(PackTable& table, const std::filesystem::path& folder) {
  fair::Fair fair;
  auto name = table.words("name", 60), short_name = table.words("short_name", 30),
       organizer = table.words("organizer", 60), motto = table.words("motto", 60, false);
  fair.name_zh = name.zh;
  fair.name_en = name.en;
  fair.short_name_zh = short_name.zh;
  fair.short_name_en = short_name.en;
  fair.organizer_zh = organizer.zh;
  fair.organizer_en = organizer.en;
  fair.motto_zh = motto.zh;
  fair.motto_en = motto.en;
  fair.time_zone = table.text("time_zone", 60);
  if (!fair.time_zone.empty() && !is_time_zone(fair.time_zone))
    table.mistake("time_zone",
                  "'" + fair.time_zone + "' is no zone that this machine knows, such as Asia/Shanghai");
  else if (!fair.time_zone.empty())
    set_fair_zone(fair.time_zone);  // the moments of the editions are read by its clocks
  fair.accent_color = table.text("accent_color", 7);
  if (!std::regex_match(fair.accent_color, std::regex("#[0-9a-f]{6}")))
    table.mistake("accent_color", "must be written as #0b4ea2");
  fair.logo_png = logo_of(table, folder);
  return fair;
}

std::string read_features(PackTable& table) {
  std::vector<fair::Feature> open;
  for (auto& label : enum_labels<fair::Feature>)
    if (table.flag(label.name, false)) open.push_back(*enum_value<fair::Feature>(std::string(label.name)));
  fair::Fair fair;
  fair.features = fair::features_text(open);
  if (!fair.has(fair::Feature::trading_groups))
    for (auto feature : {fair::Feature::group_payment, fair::Feature::key_invitees, fair::Feature::tours})
      if (fair.has(feature)) table.mistake(enum_name(feature), "needs trading_groups = true");
  return fair.features;
}

void read_consents(PackTable& table, std::vector<account::ConsentText>& consents) {
  for (auto* name : {"privacy_policy", "sensitive_data"}) {
    auto* inner = table.table(name, true);
    if (!inner) continue;
    PackTable consent(table.file(), *inner, table.mistakes());
    auto title = consent.words("title", 100), text = consent.words("text", 20'000);
    consents.push_back({*enum_value<account::ConsentDocument>(name), consent.integer("version", 1, 1, 1000),
                        title.zh, title.en, text.zh, text.en});
  }
}

void read_letters(PackTable& table, std::vector<messaging::MailingTemplate>& letters) {
  std::set<std::string> titles;
  for (auto* each : table.tables("letters")) {
    PackTable letter(table.file(), *each, table.mistakes());
    auto title = letter.words("title", 60), subject = letter.words("subject", 150),
         body = letter.words("body", 5000);
    if (!titles.insert(title.zh).second) letter.mistake("title_zh", "two letters have this title");
    messaging::MailingTemplate text;
    text.title_zh = title.zh;
    text.title_en = title.en;
    text.subject_zh = subject.zh;
    text.subject_en = subject.en;
    text.body_zh = body.zh;
    text.body_en = body.en;
    letters.push_back(text);
  }
}

/// `[messages.verification_code]` and so on, under the names of the program's own messages.
void read_messages(PackTable& table, std::vector<messaging::MessageText>& messages) {
  for (auto& [name, built_in] : messaging::message_templates()) {
    auto* inner = table.table(name);
    if (!inner) continue;
    PackTable message(table.file(), *inner, table.mistakes());
    auto subject = message.words("subject", 150), text = message.words("text", 2000);
    messages.push_back({std::string(name), subject.zh, subject.en, text.zh, text.en});
    for (auto& fault : messaging::faults_of(messages.back(), built_in)) message.mistake("text_zh", fault);
  }
}

bool is_invitation_code(const std::string& code) {
  return code.size() == 11 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<PackedGroup> read_groups(const std::filesystem::path& folder, std::vector<Mistake>& mistakes) {
  const std::string file = "groups.tsv";
  std::vector<PackedGroup> groups;
  std::set<std::string> tops, all, codes;
  for (auto& row :
       read_tsv(folder / file, file,
                {"code", "parent_code", "family", "name_zh", "name_en", "invitation_code"}, mistakes)) {
    auto wrong = [&](const std::string& what) { mistakes.push_back({file, row.line, what}); };
    PackedGroup group{row.at("code"),    row.at("parent_code"), {},
                      row.at("name_zh"), row.at("name_en"),     row.at("invitation_code")};
    if (!is_acceptable_id(group.code)) wrong("code '" + group.code + "' must be letters, digits and hyphens");
    if (!all.insert(group.code).second) wrong("code " + group.code + " stands twice");
    if (group.parent_code.empty())
      tops.insert(group.code);
    else if (!tops.contains(group.parent_code))
      wrong("parent_code " + group.parent_code + " is no group above this line");
    auto parent = std::find_if(groups.begin(), groups.end(),
                               [&](auto& each) { return each.code == group.parent_code; });
    if (group.name_zh.empty() || group.name_en.empty()) wrong("needs a name in both languages");
    if (auto family = enum_value<trading_group::GroupFamily>(row.at("family")))
      group.family = *family;
    else
      wrong("family '" + row.at("family") +
            "' is none of regional, planned_city, corps, central_enterprise, health, industry");
    if (parent != groups.end() && parent->family != group.family)
      wrong("is of another family than its group");
    if (!group.invitation_code.empty()) {
      if (!is_invitation_code(group.invitation_code)) wrong("invitation_code must have 11 digits");
      if (!codes.insert(group.invitation_code).second)
        wrong("invitation_code " + group.invitation_code + " stands twice");
    }
    groups.push_back(group);
  }
  return groups;
}

std::vector<std::string> edition_folders(const std::filesystem::path& folder,
                                         std::vector<Mistake>& mistakes) {
  std::vector<std::string> names;
  std::error_code error;
  for (auto& entry : std::filesystem::directory_iterator(folder / "editions", error))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  if (names.empty()) mistakes.push_back({"editions", 0, "has no folder of an edition"});
  return names;
}

void check_editions(const std::vector<PackedEdition>& editions, std::vector<Mistake>& mistakes) {
  std::set<int> numbers;
  int current = 0;
  for (auto& packed : editions) {
    auto file = "editions/" + packed.edition.id.text + "/edition.toml";
    if (!numbers.insert(packed.edition.number).second)
      mistakes.push_back(
          {file, 0, fmt::format("number {} belongs to another folder already", packed.edition.number)});
    current += packed.edition.state == edition::EditionState::current;
  }
  if (!editions.empty() && current != 1)
    mistakes.push_back({"editions", 0, fmt::format("exactly one edition is current, not {}", current)});
}

}  // namespace

Reading read_pack(const std::filesystem::path& folder) {
  Reading reading;
  auto& [pack, mistakes] = reading;
  const std::string file = "fair.toml";
  auto toml = read_toml(folder / file, file, mistakes);
  if (!mistakes.empty()) return reading;
  std::vector<retention::RetentionPeriod> common;
  {
    PackTable root(file, toml, mistakes);
    if (auto* table = root.table("fair", true)) {
      PackTable fair(file, *table, mistakes);
      pack.fair = read_fair(fair, folder);
    }
    if (auto* table = root.table("features", true)) {
      PackTable features(file, *table, mistakes);
      pack.fair.features = read_features(features);
    }
    if (auto* table = root.table("consents", true)) {
      PackTable consents(file, *table, mistakes);
      read_consents(consents, pack.consents);
    }
    read_letters(root, pack.letters);
    if (auto* table = root.table("messages")) {
      PackTable messages(file, *table, mistakes);
      read_messages(messages, pack.messages);
    }
    common = read_periods(root);
  }
  if (pack.fair.has(fair::Feature::trading_groups)) pack.groups = read_groups(folder, mistakes);
  for (auto& name : edition_folders(folder, mistakes))
    pack.editions.push_back(read_edition(folder / "editions" / name, "editions/" + name, common, mistakes));
  std::sort(pack.editions.begin(), pack.editions.end(),
            [](auto& a, auto& b) { return a.edition.number < b.edition.number; });
  check_editions(pack.editions, mistakes);
  return reading;
}

}  // namespace expogate::fair_pack

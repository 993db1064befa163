#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "account/consent.h"
#include "edition/catalogue.h"
#include "edition/edition_text.h"
#include "edition/entry_option.h"
#include "fair/fair.h"
#include "messaging/mailing_template.h"
#include "messaging/message_text.h"
#include "retention/retention.h"
#include "trading_group/trading_group.h"

/// A fair as a folder of plain text (INS-01). docs/guides/fair-packs.md describes every file.
namespace expogate::fair_pack {

/// Something wrong with a pack, at its place.
struct Mistake {
  std::string file;
  int line = 0;
  std::string what;
};
std::string text_of(const Mistake& mistake);  ///< `groups.tsv:12: …`

/// One item of a catalogue; its parent is named by its code.
struct PackedItem {
  std::string code, parent_code, name_zh, name_en;
  bool operator==(const PackedItem&) const = default;
};

struct PackedEdition {
  edition::Edition edition;
  std::vector<edition::Window> windows;
  std::vector<edition::PricedEntryOption> options;  ///< without ids
  std::map<edition::CatalogueKind, std::vector<PackedItem>> catalogues;
  std::vector<edition::EditionText> texts;
  std::vector<retention::RetentionPeriod> periods;  ///< those that are set (RET-01)
};

struct PackedGroup {
  std::string code, parent_code;
  trading_group::GroupFamily family = trading_group::GroupFamily::regional;
  std::string name_zh, name_en;
  std::string invitation_code;  ///< empty: made when the group is added
};

struct FairPack {
  fair::Fair fair;
  std::vector<account::ConsentText> consents;
  std::vector<messaging::MailingTemplate> letters;  ///< known by their Chinese title
  std::vector<messaging::MessageText> messages;     ///< only those that it says in its own words
  std::vector<PackedEdition> editions;              ///< by number
  std::vector<PackedGroup> groups;                  ///< parents before their subgroups
};

struct Reading {
  FairPack pack;
  std::vector<Mistake> mistakes;
};

/// Reads a pack and tells everything that is wrong with it; a pack with mistakes must not be used.
Reading read_pack(const std::filesystem::path& folder);

/// Writes it so that reading gives the same again. The folder must be new or empty.
void write_pack(const FairPack& pack, const std::filesystem::path& folder);

}  // namespace expogate::fair_pack

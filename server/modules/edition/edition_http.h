#pragma once
#include "edition/catalogue_service.h"
#include "edition/edition_service.h"
#include "edition/entry_option_service.h"
#include "platform/wire/router.h"

namespace expogate::edition {

/// An edition in one line: for the selector, and beside an account.
struct EditionSummary {
  EditionId id;
  int number = 0;
  std::string name_zh, name_en;
  EditionState state = EditionState::current;
};
BOOST_DESCRIBE_STRUCT(EditionSummary, (), (id, number, name_zh, name_en, state))

EditionSummary summary(const Edition& edition);

void add_edition_routes(wire::Router& router, EditionService& editions);
void add_entry_option_routes(wire::Router& router, EntryOptionService& options);
void add_catalogue_routes(wire::Router& router, CatalogueService& catalogues);

}  // namespace expogate::edition

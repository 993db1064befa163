#pragma once
#include "edition/catalogue_service.h"
#include "edition/edition_service.h"
#include "edition/edition_text.h"
#include "edition/edition_view.h"
#include "edition/entry_option_service.h"
#include "platform/wire/router.h"

namespace expogate::edition {

void add_edition_routes(wire::Router& router, EditionService& editions);
void add_entry_option_routes(wire::Router& router, EntryOptionService& options);
void add_edition_text_routes(wire::Router& router, EditionTextService& texts);
void add_catalogue_routes(wire::Router& router, CatalogueService& catalogues);

}  // namespace expogate::edition

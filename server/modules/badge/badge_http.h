#pragma once
#include "badge/batch_service.h"
#include "badge/desk_service.h"
#include "badge/e_badge_service.h"
#include "badge/parcel_service.h"
#include "platform/wire/router.h"

namespace expogate::badge {

void add_badge_routes(wire::Router& router, BadgeService& badges);
void add_batch_routes(wire::Router& router, BatchService& batches);
void add_parcel_routes(wire::Router& router, ParcelService& parcels);
void add_desk_routes(wire::Router& router, DeskService& desk);
void add_e_badge_routes(wire::Router& router, EBadgeService& e_badges);

}  // namespace expogate::badge

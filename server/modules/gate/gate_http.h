#pragma once
#include "gate/device_service.h"
#include "gate/figures_service.h"
#include "gate/gate_service.h"
#include "gate/holder_photo_service.h"
#include "gate/offline_list_service.h"
#include "gate/scan_service.h"
#include "gate/visit_service.h"
#include "platform/wire/router.h"

namespace expogate::gate {

void add_gate_routes(wire::Router& router, GateService& gates);
void add_device_routes(wire::Router& router, DeviceService& devices, const std::string& public_url);
void add_scan_routes(wire::Router& router, ScanService& scans, DeviceService& devices,
                     OfflineListService& lists, HolderPhotoService& photos);
void add_figures_routes(wire::Router& router, FiguresService& figures);
void add_visit_routes(wire::Router& router, VisitService& visits);

}  // namespace expogate::gate

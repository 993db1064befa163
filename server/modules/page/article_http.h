#pragma once
#include "page/article_service.h"
#include "platform/wire/router.h"

namespace expogate::page {

void add_routes(wire::Router& router, ArticleService& articles);

}  // namespace expogate::page

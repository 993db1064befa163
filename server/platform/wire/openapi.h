#pragma once
#include <boost/json/value.hpp>
#include <string>

#include "platform/wire/router.h"

namespace expogate::wire {

/// OpenAPI 3.1 of the routes that are really served: made from the same tables, so it cannot drift (API-01).
boost::json::value openapi_document(const Router& router, const std::string& version);

/// The same with indentation, in a stable order: `api/openapi.json`.
std::string pretty(const boost::json::value& value);

/// A page for people, made from the document: every operation, who may call it, what goes in and out, and the
/// errors.
std::string docs_page(const boost::json::value& document);

/// One line per error code, tab-separated: code, zh, en. `api/error_codes.txt`.
std::string error_code_list();

}  // namespace expogate::wire

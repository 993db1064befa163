#pragma once
#include "platform/http/message.h"

namespace expogate::http {

/// True when an Accept-Encoding header admits the coding (a weight of 0 forbids it).
bool accepts_encoding(std::string_view header, std::string_view coding);

/// Compresses the body with gzip when the client takes it and it is worth it.
void compress(const Request& request, Response& response);

}  // namespace expogate::http

#pragma once
#include "platform/http/message.h"

namespace expogate::http {

/// True when an Accept-Encoding header admits the coding (a weight of 0 forbids it).
bool accepts_encoding(std::string_view header, std::string_view coding);

/// Compresses the body with gzip when the client takes it and it is worth it. Each form has an ETag of its
/// own.
void compress(const Request& request, Response& response);

std::string gzip(std::string_view text);

/// The tag of a text that is known by nothing but itself.
std::string etag_of(std::string_view text);

/// `"7"` in its form of this coding: `"7-gzip"`.
std::string etag_of_coding(std::string_view etag, std::string_view coding);

/// 304 instead of the body, when the client already has what `ETag` names.
void spare_known_body(const Request& request, Response& response);

}  // namespace expogate::http

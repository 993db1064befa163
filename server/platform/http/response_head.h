#pragma once
#include <ctime>
#include <string>

#include "platform/http/message.h"

namespace expogate::http {

/// What the head of an answer must know of its request.
struct AnswerStyle {
  bool keeps_alive = false;
  bool is_old = false;  ///< asked by HTTP/1.0, which must be told that the connection stays
  bool is_head = false;
};

/// Status line and header fields, to the empty line behind them.
std::string head_of(const Response& response, const AnswerStyle& style);

/// `Sun, 06 Nov 1994 08:49:37 GMT`
std::string http_date(std::time_t at);

}  // namespace expogate::http

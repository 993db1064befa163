#pragma once
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "platform/http/message.h"

namespace expogate::http {

struct Request::Raw : boost::beast::http::request<boost::beast::http::string_body> {};

Method method_of(boost::beast::http::verb verb);

}  // namespace expogate::http

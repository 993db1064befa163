#pragma once
#include <string>
#include <vector>

#include "base/caller.h"
#include "platform/http/message.h"
#include "platform/wire/codec.h"

namespace expogate::wire {

/// One request on its way through a route: what handlers' parameters are made from, and the answer.
struct Call {
  http::Request& request;
  Caller caller;
  std::vector<std::string> path_values;  ///< of `{…}` in the pattern, in order
  std::size_t next_path_value = 0;
  http::Response response;
};

/// The body of a write that says everything by its address.
struct NoInput {};
BOOST_DESCRIBE_STRUCT(NoInput, (), ())

/// The version that `If-Match` names; a handler with this parameter requires the header (428 without it).
struct IfMatch {
  std::int64_t version = 0;
};

/// The body as it came, for uploads that are not JSON.
struct RawBody {
  std::string_view bytes;
  std::string_view content_type;
};

inline const ErrorCode if_match_required{
    "request.if_match_required", "请先读取最新内容再保存（缺少 If-Match）",
    "Please read the latest version before saving (If-Match is missing)"};
inline const ErrorCode media_type_wrong{"request.media_type", "请以 {expected} 提交",
                                        "Please send {expected}"};
inline const ErrorCode query_malformed{"request.query", "地址中的查询参数格式不正确",
                                       "The query string is malformed"};

/// Reads the body (POST, PUT, PATCH) or the query (GET, DELETE) into a described struct; throws with all
/// errors.
void read_input(Call& call, void* out, const Codec& codec, const StructTable& table);
/// 415 when the body is of another type than the route takes.
void require_media_type(const Call& call, std::string_view expected);
IfMatch read_if_match(const Call& call);
std::string take_path_value(Call& call);

/// 200 with a file for the browser to save.
http::Response file_response(std::string bytes, std::string_view content_type, std::string_view name);
http::Response file_response(std::unique_ptr<ByteSource> source, std::string_view content_type,
                             std::string_view name);

/// 200 with JSON; a positive version also becomes the ETag.
void answer_json(Call& call, std::string body, std::int64_t version);

}  // namespace expogate::wire

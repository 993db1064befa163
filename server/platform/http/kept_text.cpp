#include "platform/http/kept_text.h"

#include "platform/http/compression.h"

namespace expogate::http {

Response KeptText::answer(const Request& request) const {
  std::call_once(is_made_, [this] {
    plain_ = make_();
    compressed_ = gzip(plain_);
    etag_ = etag_of(plain_);
  });
  bool is_compressed = accepts_encoding(request.header_list("accept-encoding"), "gzip");
  Response response;
  response.content_type = content_type_;
  response.lasting_body = is_compressed ? compressed_ : plain_;
  response.headers = {{"Cache-Control", "no-cache"},
                      {"Vary", "Accept-Encoding"},
                      {"ETag", is_compressed ? etag_of_coding(etag_, "gzip") : etag_}};
  if (is_compressed) response.headers.emplace_back("Content-Encoding", "gzip");
  spare_known_body(request, response);
  return response;
}

}  // namespace expogate::http

#include "organization/organization_http.h"

namespace expogate::organization {

struct LicenceUploadView {
  LicenceId id;
  std::string token;
};
BOOST_DESCRIBE_STRUCT(LicenceUploadView, (), (id, token))

namespace {

constexpr std::string_view token_header = "Upload-Token";
constexpr const char* token_meaning =
    "what the upload answered; not needed by the organization's own account";

std::string token_of(const http::Request& request) {
  return std::string(request.header("upload-token"));
}

constexpr std::size_t upload_limit = licence_rules.max_bytes + 1024;

}  // namespace

void add_licence_routes(wire::Router& router, LicenceService& licences) {
  router.post("/licences", "licence_create")
      .for_everyone("the licence comes before the account that is registered with it")
      .in_lane(http::Lane::anonymous)
      .with_body_limit(upload_limit)
      .takes("image/*")
      .summary(
          "Takes a licence picture (JPEG or PNG, at most 2 MB) and has it read; the token proves it is yours")
      .handle([&](const Caller& caller, wire::RawBody body) {
        auto uploaded = licences.upload(caller, body.bytes);
        return LicenceUploadView{uploaded.licence.id, uploaded.token};
      });

  router.get("/licences/{id}", "licence_get")
      .for_everyone("asked with the token that the upload answered, or by the organization's own account")
      .with_token(token_header, token_meaning, false)
      .summary("How far the reading of a licence is, and what was read")
      .handle([&](const Caller& caller, LicenceId id, const http::Request& request) {
        return licences.get_progress(caller, id, token_of(request));
      });

  router.get("/licences/{id}/picture", "licence_picture_get")
      .for_everyone("asked with the token that the upload answered, or by the organization's own account")
      .in_lane(http::Lane::anonymous)
      .answers_file("image/jpeg")
      .with_token(token_header, token_meaning, false)
      .summary("A licence as it was uploaded, re-encoded")
      .handle([&](const Caller& caller, LicenceId id, const http::Request& request) {
        return wire::file_response(licences.get_own_picture(caller, id, token_of(request)), "image/jpeg",
                                   "licence.jpg");
      });
}

}  // namespace expogate::organization

#include "organization/organization_http.h"

namespace expogate::organization {

struct LicenceUploadView {
  LicenceId id;
  std::string token;
};
BOOST_DESCRIBE_STRUCT(LicenceUploadView, (), (id, token))

struct LicenceQuery {
  std::optional<std::string> token;
};
BOOST_DESCRIBE_STRUCT(LicenceQuery, (), (token))

namespace {

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
      .summary("How far the reading of a licence is, and what was read")
      .handle([&](const Caller& caller, LicenceId id, const LicenceQuery& q) {
        return licences.get_progress(caller, id, q.token.value_or(""));
      });

  router.get("/licences/{id}/picture", "licence_picture_get")
      .for_everyone("asked with the token that the upload answered, or by the organization's own account")
      .in_lane(http::Lane::anonymous)
      .answers_file("image/jpeg")
      .summary("A licence as it was uploaded, made anew")
      .handle([&](const Caller& caller, LicenceId id, const LicenceQuery& q) {
        return wire::file_response(licences.get_own_picture(caller, id, q.token.value_or("")), "image/jpeg",
                                   "licence.jpg");
      });
}

}  // namespace expogate::organization

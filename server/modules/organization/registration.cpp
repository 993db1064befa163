#include "organization/registration.h"

#include "account/password.h"
#include "base/text.h"
#include "base/uscc.h"
#include "organization/form.h"
#include "platform/wire/text_types.h"

namespace expogate::organization {
namespace {

void add(std::vector<FieldError>& wrong, const char* field, const ErrorCode& code) {
  wrong.push_back({field, &code, {}});
}

void require(std::vector<FieldError>& wrong, const char* field, bool is_there) {
  if (!is_there) add(wrong, field, wire::field_required);
}

void domestic_fields(const Registration& r, bool has_groups, std::vector<FieldError>& wrong) {
  if (has_groups) require(wrong, "trading_group_id", r.trading_group_id || !r.invitation_code.empty());
  require(wrong, "name_zh", !trimmed(r.name_zh).empty());
  require(wrong, "uscc", !r.uscc.empty());
  if (!r.uscc.empty() && !has_uscc_shape(normalized_uscc(r.uscc))) add(wrong, "uscc", uscc_malformed);
  auto mobile = r.mobile;
  if (auto* code = wire::Mobile::check(mobile)) add(wrong, "mobile", *code);
}

void overseas_fields(const Registration& r, std::vector<FieldError>& wrong) {
  require(wrong, "name_en", !trimmed(r.name_en).empty());
  require(wrong, "country_code", !r.country_code.empty());
  if (r.country_code == "CN") add(wrong, "country_code", country_domestic);
  auto email = r.email;
  if (auto* code = wire::Email::check(email)) add(wrong, "email", *code);
}

}  // namespace

bool may_use_invitation_code(edition::InvitationCodeUse use, Origin origin) {
  return use == edition::InvitationCodeUse::everyone ||
         (use == edition::InvitationCodeUse::overseas && origin == Origin::overseas);
}

std::vector<FieldError> wrong_fields(const Registration& r, bool has_groups) {
  std::vector<FieldError> wrong;
  if (!is_category_of(r.origin, r.category)) add(wrong, "category", category_not_of_origin);
  require(wrong, "licence_id", r.licence_id.has_value());
  bool is_domestic = r.origin == Origin::domestic;
  if (is_domestic)
    domestic_fields(r, has_groups, wrong);
  else
    overseas_fields(r, wrong);
  if (auto* code = account::why_not_password(r.password, is_domestic ? r.uscc : r.email))
    add(wrong, "password", *code);
  return wrong;
}

}  // namespace expogate::organization

#include "organization/organization_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::organization {

struct OrganizationQuery : wire::PageQuery, OrganizationFilter {};
BOOST_DESCRIBE_STRUCT(OrganizationQuery, (wire::PageQuery, OrganizationFilter), ())

struct MoveRequest {
  std::vector<OrganizationId> organizations;
  TradingGroupId trading_group_id;
};
BOOST_DESCRIBE_STRUCT(MoveRequest, (), (organizations, trading_group_id))

struct ContactUnmaskRequest {
  ContactField field = ContactField::mobile;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(ContactUnmaskRequest, (), (field, reason))

struct UnmaskedContact {
  std::string value;
};
BOOST_DESCRIBE_STRUCT(UnmaskedContact, (), (value))

namespace {

OrganizationListRow row_of(const Caller& caller, const OrganizationRow& row) {
  OrganizationListRow shown;
  static_cast<OrganizationRow&>(shown) = row;
  shown.allowed_actions = allowed_actions(caller, row);
  return shown;
}

}  // namespace

void add_organization_routes(wire::Router& router, OrganizationService& organizations, FormService& forms,
                             MoveService& moves) {
  router.get("/organizations", "organization_list")
      .allow(Permission::see_organizations)
      .summary("Organizations of the caller's groups, or all (团内直属单位, 分团下属单位)")
      .handle([&](const Caller& caller, const OrganizationQuery& q) {
        return wire::page_view(organizations.list_organizations(caller, q, wire::page_request(q)),
                               [&](const OrganizationRow& row) { return row_of(caller, row); });
      });

  router.get("/organizations/{id}", "organization_get")
      .allow(Permission::see_organizations)
      .summary("One organization with what was read from its licence and its history")
      .handle([&](const Caller& caller, OrganizationId id) { return organizations.get_detail(caller, id); });

  router.get("/organizations/{id}/licence_picture", "organization_licence_picture")
      .allow(Permission::see_organizations)
      .in_lane(http::Lane::heavy)
      .answers_file("image/jpeg")
      .summary("The licence as it was uploaded, re-encoded")
      .handle([&](const Caller& caller, OrganizationId id) {
        return wire::file_response(organizations.get_licence_picture(caller, id), "image/jpeg",
                                   "licence.jpg");
      });

  router.get("/organizations/{id}/form", "organization_form_get")
      .allow(Permission::edit_organizations)
      .summary("An organization's data to be corrected, without its contact's mobile and e-mail")
      .handle([&](const Caller& caller, OrganizationId id) { return forms.get_of(caller, id); });

  router.put("/organizations/{id}/form", "organization_change")
      .allow(Permission::edit_organizations)
      .summary("Corrects an organization's data in its place; its state stays as it is")
      .handle([&](const Caller& caller, OrganizationId id, const Form& form, wire::IfMatch match) {
        forms.change(caller, id, form, match.version);
        return organizations.get_detail(caller, id);
      });

  router.post("/organizations/{id}/unmaskings", "organization_unmask")
      .allow(Permission::unmask_contacts)
      .summary("Shows a contact's mobile or e-mail, with a reason, and records it")
      .handle([&](const Caller& caller, OrganizationId id, const ContactUnmaskRequest& r) {
        return UnmaskedContact{organizations.unmask(caller, id, r.field, r.reason)};
      });

  router.post("/organization_moves", "organization_move")
      .allow(Permission::move_organizations)
      .idempotent()
      .summary(
          "Moves organizations to a group or subgroup (指定到交易团/分团); returns a result for each row")
      .handle([&](const Caller& caller, const MoveRequest& r) {
        return wire::list_view(moves.move(caller, r.organizations, r.trading_group_id));
      });
}

}  // namespace expogate::organization

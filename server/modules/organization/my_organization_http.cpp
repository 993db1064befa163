#include "organization/organization_http.h"
#include "platform/wire/page_query.h"

namespace expogate::organization {

struct FormProblem {
  std::string field, code, message;
};
BOOST_DESCRIBE_STRUCT(FormProblem, (), (field, code, message))

struct FormView {
  Form form;
  Origin origin = Origin::domestic;
  OrganizationState state = OrganizationState::draft;
  bool is_editable = false;
  int step = 1;
  std::optional<Instant> saved_at;
  std::vector<FormProblem> problems;
  std::optional<bool> is_sme_by_figures;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (form, origin, state, is_editable, step, saved_at, problems, is_sme_by_figures,
                       version))

struct DraftRequest {
  Form form;
  int step = 1;
};
BOOST_DESCRIBE_STRUCT(DraftRequest, (), (form, step))

struct SubmissionRequest {
  int privacy_policy_version = 0;
};
BOOST_DESCRIBE_STRUCT(SubmissionRequest, (), (privacy_policy_version))

namespace {

FormView view_of(const Caller& caller, const FormOnPage& page, const Organization& o) {
  FormView view{page.form,   o.origin,      o.state, is_editable(o.state),
                page.step,   page.saved_at, {},      page.is_sme_by_figures,
                page.version};
  for (auto& p : page.problems)
    view.problems.push_back(
        {p.field, std::string(p.code->code), message_of(*p.code, caller.locale, p.details)});
  return view;
}

}  // namespace

void add_my_organization_routes(wire::Router& router, OrganizationService& organizations, FormService& forms,
                                RegistrationService& registrations) {
  router.get("/my/organization", "my_organization_get")
      .for_oneself()
      .summary("My organization with its history")
      .handle([&](const Caller& caller) { return organizations.get_own_detail(caller); });

  router.get("/my/organization/licence_picture", "my_organization_licence_picture")
      .for_oneself()
      .in_lane(http::Lane::heavy)
      .answers_file("image/jpeg")
      .summary("My organization's licence as it was registered or submitted")
      .handle([&](const Caller& caller) {
        return wire::file_response(organizations.get_own_licence_picture(caller), "image/jpeg",
                                   "licence.jpg");
      });

  router.get("/my/progress", "my_progress_get")
      .for_oneself()
      .summary("The flow chart: which steps are done, which comes next, and the last opinion")
      .handle([&](const Caller& caller) { return organizations.get_own_progress(caller); });

  router.post("/my/organization_renewals", "my_organization_renew")
      .for_oneself()
      .idempotent()
      .summary("Begins this edition's registration with the data of the last one")
      .handle([&](const Caller& caller, const wire::NoInput&) {
        registrations.renew(caller);
        return organizations.get_own_detail(caller);
      });

  router.get("/my/organization/form", "my_organization_form_get")
      .for_oneself()
      .summary("The form as it was saved or submitted last, with what still keeps it from being submitted")
      .handle([&](const Caller& caller) {
        return view_of(caller, forms.get(caller), organizations.get_own(caller));
      });

  router.put("/my/organization/form", "my_organization_form_save")
      .for_oneself()
      .summary("Saves what has been typed, right or wrong (暂存)")
      .handle([&](const Caller& caller, const DraftRequest& r, wire::IfMatch match) {
        auto page = forms.save_draft(caller, r.form, r.step, match.version);
        return view_of(caller, page, organizations.get_own(caller));
      });

  router.post("/my/organization/submissions", "my_organization_submit")
      .for_oneself()
      .idempotent()
      .summary("Submits the saved form; answers the state it then has")
      .handle([&](const Caller& caller, const SubmissionRequest& r, wire::IfMatch match) {
        forms.submit(caller, r.privacy_policy_version, match.version);
        return organizations.get_own_detail(caller);
      });
}

}  // namespace expogate::organization

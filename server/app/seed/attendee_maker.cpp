#include "app/seed/attendee_maker.h"

#include <fmt/format.h>

#include "app/seed/people_names.h"
#include "base/identity_document.h"

namespace expogate::seed {
namespace {

using namespace attendee;

constexpr std::string_view positions[] = {"采购经理", "总经理", "市场专员", "业务主管", "工程师", "副处长"};
constexpr std::string_view departments[] = {"采购部", "国际业务部", "市场部", "办公室", "技术部"};
constexpr std::string_view positions_abroad[] = {"Purchasing manager", "Managing director", "Sales manager",
                                                 "Engineer"};
constexpr std::string_view departments_abroad[] = {"Purchasing", "International business", "Sales"};
constexpr std::string_view first_names[] = {"Anna", "Peter", "Marie", "Kenji", "Laura", "David", "Sofia"};
constexpr std::string_view last_names[] = {"Berg", "Keller", "Martin", "Tanaka", "Rossi", "Silva", "Brown"};

}  // namespace

AttendeeMaker::AttendeeMaker(const std::string& folder, std::uint64_t seed)
    : random_(seed), categories_(read_tsv(catalogue_file(folder, "position_category"))) {}

void AttendeeMaker::identify_resident(AttendeeForm& form, const std::string& district_code) {
  form.region_type = RegionType::mainland;
  form.document_type = DocumentType::resident_id;
  auto order = int(pick(1000));
  auto first_17 =
      fmt::format("{}{}{:02}{:02}{:03}", district_code, 1965 + pick(38), 1 + pick(12), 1 + pick(28), order);
  form.document_number = first_17 + resident_id_check(first_17);
  form.name_zh = fmt::format("{}{}", one_of(surnames), one_of(given_names));
  form.department = one_of(departments);
  form.position = one_of(positions);
}

void AttendeeMaker::identify_foreigner(AttendeeForm& form, const std::string& country_code) {
  form.region_type = RegionType::foreign;
  form.document_type = DocumentType::passport;
  form.document_number = fmt::format("C{:08}", 10'000'000 + serial_ * 37);
  form.nationality_code = country_code;
  form.name_en = fmt::format("{} {}", one_of(first_names), one_of(last_names));
  form.department = one_of(departments_abroad);
  form.position = one_of(positions_abroad);
  form.gender = happens(50) ? Gender::female : Gender::male;
  form.birth_on = CivilDate{fmt::format("{}-{:02}-{:02}", 1965 + pick(38), 1 + pick(12), 1 + pick(28))};
}

AttendeeForm AttendeeMaker::person(const organization::Organization& o) {
  ++serial_;
  AttendeeForm form;
  if (o.origin == organization::Origin::domestic)
    identify_resident(form, o.district_code);
  else
    identify_foreigner(form, o.country_code);
  form.mobile = fmt::format("135{:08}", serial_);
  form.email = fmt::format("visitor{}@danwei.example", serial_);
  form.position_category_code = one_of(categories_).at("code");
  form.collection = Collection::onsite;
  return tidied(form);
}

}  // namespace expogate::seed

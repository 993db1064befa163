#pragma once
#include <optional>
#include <string>
#include <vector>

#include "organization/organization.h"
#include "organization/registry_answer.h"
#include "platform/recognition/licence_match.h"

/// The silent review of enterprises and public institutions (ORG-05): approved at once when the licence says
/// what was typed, otherwise handed to people. Nothing is ever rejected automatically.
namespace expogate::organization {

/// Why a submission was approved silently (the first three) or went to people.
enum class ReviewReason {
  licence_matches,
  approved_in_past_edition,
  registry_confirms,
  overseas,
  category_for_people,
  check_digit_odd,
  category_mismatch,
  licence_unreadable,
  code_not_read,
  code_differs,
  name_differs,
  picture_of_another,
  registry_name_differs,
  registry_ceased,
  registry_unknown
};
BOOST_DESCRIBE_ENUM(ReviewReason, licence_matches, approved_in_past_edition, registry_confirms, overseas,
                    category_for_people, check_digit_odd, category_mismatch, licence_unreadable,
                    code_not_read, code_differs, name_differs, picture_of_another, registry_name_differs,
                    registry_ceased, registry_unknown)

/// What the decision rests on.
struct Evidence {
  Origin origin = Origin::domestic;
  Category category = Category::enterprise;
  std::string uscc;                     ///< typed, normalized
  std::optional<LicenceMatch> licence;  ///< how the form stands to its picture; none: it could not be read
  bool is_picture_of_another = false;   ///< the same picture came with another code
  bool was_approved_before = false;     ///< the same code and name, in an earlier edition
  std::optional<RegistryStanding> registry = {};  ///< none: nobody was asked, or nobody answered
};

struct AutomaticDecision {
  bool is_approved = false;
  std::vector<ReviewReason> reasons;
};

/// The rule whose false-accept rate is measured (docs/recognition.md). Approves only when the typed code was
/// read, no other was, and the name agrees; or when both are those of an approved past edition. A register
/// that was asked can object to either; it confirms the name where the picture's was read otherwise, never
/// the code.
AutomaticDecision decide(const Evidence& evidence);

/// False when people decide whatever a register says.
bool is_worth_asking(const Evidence& evidence);

}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::ReviewReason> = std::to_array<EnumLabel>({
    {"licence_matches", "证照识别结果与填写一致", "Certificate matches the details entered"},
    {"approved_in_past_edition", "往届已通过审核，名称与代码未变",
     "Approved in a previous edition; name and USCC unchanged"},
    {"registry_confirms", "登记机关确认代码与名称一致", "The business register confirms the USCC and name"},
    {"overseas", "境外单位由人工审核", "Overseas organizations are reviewed manually"},
    {"category_for_people", "该单位类别由人工审核", "This organization type is reviewed manually"},
    {"check_digit_odd", "统一社会信用代码校验位不符", "The check character of the USCC does not match"},
    {"category_mismatch", "代码的登记部门与单位类别不符",
     "The registering authority of the USCC does not match the organization type"},
    {"licence_unreadable", "证照图片无法识别", "The certificate image could not be read"},
    {"code_not_read", "未从证照中识别出代码", "No USCC could be read from the certificate"},
    {"code_differs", "证照中识别出其他代码", "The USCC read differs from the one entered"},
    {"name_differs", "识别出的名称与填写不一致", "The name read differs from the one entered"},
    {"picture_of_another", "同一证照图片曾用于其他代码", "The same image was used for another USCC"},
    {"registry_name_differs", "登记机关的名称与填写不一致",
     "The business register has a different name for this USCC"},
    {"registry_ceased", "登记机关显示已注销或吊销",
     "The business register lists it as deregistered or revoked"},
    {"registry_unknown", "登记机关查无此代码", "The business register has no such USCC"},
});
}  // namespace expogate

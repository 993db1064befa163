#pragma once
#include <set>
#include <vector>

#include "attendee/personal_data.h"

/// What is typed of an attendee, and when it is complete and right (ATT-01, ATT-02).
namespace expogate::attendee {

struct AttendeeForm : Profile, PersonalData {};
BOOST_DESCRIBE_STRUCT(AttendeeForm, (Profile, PersonalData), ())

/// What an attendee's form would be.
AttendeeForm form_of(const Attendee& attendee, const FieldCipher& cipher);

/// What a form is held against.
struct FormFacts {
  CivilDate today;
  bool is_domestic = true;  ///< the organization
  std::set<std::string> position_categories, countries;
  std::vector<edition::PricedEntryOption> priced_options;  ///< all of the edition
  std::set<edition::EntryOptionId> entry_options;          ///< those that may be chosen
  std::set<CourierAddressId> courier_addresses;
  std::set<DocumentType> document_types;  ///< in use in this edition; empty: all (INS-01)
  bool has_courier = true;                ///< the fair sends badges (INS-01)
};

/// The form in standard spelling, with what the document tells, and without what does not apply.
AttendeeForm tidied(AttendeeForm form);

/// Everything that keeps a person from being submitted; empty when nothing does.
std::vector<FieldError> wrong_fields(const AttendeeForm& form, const FormFacts& facts);

/// What keeps somebody from joining the own organization: when and how they come is decided there (ORG-11).
std::vector<FieldError> wrong_fields_of_colleague(const AttendeeForm& form, const FormFacts& facts);

/// What even a draft may not be: too long a text, or something that is not there.
std::vector<FieldError> wrong_fields_of_draft(const AttendeeForm& form, const FormFacts& facts);
std::vector<FieldError> oversized_fields(const AttendeeForm& form);

/// Which documents people of a region have.
bool is_document_of(RegionType region, DocumentType document);

inline const ErrorCode document_malformed{"attendee.document_malformed", "证件号码与证件类型不符，请核对",
                                          "The number does not match the document type; please check"};
inline const ErrorCode document_not_of_region{"attendee.document_not_of_region", "该地区类型不能使用此证件",
                                              "This document type cannot be used for this region"};
inline const ErrorCode gender_differs{"attendee.gender_differs", "性别与证件号码不一致",
                                      "The gender does not match the document number"};
inline const ErrorCode birth_in_future{"attendee.birth_in_future", "出生日期不能晚于今天",
                                       "The date of birth cannot be later than today"};
inline const ErrorCode courier_mainland_only{
    "attendee.courier_mainland_only", "快递仅限境内地址，境外单位请选择现场领取",
    "Courier delivery is available in the Chinese mainland only; please select on-site collection"};
inline const ErrorCode courier_not_offered{
    "attendee.courier_not_offered", "本展会不提供证件快递，请选择现场领取",
    "This fair does not offer courier delivery; please select on-site collection"};
inline const ErrorCode document_not_in_use{"attendee.document_not_in_use", "本届不使用此类证件办理",
                                           "This document type is not accepted for this edition"};
inline const ErrorCode badge_needs_quota{
    "attendee.badge_needs_quota", "此类证件需要名额，请联系所在交易团或分团",
    "This badge type requires a quota; please contact your trading group or subgroup"};

}  // namespace expogate::attendee

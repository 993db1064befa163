#pragma once
#include "attendee/attendee_form.h"
#include "platform/db/tx.h"

/// What the bureau puts right of somebody whose data are locked, the typo of an approved person above all.
/// When and how a person comes was chosen and paid for, and stays.
namespace expogate::attendee {

/// Who it is, and how it is reached, as it should have been from the beginning.
struct CorrectedPerson {
  std::string name_zh, name_en;
  std::optional<Gender> gender;
  std::optional<RegionType> region_type;
  std::optional<DocumentType> document_type;
  std::string document_number, nationality_code;
  std::optional<CivilDate> birth_on;
  std::string mobile, email, department, position, position_category_code;
  std::optional<FileId> photo_id;
};
BOOST_DESCRIBE_STRUCT(CorrectedPerson, (),
                      (name_zh, name_en, gender, region_type, document_type, document_number,
                       nationality_code, birth_on, mobile, email, department, position,
                       position_category_code, photo_id))

/// A field that can be put right, with its words for notices and the log.
struct CorrectableField {
  std::string_view name, zh, en;
  bool is_on_face;  ///< a badge shows it
  bool (*differs)(const AttendeeForm& one, const AttendeeForm& other);
};

/// The form with these of its fields changed, tidied.
AttendeeForm corrected(AttendeeForm form, const CorrectedPerson& person);

using CorrectedFields = std::vector<const CorrectableField*>;
CorrectedFields changed_fields(const AttendeeForm& before, const AttendeeForm& after);
/// A badge that was made shows something else now.
bool is_other_face(const CorrectedFields& fields);
/// As rows of the history have them.
std::string names_of(const CorrectedFields& fields);
std::string words_of(const CorrectedFields& fields, Locale locale);

/// Locked, and not out of the game: whoever may still change its data itself needs no bureau.
constexpr bool is_correctable(AttendeeState state) {
  return state == AttendeeState::awaiting_review || state == AttendeeState::approved;
}

inline const ErrorCode attendee_not_correctable{
    "attendee.not_correctable", "仅待审核和审核通过的人员可以更正",
    "Only attendees who are awaiting review or approved can be corrected"};
inline const ErrorCode nothing_corrected{"attendee.nothing_corrected", "没有任何改动",
                                         "No changes have been made"};
inline const ErrorCode document_of_other{"attendee.document_of_other",
                                         "该证件号码已由人员 {number} 登记，同一证件只能登记一次",
                                         "This document number is already registered for attendee {number}; "
                                         "a document can be registered only once"};

namespace store {

/// The number of the active person who is registered with this person's document (ATT-03).
std::optional<std::string> find_number_by_document(db::Tx& tx, const Attendee& attendee);

}  // namespace store
}  // namespace expogate::attendee

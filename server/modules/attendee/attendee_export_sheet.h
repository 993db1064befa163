#pragma once
#include <map>

#include "attendee/attendee_list.h"
#include "attendee/personal_data.h"
#include "edition/catalogue_service.h"
#include "platform/sheet/sheet_writer.h"

/// The columns of people in a sheet.
namespace expogate::attendee {

/// Words of the catalogues that people's codes stand for, read once for a whole sheet.
using CodeWords = std::map<std::string, std::string>;
struct PeopleWords {
  CodeWords countries, position_categories;
};
PeopleWords people_words(db::Tx& tx, const EditionId& edition, Locale locale);

/// A person in the list and in the row; `person` only when the data were asked for in the clear.
struct ExportedPerson {
  const AttendeeRow& row;
  const Attendee& attendee;
  std::optional<PersonalData> person;
};

std::vector<std::string> people_headings(Locale locale);
std::vector<SheetCell> people_cells(const ExportedPerson& exported, const PeopleWords& words, Locale locale);

}  // namespace expogate::attendee

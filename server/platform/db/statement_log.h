#pragma once
#include <string>
#include <string_view>

namespace expogate::db {

/// When EXPOGATE_STATEMENT_LOG names a file, each distinct statement that is prepared is added to it, one a
/// line. The test suite compares the file with the statements in the source: SQL that no test ran is a
/// finding.
void log_statement(std::string_view sql);

/// The statement with each run of white space as one space.
std::string squeezed(std::string_view sql);

}  // namespace expogate::db

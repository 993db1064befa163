#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>

namespace expogate {

enum class DocumentVerdict { passive, active, encrypted, unreadable };
BOOST_DESCRIBE_ENUM(DocumentVerdict, passive, active, encrypted, unreadable)

struct DocumentFinding {
  DocumentVerdict verdict = DocumentVerdict::unreadable;
  std::string part;  ///< what is active in it, as the format calls it
};
BOOST_DESCRIBE_STRUCT(DocumentFinding, (), (verdict, part))

}  // namespace expogate

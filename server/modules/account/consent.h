#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/caller.h"
#include "base/error.h"
#include "platform/db/database.h"

/// What people agree to, which version of it, and when (ACC-07). Documents and photos need a consent of their
/// own.
namespace expogate::account {

enum class ConsentDocument { privacy_policy, sensitive_data };
BOOST_DESCRIBE_ENUM(ConsentDocument, privacy_policy, sensitive_data)

/// The text in force. A changed text gets a higher version, and everybody is asked again.
struct ConsentText {
  ConsentDocument document = ConsentDocument::privacy_policy;
  int version = 1;
  std::string title_zh, title_en, text_zh, text_en;
  bool operator==(const ConsentText&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentText, (), (document, version, title_zh, title_en, text_zh, text_en))

/// The texts in force: the newest of each that the fair pack gave, or the program's own plain ones.
std::vector<ConsentText> consent_texts(db::Tx& tx);

/// The text in force, if that is the version which was read; else it must be read anew.
ConsentText require_current(db::Tx& tx, ConsentDocument document, int version);

struct Consent {
  ConsentDocument document = ConsentDocument::privacy_policy;
  int document_version = 0;
  Instant given_at;
};
BOOST_DESCRIBE_STRUCT(Consent, (), (document, document_version, given_at))

inline const ErrorCode consent_outdated{"consent.outdated", "政策内容已更新，请阅读最新版本",
                                        "The terms have been updated; please read the latest version"};

class ConsentService {
 public:
  ConsentService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}
  std::vector<ConsentText> list_texts();
  std::vector<Consent> list_consents(const AccountId& account);
  void give(const Caller& caller, ConsentDocument document, int version);
  /// The documents whose text in force this account has not agreed to.
  std::vector<ConsentDocument> missing_of(const AccountId& account);

 private:
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::account

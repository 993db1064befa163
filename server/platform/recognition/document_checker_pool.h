#pragma once
#include "platform/recognition/document_checker.h"
#include "platform/recognition/recognizer_pool.h"

namespace expogate {

/// Looks in a process of its own, expogate-document-checker, as licences are read. Somebody waits for the
/// answer: it comes soon or not at all.
class DocumentCheckerPool final : public DocumentChecker {
 public:
  /// `program` of the recognizer: the checker lies beside it.
  explicit DocumentCheckerPool(const RecognizerSettings& recognizer);
  Outcome<DocumentFinding> check(std::string_view pdf) override;

 private:
  RecognizerPool pool_;
};

}  // namespace expogate

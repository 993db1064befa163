#include "platform/recognition/document_checker_pool.h"

namespace expogate {
namespace {

RecognizerSettings beside(const RecognizerSettings& recognizer) {
  return {.program = recognizer.program.parent_path() / "expogate-document-checker",
          .processes = 1,
          .deadline = seconds(10),
          .start_time = seconds(5)};
}

}  // namespace

DocumentCheckerPool::DocumentCheckerPool(const RecognizerSettings& recognizer) : pool_(beside(recognizer)) {}

Outcome<DocumentFinding> DocumentCheckerPool::check(std::string_view pdf) {
  auto answer = pool_.ask(pdf);
  if (!answer) return answer.failure();
  if (!answer.value().document) return Failure{answer.value().refusal, true};
  return *answer.value().document;
}

}  // namespace expogate

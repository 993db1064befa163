// Looks whether a document does anything but show itself, for the server: one document in, one answer out, as
// expogate-recognizer reads licences. Started by platform/recognition/document_checker_pool.

#include <iostream>

#include "recognizer/documents/document_check.h"
#include "recognizer/picture_service.h"

int main() try {
  using namespace expogate::recognizer;
  constexpr std::chrono::seconds budget_of_a_document(3);
  // What the library loads at its first use is loaded before the doors close.
  (void)check_document("%PDF-1.4\n");
  serve_pictures(budget_of_a_document, [](std::string_view document) {
    expogate::RecognizerAnswer answer;
    answer.document = check_document(document);
    return answer;
  });
} catch (const expogate::FrameClosed&) {
  return 0;  // nobody has any more documents
} catch (const std::exception& error) {
  std::cerr << "expogate-document-checker: " << error.what() << '\n';
  return 1;
}

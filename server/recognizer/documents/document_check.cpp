#include "recognizer/documents/document_check.h"

#include <algorithm>
#include <array>
#include <qpdf/QPDF.hh>

namespace expogate::recognizer {
namespace {

using namespace std::string_view_literals;

/// Keys that stand only where something is done or unpacked, whatever their value.
constexpr std::array active_keys{"/JS"sv, "/JavaScript"sv, "/AA"sv,  "/EmbeddedFiles"sv,   "/EF"sv,
                                 "/AF"sv, "/XFA"sv,        "/URI"sv, "/RichMediaContent"sv};

/// What an action does, or what kind of thing stands on a page. Going to a page of the same document is all
/// that a voucher needs.
constexpr std::array active_kinds{"/JavaScript"sv,   "/Launch"sv,         "/URI"sv,
                                  "/SubmitForm"sv,   "/ImportData"sv,     "/GoToR"sv,
                                  "/GoToE"sv,        "/Rendition"sv,      "/RichMediaExecute"sv,
                                  "/EmbeddedFile"sv, "/Filespec"sv,       "/RichMedia"sv,
                                  "/Movie"sv,        "/Sound"sv,          "/Screen"sv,
                                  "/3D"sv,           "/FileAttachment"sv, "/GoTo3DView"sv};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// What is active in this object, not following references: every object is looked at by itself.
std::string active_part(const QPDFObjectHandle& given, int depth);

std::string active_entry(const std::string& key, QPDFObjectHandle value, int depth) {
  if (holds(active_keys, key)) return key;
  bool is_kind = key == "/S" || key == "/Type" || key == "/Subtype";
  if (is_kind && value.isName() && holds(active_kinds, value.getName())) return value.getName();
  return value.isIndirect() ? std::string() : active_part(value, depth + 1);
}

std::string active_part(const QPDFObjectHandle& given, int depth) {
  constexpr int deepest = 100;
  if (depth > deepest) return "nesting";
  auto object = given;
  if (object.isArray()) {
    for (auto item : object.getArrayAsVector())
      if (auto part = item.isIndirect() ? std::string() : active_part(item, depth + 1); !part.empty())
        return part;
    return {};
  }
  if (object.isStream()) object = object.getDict();
  if (!object.isDictionary()) return {};
  for (auto& [key, value] : object.getDictAsMap())
    if (auto part = active_entry(key, value, depth); !part.empty()) return part;
  return {};
}

/// Whatever failed: the library cannot make keys in here, and a password is nobody's to give.
bool is_encrypted(QPDF& pdf) {
  auto trailer = pdf.getTrailer();
  return pdf.isEncrypted() || (trailer.isDictionary() && trailer.hasKey("/Encrypt"));
}

DocumentFinding judged(QPDF& pdf) {
  if (is_encrypted(pdf)) return {DocumentVerdict::encrypted, ""};
  for (auto& object : pdf.getAllObjects())
    if (auto part = active_part(object, 0); !part.empty()) return {DocumentVerdict::active, part};
  if (pdf.getAllPages().empty()) return {DocumentVerdict::unreadable, "no page"};
  return {DocumentVerdict::passive, ""};
}

}  // namespace

DocumentFinding check_document(std::string_view bytes) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  // A damaged file is mended by every viewer in another way, so nobody knows what is in it.
  pdf.setAttemptRecovery(false);
  try {
    pdf.processMemoryFile("voucher", bytes.data(), bytes.size());
    return judged(pdf);
  } catch (const std::exception&) {
    return {is_encrypted(pdf) ? DocumentVerdict::encrypted : DocumentVerdict::unreadable, ""};
  }
}

}  // namespace expogate::recognizer

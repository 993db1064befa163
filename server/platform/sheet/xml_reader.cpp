#include "platform/sheet/xml_reader.h"

#include <expat.h>

#include <charconv>

namespace expogate::sheet {
namespace {

constexpr int deepest = 64;
constexpr char namespace_mark = '|';

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(namespace_mark) + 1);
}

}  // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
  for (auto** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_name(pair[0]) == name) return pair[1];
  return std::nullopt;
}

std::optional<std::uint32_t> Attributes::number(std::string_view name) const {
  auto text = find(name);
  if (!text) return std::nullopt;
  std::uint32_t value = 0;
  auto end = std::from_chars(text->data(), text->data() + text->size(), value);
  require(end.ec == std::errc{} && end.ptr == text->data() + text->size(), SheetRefusal::broken);
  return value;
}

/// Expat is C: nothing may be thrown through it, so it is stopped, and `read` throws.
struct XmlReader::Callbacks {
  template <class Work>
  static void guard(void* user, Work&& work) {
    auto& reader = *static_cast<XmlReader*>(user);
    if (reader.thrown_) return;
    try {
      work(reader);
    } catch (...) {
      reader.thrown_ = std::current_exception();
      XML_StopParser(reader.parser_, XML_FALSE);
    }
  }
  static void open(void* user, const char* name, const char** attributes) {
    guard(user, [&](XmlReader& reader) {
      require(++reader.depth_ <= deepest, SheetRefusal::broken);
      reader.handler_.open(local_name(name), Attributes(attributes));
    });
  }
  static void close(void* user, const char* name) {
    guard(user, [&](XmlReader& reader) {
      --reader.depth_;
      reader.handler_.close(local_name(name));
    });
  }
  static void text(void* user, const char* characters, int size) {
    guard(user, [&](XmlReader& reader) {
      reader.handler_.text({characters, static_cast<std::size_t>(size)});
    });
  }
  static void doctype(void* user, const char*, const char*, const char*, int) {
    guard(user, [](XmlReader&) { throw Fault{SheetRefusal::broken}; });
  }
};

XmlReader::XmlReader(XmlHandler& handler)
    : handler_(handler), parser_(XML_ParserCreateNS(nullptr, namespace_mark)) {
  expect(parser_ != nullptr, "an XML parser can be made");
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Callbacks::open, Callbacks::close);
  XML_SetCharacterDataHandler(parser_, Callbacks::text);
  XML_SetStartDoctypeDeclHandler(parser_, Callbacks::doctype);
}

XmlReader::~XmlReader() {
  XML_ParserFree(parser_);
}

void XmlReader::read(std::string_view piece, bool is_last) {
  auto status = XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), is_last);
  if (thrown_) std::rethrow_exception(thrown_);
  require(status == XML_STATUS_OK, SheetRefusal::broken);
}

}  // namespace expogate::sheet

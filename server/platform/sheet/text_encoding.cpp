#include "platform/sheet/text_encoding.h"

#include <iconv.h>

#include "base/text.h"

namespace expogate {
namespace {

class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;

  std::optional<std::string> convert(std::string_view bytes) {
    std::string in(bytes), out(bytes.size() * 4 + 4, '\0');
    char *from = in.data(), *to = out.data();
    std::size_t from_left = in.size(), to_left = out.size();
    if (iconv(handle_, &from, &from_left, &to, &to_left) == std::size_t(-1)) return std::nullopt;
    out.resize(out.size() - to_left);
    return out;
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::optional<std::string> decoded_text(std::string_view bytes) {
  std::optional<std::string> text;
  if (bytes.starts_with("\xff\xfe"))
    text = Converter("UTF-16LE").convert(bytes.substr(2));
  else if (bytes.starts_with("\xfe\xff"))
    text = Converter("UTF-16BE").convert(bytes.substr(2));
  else if (bytes.starts_with("\xef\xbb\xbf"))
    text = std::string(bytes.substr(3));
  else if (is_clean_utf8(bytes))
    text = std::string(bytes);
  else
    text = Converter("GB18030").convert(bytes);
  if (!text || !is_clean_utf8(*text)) return std::nullopt;
  return text;
}

}  // namespace expogate

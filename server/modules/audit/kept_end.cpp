#include <fstream>
#include <sstream>

#include "audit/chain.h"

namespace expogate::audit {

std::optional<ChainEnd> read_kept_end(const std::filesystem::path& file, const std::string& key) {
  std::ifstream in(file);
  if (!in) return std::nullopt;
  std::stringstream text;
  text << in.rdbuf();
  return read_sealed_end(text.str(), key).value_or(ChainEnd{-1, "forged"});
}

void keep_end(const std::filesystem::path& file, const ChainEnd& end, const std::string& key) {
  auto fresh = file;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::trunc);
  out << sealed_end(end, key);
  out.close();
  if (!out) throw std::runtime_error("cannot write " + fresh.string());
  std::filesystem::rename(fresh, file);
}

}  // namespace expogate::audit

// Draws licences that nobody issued, for tests and measurements:
//
//   licence_generator --name 上海阿克米有限公司 --uscc 91… --out licence.jpg
//                     [--kind business|duplicate|institution] [--font FAMILY] [--degrade clean|rotated|…]
//                     [--seed 1]
//   licence_generator --batch 10 --folder FOLDER [--seed 1]     every degradation of ten licences, and
//   manifest.jsonl

#include <boost/describe/enumerators.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/mp11/algorithm.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

#include "base/enum_text.h"
#include "degradation.h"
#include "licence.h"

namespace expogate::licences {
namespace {

class Options {
 public:
  Options(int count, char** words) {
    for (int i = 1; i < count; i += 2) {
      std::string_view name = words[i];
      if (!name.starts_with("--") || i + 1 == count) throw std::invalid_argument("--option value, in pairs");
      values_[std::string(name.substr(2))] = words[i + 1];
    }
  }
  bool has(const std::string& name) const { return values_.contains(name); }
  std::string text(const std::string& name) const {
    if (!has(name)) throw std::invalid_argument("--" + name + " is missing");
    return values_.at(name);
  }
  std::string text(const std::string& name, const std::string& otherwise) const {
    return has(name) ? values_.at(name) : otherwise;
  }
  template <class E>
  E choice(const std::string& name, E otherwise) const {
    auto value = enum_value<E>(text(name, std::string(enum_name(otherwise))));
    if (!value) throw std::invalid_argument("--" + name + " cannot be " + text(name));
    return *value;
  }

 private:
  std::map<std::string, std::string> values_;
};

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes << std::flush;
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

void draw_one(const Options& options, Dice& dice) {
  auto licence = invented_licence(options.choice("kind", Kind::business), dice);
  licence.name = options.text("name");
  licence.uscc = options.text("uscc");
  licence.qr = "http://www.gsxt.gov.cn/index.html?uniscid=" + licence.uscc;
  licence.font = options.text("font", value_fonts().front());
  auto degradation = options.choice("degrade", Degradation::clean);
  write_file(options.text("out"), degraded_jpeg(drawn(licence), degradation, dice));
}

void draw_batch(const Options& options, Dice& dice) {
  std::filesystem::path folder = options.text("folder");
  std::filesystem::create_directories(folder);
  std::string manifest;
  int count = std::stoi(options.text("batch"));
  for (int i = 0; i < count; ++i) {
    auto licence = invented_licence(Kind(i % 3), dice);
    auto sheet = drawn(licence);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Degradation>>([&](auto degradation) {
      auto file = std::to_string(i) + "." + degradation.name + ".jpg";
      write_file(folder / file, degraded_jpeg(sheet, degradation.value, dice));
      manifest += boost::json::serialize(boost::json::object{{"file", file},
                                                             {"name", licence.name},
                                                             {"uscc", licence.uscc},
                                                             {"variant", degradation.name}}) +
                  "\n";
    });
  }
  write_file(folder / "manifest.jsonl", manifest);
}

}  // namespace
}  // namespace expogate::licences

int main(int count, char** words) try {
  using namespace expogate::licences;
  Options options(count, words);
  Dice dice(std::uint32_t(std::stoul(options.text("seed", "1"))));
  if (options.has("batch"))
    draw_batch(options, dice);
  else
    draw_one(options, dice);
} catch (const std::exception& error) {
  std::cerr << "licence_generator: " << error.what() << '\n';
  return 2;
}

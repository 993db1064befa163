#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "platform/image/raster.h"

namespace expogate::licences {

enum class Kind {
  business,     ///< 营业执照, landscape, as issued since 2019
  duplicate,    ///< 营业执照副本, portrait, as issued since 2015
  institution,  ///< 事业单位法人证书
};
BOOST_DESCRIBE_ENUM(Kind, business, duplicate, institution)

/// What a licence that nobody issued says.
struct Licence {
  Kind kind = Kind::business;
  std::string name, uscc;
  std::string region;  ///< with which the name begins
  std::string font;    ///< of the values; the labels keep theirs
  std::string qr;      ///< what its QR code holds
  std::string type, person, capital, address, scope, founded;
};

/// Numbers that are the same on every machine, unlike those of the standard distributions.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : numbers_(seed) {}
  /// From 0 to below `count`.
  std::size_t below(std::size_t count) { return numbers_() % count; }
  double between(double least, double most) {
    return least + (most - least) * double(numbers_()) / double(std::mt19937::max());
  }
  template <class T>
  const T& pick(const std::vector<T>& values) {
    return values[below(values.size())];
  }

 private:
  std::mt19937 numbers_;
};

/// A licence of this kind with a name, a code and all the rest made up.
Licence invented_licence(Kind kind, Dice& dice);

/// How somebody might type a name that is not the licence's.
enum class Forgery {
  one_character,   ///< of the distinctive part
  two_characters,  ///< of it
  other_region,
  share_company,  ///< 股份有限公司 for 有限公司
  branch,         ///< of that company
};
BOOST_DESCRIBE_ENUM(Forgery, one_character, two_characters, other_region, share_company, branch)

/// Nothing when the name has no place for it.
std::optional<std::string> forged_name(const Licence& licence, Forgery forgery, Dice& dice);

/// The fonts in which values are printed here.
const std::vector<std::string>& value_fonts();

/// On paper with guilloche, emblem, seal and QR code, about 2,339 pixels long.
Raster drawn(const Licence& licence);

}  // namespace expogate::licences

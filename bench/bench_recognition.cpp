// Draws so many licences, degrades each in every way, has them read by the pool, and prints a table for each
// kind of degradation: bench_recognition DOCUMENTS SEED. See bench/recognition.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/enum_text.h"
#include "base/uscc.h"
#include "degradation.h"
#include "licence.h"
#include "platform/image/intake.h"
#include "platform/recognition/licence_match.h"
#include "platform/recognition/recognizer_pool.h"
#include "platform/text/folding.h"

namespace expogate::bench {
namespace {

using namespace licences;

template <class E>
std::vector<E> all_of() {
  std::vector<E> values;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto one) { values.push_back(one.value); });
  return values;
}

bool would_approve(const std::string& uscc, const std::string& name, const Recognition& read) {
  return match_licence(uscc, name, read) == LicenceMatch::agrees;
}

struct Share {
  int yes = 0, of = 0;
  void count(bool is_yes) { ++of, yes += is_yes ? 1 : 0; }
  void add(const Share& other) { yes += other.yes, of += other.of; }
};

std::string percent(const Share& share) {
  return share.of == 0 ? "–"
                       : fmt::format("{:.1f} % ({}/{})", 100.0 * share.yes / share.of, share.yes, share.of);
}

struct Tally {
  Share code, wrong_code, qr, name, approved, other_company, near_code;
  std::map<Forgery, Share> forged;
  double cpu_s = 0, wall_s = 0;
  int attempts = 0, pictures = 0;

  void add(const Tally& other) {
    code.add(other.code), wrong_code.add(other.wrong_code), qr.add(other.qr), name.add(other.name);
    approved.add(other.approved), other_company.add(other.other_company), near_code.add(other.near_code);
    for (auto& [forgery, share] : other.forged) forged[forgery].add(share);
    cpu_s += other.cpu_s, wall_s += other.wall_s, attempts += other.attempts, pictures += other.pictures;
  }
};

/// Of the pool's one process; what a process before it has used is not in it.
double cpu_s_of(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0, system = 0;
  fields >> user >> system;
  return (user + system) / double(::sysconf(_SC_CLK_TCK));
}

std::string peak_memory_of(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("VmHWM:")) return fmt::format("{} MiB", std::stol(line.substr(6)) / 1024);
  return "unknown";
}

/// A code that differs in one character of the organization, with both check characters made right again.
std::string near_code(const std::string& uscc, Dice& dice) {
  auto organization = uscc.substr(8, 8);
  auto& digit = organization[4 + dice.below(4)];
  digit = digit == '9' ? '0' : digit >= '0' && digit < '9' ? char(digit + 1) : '7';
  return complete_uscc(uscc.substr(0, 8), organization);
}

class Measurement {
 public:
  Measurement(std::size_t documents, std::uint32_t seed) : dice_(seed) {
    for (std::size_t i = 0; i < documents; ++i) documents_.push_back(invented_licence(Kind(i % 3), dice_));
  }

  void run() {
    // The first one starts the process; its loading is not counted.
    pool_.recognize(picture_of(drawn(documents_.front()), Degradation::clean));
    for (auto& licence : documents_) {
      auto sheet = drawn(licence);
      for (auto degradation : all_of<Degradation>()) measure(licence, sheet, degradation);
    }
  }

  void print() {
    Tally all, phones;
    for (auto& [degradation, tally] : tallies_) {
      all.add(tally);
      if (degradation < Degradation::hard) phones.add(tally);
    }
    print_reading(all, phones);
    print_forgeries(all, phones);
    auto pids = pool_.idle_pids();
    std::cout << fmt::format("\nPeak memory of the reading process: {}. Failures of the pool: {}.\n",
                             pids.empty() ? "unknown" : peak_memory_of(pids.front()), failures_);
  }

 private:
  std::string picture_of(const Raster& sheet, Degradation degradation) {
    auto taken =
        take_in_image(degraded_jpeg(sheet, degradation, dice_), {.long_side = recognizable_long_side});
    return std::get<TakenImage>(taken).jpeg;
  }

  void measure(const Licence& licence, const Raster& sheet, Degradation degradation) {
    auto picture = picture_of(sheet, degradation);
    auto cpu_before = cpu_s();
    auto started = std::chrono::steady_clock::now();
    auto outcome = pool_.recognize(picture);
    auto& tally = tallies_[degradation];
    tally.wall_s += std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    tally.cpu_s += cpu_s() - cpu_before;
    ++tally.pictures;
    if (!outcome) {
      ++failures_;
      return;
    }
    judge(licence, outcome.value(), tally);
  }

  void judge(const Licence& licence, const Recognition& read, Tally& tally) {
    tally.attempts += read.attempts;
    bool has_code = std::count(read.codes.begin(), read.codes.end(), licence.uscc) > 0;
    tally.code.count(has_code);
    tally.wrong_code.count(read.codes.size() > (has_code ? 1u : 0u));
    tally.qr.count(read.has_qr);
    tally.name.count(folded_name(read.name) == folded_name(licence.name));
    tally.approved.count(would_approve(licence.uscc, licence.name, read));
    tally.near_code.count(would_approve(near_code(licence.uscc, dice_), licence.name, read));
    for (auto& other : documents_)
      if (other.uscc != licence.uscc) tally.other_company.count(would_approve(other.uscc, other.name, read));
    if (!has_code) return;  // a forged name is only a danger where the code is right
    constexpr int forgeries_of_each_kind = 5;
    for (auto forgery : all_of<Forgery>())
      for (int i = 0; i < forgeries_of_each_kind; ++i)
        if (auto name = forged_name(licence, forgery, dice_))
          tally.forged[forgery].count(would_approve(licence.uscc, *name, read));
  }

  void print_reading(const Tally& all, const Tally& phones) {
    std::cout << "| variant | code read | wrong code | QR read | name exact | true name approved | looks | "
                 "CPU s | wall s |\n"
                 "|---|---|---|---|---|---|---|---|---|\n";
    auto row = [](std::string_view name, const Tally& tally) {
      double pictures = tally.pictures;
      std::cout << fmt::format("| {} | {} | {} | {} | {} | {} | {:.2f} | {:.2f} | {:.2f} |\n", name,
                               percent(tally.code), tally.wrong_code.yes, percent(tally.qr),
                               percent(tally.name), percent(tally.approved), tally.attempts / pictures,
                               tally.cpu_s / pictures, tally.wall_s / pictures);
    };
    for (auto& [degradation, tally] : tallies_) row(enum_name(degradation), tally);
    row("first nine", phones);
    row("all", all);
  }

  void print_forgeries(const Tally& all, const Tally& phones) {
    std::cout << "\n| typed instead of the truth | approved, first nine | approved, all |\n|---|---|---|\n";
    auto row = [](std::string_view name, const Share& first, const Share& every) {
      std::cout << fmt::format("| {} | {} | {} |\n", name, percent(first), percent(every));
    };
    auto share = [](const Tally& tally, Forgery forgery) {
      auto found = tally.forged.find(forgery);
      return found == tally.forged.end() ? Share{} : found->second;
    };
    row("1 other character in the distinctive part", share(phones, Forgery::one_character),
        share(all, Forgery::one_character));
    row("2 other characters in it", share(phones, Forgery::two_characters),
        share(all, Forgery::two_characters));
    row("another region", share(phones, Forgery::other_region), share(all, Forgery::other_region));
    row("股份有限公司 for 有限公司", share(phones, Forgery::share_company),
        share(all, Forgery::share_company));
    row("+ 北京分公司", share(phones, Forgery::branch), share(all, Forgery::branch));
    row("another company's code and name", phones.other_company, all.other_company);
    row("a code with one other character, checks made right", phones.near_code, all.near_code);
  }

  double cpu_s() const {
    auto pids = pool_.idle_pids();
    return pids.empty() ? 0 : cpu_s_of(pids.front());
  }

  Dice dice_;
  std::vector<Licence> documents_;
  RecognizerPool pool_{{.program = EXPOGATE_RECOGNIZER}};
  std::map<Degradation, Tally> tallies_;
  int failures_ = 0;
};

}  // namespace
}  // namespace expogate::bench

int main(int count, char** words) try {
  if (count != 3) throw std::invalid_argument("bench_recognition DOCUMENTS SEED");
  expogate::bench::Measurement measurement(std::stoul(words[1]), std::uint32_t(std::stoul(words[2])));
  measurement.run();
  measurement.print();
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}

// Badges on their pages, as a batch draws them (B8).
//
//   bench_badges COUNT PHOTO.jpg OUT.pdf OUT.txt     prints: ms a badge, bytes, peak memory in MiB
//
// OUT.txt says what stands on each page: name, number, code.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "badge/badge_keys.h"
#include "badge/badge_page.h"

namespace {

using namespace expogate;
using Steady = std::chrono::steady_clock;

std::string bytes_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// Names of two or three characters, each another.
std::string name_of(int n) {
  static constexpr const char* letters[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周",
                                            "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "罗", "梁"};
  std::string name = letters[n % 20];
  for (int rest = n / 20; rest > 0; rest /= 20) name += letters[rest % 20];
  return name;
}

badge::Badge badge_of(int n) {
  badge::Badge b;
  b.serial = b.code_serial = n + 1;
  b.code_edition_number = 8;
  b.name_zh = name_of(n);
  b.name_en = "Visitor Number " + std::to_string(n);
  b.organization_zh = "上海示例贸易有限公司第" + std::to_string(n) + "分公司";
  b.organization_en = "Shanghai Sample Trading Co., Ltd., branch " + std::to_string(n);
  b.position = "采购经理";
  b.type = edition::BadgeType(n % 3);
  b.entry_option_zh = "11月6日-10日";
  b.entry_option_en = "6-10 November";
  b.entry_days = 0b11111;
  return b;
}

long peak_memory_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:") {
      long kib = 0;
      status >> kib;
      return kib;
    }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) return std::fputs("bench_badges COUNT PHOTO.jpg OUT.pdf OUT.txt\n", stderr), 2;
  int badges = std::stoi(words[1]);
  std::optional<std::string> photo = bytes_of(words[2]);
  auto ring = KeyRing::parse(new_key_ring_text());
  badge::BadgeKeys keys(ring);
  edition::Edition edition;
  edition.name_zh = "第八届";
  edition.name_en = "8th edition";
  FairName fair;
  std::ofstream said(words[4]);
  auto start = Steady::now();
  PdfDocument pdf(badge::page_width, badge::page_height, "Badges", Instant{1});
  for (int n = 0; n < badges; ++n) {
    auto b = badge_of(n);
    auto code = badge::signed_code({8, b.code_serial, b.type, badge::EntryDays(b.entry_days)}, keys.of(8));
    badge::draw_badge(pdf, b, {edition, fair}, code, photo);
    said << b.name_zh << '\t' << badge::badge_number(8, b.code_serial) << '\t' << code << '\n';
  }
  auto bytes = pdf.finish();
  std::chrono::duration<double, std::milli> took = Steady::now() - start;
  std::ofstream(words[3], std::ios::binary) << bytes;
  std::printf("%.2f %zu %ld\n", took.count() / badges, bytes.size(), peak_memory_kib() / 1024);
  return 0;
}

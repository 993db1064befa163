#include <fmt/format.h>

#include <map>
#include <set>

#include "audit/audit.h"
#include "badge/parcel_service.h"
#include "base/text.h"
#include "platform/crypto/unreadable.h"
#include "platform/pdf/pdf_document.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/sheet/watermark.h"

/// What goes to the courier and comes back: packing lists, the sheet of addresses, the tracking numbers.
namespace expogate::badge {
namespace {

constexpr double slip_width = 148, slip_height = 105, margin = 9, inner_width = slip_width - 2 * margin;
constexpr std::size_t most_slips = 1000;
constexpr int piece = 200;
constexpr PdfColor black{0.1, 0.1, 0.12}, grey{0.35, 0.37, 0.4};

PdfBox line(double y, double height) {
  return {margin, y, inner_width, height};
}

const std::string& either(const std::string& zh, const std::string& en) {
  return zh.empty() ? en : zh;
}

/// A6 across, for a label printer or to be laid into the parcel.
void draw_slip(PdfDocument& pdf, const ParcelRow& p, const std::string& mobile,
               const std::vector<ParcelItem>& items) {
  pdf.write(parcel_number(p.serial), line(8, 8), {16, true, black});
  pdf.draw_qr(parcel_number(p.serial), {slip_width - margin - 22, 6}, 22);
  pdf.write(fmt::format("{} {}", p.recipient, mobile), line(19, 7), {14, true, black});
  pdf.write(fmt::format("{} {}{}", p.postcode, p.region, p.address), line(27, 6), {11, false, black});
  pdf.write(either(p.organization_name_zh, p.organization_name_en), line(34, 6), {11, false, black});
  pdf.write(fmt::format("证件 {} 张 · {} badge(s)", p.badges, p.badges), line(42, 5), {9, true, grey});
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto& item = items[i];
    pdf.write(fmt::format("{}. {}  {}", i + 1, badge_number(item.code_edition_number, item.code_serial),
                          either(item.name_zh, item.name_en)),
              line(48 + 5.0 * double(i), 5), {9, false, black});
  }
  pdf.end_page();
}

const std::vector<std::string>& headings_of(Locale locale) {
  static const std::vector<std::string> zh{"包裹编号", "收件人", "手机", "邮编",     "地区",
                                           "地址",     "单位",   "张数", "快递公司", "快递单号"};
  static const std::vector<std::string> en{"Parcel",  "Recipient",      "Mobile",       "Postcode",
                                           "Region",  "Address",        "Organization", "Badges",
                                           "Courier", "Tracking number"};
  return locale == Locale::en ? en : zh;
}

std::string sheet_title(Locale locale) {
  return locale == Locale::en ? "Courier labels" : "快递单";
}

}  // namespace

std::vector<ParcelRow> ParcelService::list_packed(const Caller& caller) {
  ParcelFilter packed;
  packed.state = {ParcelState::packed};
  std::vector<ParcelRow> all;
  while (all.size() < most_slips) {
    auto rows = database_.read([&](db::Tx& tx) {
      return store::list_parcel_piece(tx, caller, packed, all.empty() ? 0 : all.back().serial, piece);
    });
    if (rows.empty()) break;
    all.insert(all.end(), rows.begin(), rows.end());
  }
  if (all.empty()) throw Refusal(parcel_none);
  database_.write([&](db::Tx& tx) {
    audit::record(tx, caller, clock_.now(),
                  {"parcels_exported", "edition", caller.edition.text,
                   fmt::format("导出 {} 个包裹的收件信息（含手机）", all.size())});
  });
  return all;
}

std::string ParcelService::make_packing_lists(const Caller& caller) {
  PdfDocument pdf(slip_width, slip_height, "Packing lists", clock_.now());
  for (auto& parcel : list_packed(caller))
    draw_slip(pdf, parcel, readable([&] { return mobile_of(parcel); }),
              database_.read([&](db::Tx& tx) { return store::list_parcel_items(tx, parcel.id); }));
  return pdf.finish();
}

SheetFile ParcelService::make_courier_sheet(const Caller& caller) {
  auto now = clock_.now();
  SheetWriter writer(working_folder_ / new_id_text(now), sheet_title(caller.locale),
                     headings_of(caller.locale), watermark_of(caller, now));
  for (auto& p : list_packed(caller))
    writer.add_row(std::vector<SheetCell>{parcel_number(p.serial), p.recipient,
                                          readable([&] { return mobile_of(p); }), p.postcode, p.region,
                                          p.address, either(p.organization_name_zh, p.organization_name_en),
                                          double(p.badges), std::string(), std::string()});
  return writer.finish_as_file(now);
}

struct ParcelService::Tracking {
  Parcel parcel;
  std::string courier, number;
};

struct ParcelService::TrackingReading {
  int rows = 0, known = 0;
  std::vector<Tracking> news;
  std::vector<SheetError> errors;
};

/// Lines without a tracking number are not sent yet; lines that say what is known already change nothing.
ParcelService::TrackingReading ParcelService::read_tracking(db::Tx& tx, const Caller& caller,
                                                            std::string_view sheet) {
  auto table = read_table(sheet, {}, tracking_columns);
  TrackingReading reading;
  reading.errors = table.errors;
  std::set<std::int64_t> seen;
  std::set<std::string> numbers;
  for (auto& row : table.rows) {
    auto& courier = row.cells[courier_column];
    auto& number = row.cells[tracking_column];
    if (number.empty()) continue;
    ++reading.rows;
    auto wrong = [&](TrackingColumn column, const ErrorCode& code) {
      reading.errors.push_back({row.number, &tracking_columns[column], &code, {}});
    };
    auto serial = read_parcel_number(row.cells[parcel_column]);
    auto parcel = serial ? store::find_parcel_by_serial(tx, caller.edition, *serial) : std::nullopt;
    if (!parcel) {
      wrong(parcel_column, parcel_unknown);
    } else if (!seen.insert(*serial).second) {
      wrong(parcel_column, parcel_twice);
    } else if (courier.empty()) {
      wrong(courier_column, courier_missing);
    } else if (!is_tracking_number(number)) {
      wrong(tracking_column, tracking_malformed);
    } else if (parcel->courier == courier && parcel->tracking_number == number) {
      ++reading.known;
    } else if (parcel->state == ParcelState::sent) {
      wrong(parcel_column, parcel_sent_already);
    } else if (!numbers.insert(courier + ' ' + number).second ||
               store::is_tracking_taken(tx, courier, number)) {
      wrong(tracking_column, tracking_taken);
    } else {
      reading.news.push_back({*parcel, courier, number});
    }
  }
  return reading;
}

ImportReport ParcelService::check_tracking(const Caller& caller, std::string_view sheet) {
  auto reading = database_.read([&](db::Tx& tx) { return read_tracking(tx, caller, sheet); });
  ImportReport report;
  report.rows = reading.rows;
  report.unchanged = reading.known;
  report.changed = reading.errors.empty() ? int(reading.news.size()) : 0;
  report_errors(report, std::move(reading.errors), caller.locale);
  return report;
}

ImportReport ParcelService::import_tracking(const Caller& caller, std::string_view sheet) {
  auto report = check_tracking(caller, sheet);
  if (report.error_count > 0) return report;
  database_.write([&](db::Tx& tx) {
    // What was read may have changed meanwhile: it is read again where nobody else writes it.
    auto reading = read_tracking(tx, caller, sheet);
    if (!reading.errors.empty()) throw Stale();
    for (auto& one : reading.news) send(tx, caller, one.parcel, one.courier, one.number);
  });
  return report;
}

}  // namespace expogate::badge

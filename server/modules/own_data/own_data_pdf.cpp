#include <fmt/format.h>

#include "base/money.h"
#include "own_data/own_data.h"
#include "platform/pdf/pdf_document.h"

namespace expogate::own_data {
namespace {

constexpr double page_width = 210, page_height = 297, margin = 18, label_width = 52, line_height = 6.2;
constexpr PdfColor black{0.1, 0.1, 0.12}, grey{0.35, 0.37, 0.4};
constexpr std::size_t longest_line = 86;  ///< places, of which a Chinese character takes two

/// Lines of label and value from page to page.
class Paper {
 public:
  Paper(const OwnData& data, Locale locale)
      : pdf_(page_width, page_height, title(locale), data.made_at), locale_(locale) {}

  static std::string title(Locale locale) {
    return locale == Locale::en ? "What is stored about us" : "本单位个人信息";
  }

  const char* words(const char* zh, const char* en) const { return locale_ == Locale::en ? en : zh; }

  void heading(std::string_view text, double points) {
    make_room(3);
    y_ += 2;
    pdf_.write(text, {margin, y_, page_width - 2 * margin, line_height + 2}, {points, true, black});
    y_ += line_height + 2;
  }

  void line(std::string_view label, const std::string& value) {
    if (value.empty()) return;
    auto rest = value;
    for (bool is_first = true; !rest.empty(); is_first = false) {
      make_room(1);
      if (is_first) pdf_.write(label, {margin, y_, label_width, line_height}, {9.5, false, grey});
      auto piece = first_line(rest);
      pdf_.write(piece, {margin + label_width, y_, page_width - 2 * margin - label_width, line_height},
                 {9.5, false, black});
      rest.erase(0, piece.size());
      y_ += line_height;
    }
  }

  std::string finish() {
    pdf_.end_page();
    return pdf_.finish();
  }

 private:
  void make_room(int lines) {
    if (y_ + lines * line_height <= page_height - margin) return;
    pdf_.end_page();
    y_ = margin;
  }
  static std::string first_line(const std::string& text) {
    std::size_t places = 0, end = 0;
    while (end < text.size() && places < longest_line) {
      auto next = end + 1;
      while (next < text.size() && (text[next] & 0xC0) == 0x80) ++next;
      places += next - end > 2 ? 2 : 1;
      end = next;
    }
    return text.substr(0, end);
  }
  PdfDocument pdf_;
  Locale locale_;
  double y_ = margin;
};

template <class E>
std::string name_of(const std::optional<E>& value, Locale locale) {
  return value ? std::string(enum_words(*value, locale)) : "";
}

void write_organization(Paper& paper, const OwnData& d, Locale locale) {
  auto& o = d.organization;
  paper.heading(paper.words("单位与联系人", "Organization and contact"), 12);
  paper.line(paper.words("单位编号", "Number"), d.organization_number);
  paper.line(paper.words("单位名称", "Name"), o.name_zh);
  paper.line(paper.words("英文名称", "Name (English)"), o.name_en);
  paper.line(paper.words("统一社会信用代码", "Unified social credit code"), o.uscc.value_or(""));
  paper.line(paper.words("状态", "Status"), std::string(enum_words(d.state, locale)));
  paper.line(paper.words("地址", "Address"), o.address);
  paper.line(paper.words("联系人", "Contact"), o.contact_name);
  paper.line(paper.words("部门", "Department"), o.contact_department);
  paper.line(paper.words("职务", "Job title"), o.contact_position);
  paper.line(paper.words("电话", "Telephone"), o.contact_telephone);
  paper.line(paper.words("手机", "Mobile"), o.contact_mobile);
  paper.line(paper.words("邮箱", "E-mail"), o.contact_email);
  paper.heading(paper.words("账号", "Account"), 12);
  paper.line(paper.words("登录名", "Username"), d.account.login_name);
  paper.line(paper.words("名称", "Name"), d.account.display_name);
  paper.line(paper.words("手机", "Mobile"), d.account.mobile);
  paper.line(paper.words("邮箱", "E-mail"), d.account.email);
  for (auto& consent : d.account.consents)
    paper.line(paper.words("已同意", "Accepted"),
               fmt::format("{} v{} · {}",
                           consent.document == account::ConsentDocument::privacy_policy
                               ? paper.words("隐私政策", "privacy policy")
                               : paper.words("敏感个人信息的处理", "use of sensitive data"),
                           consent.document_version, fair_text(consent.given_at)));
}

std::string word(const attendee::CodeWords& words, const std::string& code) {
  auto found = words.find(code);
  return found == words.end() ? code : found->second;
}

void write_person(Paper& paper, const OwnPerson& p, const attendee::CodeWords& countries, Locale locale) {
  paper.heading(p.number, 10.5);
  paper.line(paper.words("姓名", "Name"), p.name_zh);
  paper.line(paper.words("英文姓名", "Name (English or as in passport)"), p.name_en);
  paper.line(paper.words("状态", "Status"), std::string(enum_words(p.state, locale)));
  paper.line(paper.words("性别", "Gender"), name_of(p.gender, locale));
  paper.line(paper.words("出生日期", "Date of birth"), p.birth_on ? p.birth_on->text : "");
  paper.line(paper.words("国籍", "Nationality"), word(countries, p.nationality_code));
  paper.line(paper.words("证件", "Identity document"),
             name_of(p.document_type, locale) + " " + p.document_number);
  paper.line(paper.words("手机", "Mobile"), p.mobile);
  paper.line(paper.words("邮箱", "E-mail"), p.email);
  paper.line(paper.words("部门", "Department"), p.department);
  paper.line(paper.words("职务", "Job title"), p.position);
  paper.line(paper.words("照片", "Photo"), p.photo_id ? paper.words("有", "yes") : "");
  paper.line(paper.words("填写时间", "Added"), fair_text(p.created_at));
}

/// Where badges are sent, which there were, and when people came.
void write_ways(Paper& paper, const OwnData& d, Locale locale) {
  if (!d.courier_addresses.empty()) paper.heading(paper.words("寄送地址", "Courier addresses"), 12);
  for (auto& a : d.courier_addresses)
    paper.line(a.recipient, fmt::format("{} · {} {}", a.mobile, a.postcode, a.address));
  if (!d.badges.empty()) paper.heading(paper.words("证件", "Badges"), 12);
  for (auto& b : d.badges)
    paper.line(b.attendee_number,
               fmt::format("{} · {} · {}", b.number, enum_words(b.state, locale), fair_text(b.created_at)));
  if (!d.visits.empty()) paper.heading(paper.words("入场记录", "Admissions"), 12);
  for (auto& v : d.visits)
    paper.line(v.attendee_number, fmt::format("{} · {} – {} · {}", v.day.text, fair_text(v.first_entered_at),
                                              fair_text(v.last_at), v.entries));
}

}  // namespace

std::string own_data_pdf(const OwnData& d, const attendee::CodeWords& countries, Locale locale) {
  Paper paper(d, locale);
  paper.heading(Paper::title(locale) + " · " + d.fair + " " + d.edition, 15);
  paper.line(paper.words("生成时间", "Generated"), fair_text(d.made_at));
  write_organization(paper, d, locale);
  if (!d.people.empty()) paper.heading(paper.words("人员", "Attendees"), 12);
  for (auto& person : d.people) write_person(paper, person, countries, locale);
  if (!d.orders.empty()) paper.heading(paper.words("订单", "Orders"), 12);
  for (auto& o : d.orders)
    paper.line(o.number, fmt::format("{} · {} · ¥{}", fair_text(o.created_at), enum_words(o.state, locale),
                                     yuan_text(o.total_fen)));
  write_ways(paper, d, locale);
  paper.heading(paper.words("用途、法律依据与保存期限", "Purposes, legal bases and retention periods"), 12);
  for (auto& p : d.periods)
    paper.line(std::string(enum_words(p.kind, locale)),
               fmt::format("{} · {} · {}", p.purpose, p.basis,
                           p.due_at ? paper.words("保存至 ", "until ") + fair_text(*p.due_at)
                                    : paper.words("期限未设置", "not set")));
  return paper.finish();
}

}  // namespace expogate::own_data

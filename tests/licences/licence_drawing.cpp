#include <algorithm>

#include "licence.h"
#include "paper.h"

namespace expogate::licences {
namespace {

constexpr int long_side = 2339, short_side = 1654;  // A4 at 200 dots per inch
const std::string label_font = "Noto Serif CJK SC Bold", title_font = "AR PL UKai CN";

/// Label and value, row after row.
struct Rows {
  Paper& paper;
  const std::string& value_font;
  double y, label_x, value_x, value_width;

  void add(const std::string& label, const std::string& value) {
    paper.text(label_x, y, label, {.font = label_font});
    double height = paper.text(value_x, y, value, {.font = value_font, .width = value_width});
    y += std::max(74.0, height + 30);
  }
};

void add_title(Paper& paper, double y, const std::string& title, double size) {
  paper.emblem(paper.width() / 2.0, y - 95);
  TextStyle style{.font = title_font, .size = size, .width = double(paper.width()), .spacing = 16};
  style.is_centered = true;
  paper.text(0, y, title, style);
  style = {.font = label_font, .size = 44, .width = double(paper.width()), .is_centered = true};
  paper.text(0, y + size * 1.35, "（副本）", style);
}

void add_code_line(Paper& paper, double y, const Licence& licence) {
  paper.text(0, y, "统一社会信用代码  " + licence.uscc,
             {.font = licence.font, .width = double(paper.width()), .is_centered = true});
}

void add_office(Paper& paper, double x, double y, const std::string& office, const Licence& licence) {
  paper.text(x, y, "登记机关", {.font = label_font, .size = 44});
  paper.text(x + 140, y + 160, licence.founded, {.font = licence.font, .size = 44});
  paper.seal(x + 340, y + 60, 170, office);
}

void draw_business(Paper& paper, const Licence& licence) {
  add_title(paper, 260, "营业执照", 150);
  paper.text(150, 330, "统一社会信用代码", {.font = label_font, .size = 40});
  paper.text(150, 385, licence.uscc, {.font = "Liberation Sans", .size = 46, .spacing = 2});
  paper.qr(1779, 190, 250, licence.qr);
  paper.text(2039, 210,
             "扫描二维码登录\n“国家企业信用\n信息公示系统”\n了解更多登记、\n备案、许可、监\n管信息。",
             {.font = label_font, .size = 26});
  Rows left{paper, licence.font, 560, 150, 430, 830};
  left.add("名　　称", licence.name);
  left.add("类　　型", licence.type);
  left.add("法定代表人", licence.person);
  left.add("经营范围", licence.scope);
  Rows right{paper, licence.font, 560, 1320, 1590, 600};
  right.add("注册资本", "人民币" + licence.capital);
  right.add("成立日期", licence.founded);
  right.add("营业期限", licence.founded + "至不约定期限");
  right.add("住　　所", licence.address);
  add_office(paper, 1500, 1200, "市场监督管理局", licence);
  paper.text(140, 1550, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn",
             {.font = label_font, .size = 24});
}

void draw_duplicate(Paper& paper, const Licence& licence) {
  add_title(paper, 290, "营业执照", 130);
  add_code_line(paper, 560, licence);
  Rows rows{paper, licence.font, 680, 180, 480, 980};
  rows.add("名　　称", licence.name);
  rows.add("类　　型", licence.type);
  rows.add("住　　所", licence.address);
  rows.add("法定代表人", licence.person);
  rows.add("注册资本", "人民币" + licence.capital);
  rows.add("成立日期", licence.founded);
  rows.add("营业期限", licence.founded + "  至  2051年12月31日");
  rows.add("经营范围", licence.scope);
  paper.qr(200, 1860, 240, licence.qr);
  add_office(paper, 900, 1900, "市场监督管理局", licence);
  paper.text(140, 2240, "企业信用信息公示系统网址：http://www.gsxt.gov.cn", {.font = label_font, .size = 24});
}

void draw_institution(Paper& paper, const Licence& licence) {
  add_title(paper, 300, "事业单位法人证书", 110);
  add_code_line(paper, 540, licence);
  Rows rows{paper, licence.font, 660, 180, 520, 940};
  rows.add("名　　称", licence.name);
  rows.add("宗旨和\n业务范围",
           "为人民身体健康提供医疗与护理保健服务。医疗与护理、医学教学、医学研究、卫生医疗人员培训、保健与健"
           "康教育。");
  rows.add("住　　所", licence.address);
  rows.add("法定代表人", licence.person);
  rows.add("经费来源", "财政补助收入、事业收入");
  rows.add("开办资金", "￥" + licence.capital);
  rows.add("举办单位", "市卫生健康委员会");
  rows.add("登记管理\n机　　关", "市事业单位登记管理局");
  paper.qr(200, 1900, 220, licence.qr);
  paper.text(560, 1960, "有效期  自2023年05月09日 至2028年05月08日", {.font = licence.font, .size = 36});
  paper.seal(1240, 1900, 160, "事业单位登记管理局");
  paper.text(520, 2120, "国家事业单位登记管理局监制", {.font = label_font, .size = 36});
}

}  // namespace

Raster drawn(const Licence& licence) {
  bool is_landscape = licence.kind == Kind::business;
  Paper paper(is_landscape ? long_side : short_side, is_landscape ? short_side : long_side);
  paper.guilloche();
  switch (licence.kind) {
    case Kind::business:
      draw_business(paper, licence);
      break;
    case Kind::duplicate:
      draw_duplicate(paper, licence);
      break;
    case Kind::institution:
      draw_institution(paper, licence);
      break;
  }
  paper.text(paper.width() - 250, is_landscape ? short_side - 85 : long_side - 85, "样张 SPECIMEN",
             {.font = label_font, .size = 20});  // nobody issued this
  return paper.pixels();
}

}  // namespace expogate::licences

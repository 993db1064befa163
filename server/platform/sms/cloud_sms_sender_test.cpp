#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "platform/sms/aliyun_sms_sender.h"
#include "platform/sms/tencent_sms_sender.h"
#include "testing/child_process.h"

namespace expogate {
namespace {

using testing::HasSubstr;
namespace json = boost::json;

class CloudSmsSenderTest : public testing::Test {
 protected:
  CloudSmsSenderTest()
      : cloud_({"/usr/bin/python3", "-B", testing_folder() / "cloud_sms.py", "key", "secret"}),
        url_("http://127.0.0.1:" + cloud_.read_line()) {}

  static SmsMessage message(std::string mobile = "+8613812345678") {
    return {.id = "m1",
            .mobile = std::move(mobile),
            .text = "【进博会】验证码 123456",
            .template_code = "verification_code",
            .parameters = {{"code", "123456"}, {"minutes", "5"}, {"fair", "进博会 & 展"}}};
  }
  static ApprovedTemplates templates() {
    return {{"verification_code", *parse_approved_template("SMS_1 code, fair")}};
  }
  AliyunSmsSender aliyun(const std::string& secret = "secret") {
    return {{{.url = url_}, "key", secret, "进博会", templates()}, clock_};
  }
  TencentSmsSender tencent(const std::string& secret = "secret") {
    return {{{.url = url_}, "key", secret, "1400006666", "进博会", "ap-guangzhou", templates()}, clock_};
  }
  json::object taken() { return json::parse(cloud_.read_line()).as_object(); }

  SystemClock clock_;
  ChildProcess cloud_;
  std::string url_;
};

TEST_F(CloudSmsSenderTest, AliyunTakesASignedMessageWithItsTemplate) {
  auto sent = aliyun().send(message());
  ASSERT_TRUE(sent) << sent.failure().reason;
  EXPECT_EQ(sent.value().reference, "9006195123^0");
  auto wanted = taken();
  EXPECT_EQ(wanted["PhoneNumbers"], "13812345678");
  EXPECT_EQ(wanted["SignName"], "进博会");
  EXPECT_EQ(wanted["TemplateCode"], "SMS_1");
  EXPECT_EQ(json::parse(wanted["TemplateParam"].as_string()),
            (json::object{{"code", "123456"}, {"fair", "进博会 & 展"}}));
}

TEST_F(CloudSmsSenderTest, TencentTakesASignedMessageWithItsTemplate) {
  auto sent = tencent().send(message());
  ASSERT_TRUE(sent) << sent.failure().reason;
  auto wanted = taken();
  EXPECT_EQ(wanted["PhoneNumberSet"], (json::array{"+8613812345678"}));
  EXPECT_EQ(wanted["TemplateParamSet"], (json::array{"123456", "进博会 & 展"}));
}

TEST_F(CloudSmsSenderTest, AWrongSecretIsToldByBoth) {
  EXPECT_THAT(aliyun("other").send(message()).failure().reason, HasSubstr("SignatureDoesNotMatch"));
  EXPECT_THAT(tencent("other").send(message()).failure().reason, HasSubstr("SignatureFailure"));
}

TEST_F(CloudSmsSenderTest, WhatCannotBecomeRightIsPermanentAndALimitIsNot) {
  EXPECT_TRUE(aliyun().send(message("+4915112345678")).failure().is_permanent);
  EXPECT_FALSE(aliyun().send(message("+8613812340000")).failure().is_permanent);
  EXPECT_FALSE(tencent().send(message("+8613812340000")).failure().is_permanent);
  auto unknown = message();
  unknown.template_code = "parcel_sent";
  EXPECT_THAT(aliyun().send(unknown).failure().reason, HasSubstr("no approved template"));
  EXPECT_TRUE(tencent().send(unknown).failure().is_permanent);
}

TEST(ApprovedTemplateTest, IsWrittenAsCodeAndParameters) {
  EXPECT_EQ(parse_approved_template("SMS_1")->parameters.size(), 0u);
  EXPECT_EQ(parse_approved_template("1234 code,minutes")->parameters[1], "minutes");
  EXPECT_FALSE(parse_approved_template(""));
  EXPECT_FALSE(parse_approved_template("SMS_1 a,,b"));
}

}  // namespace
}  // namespace expogate

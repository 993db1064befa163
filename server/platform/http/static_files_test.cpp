#include "platform/http/static_files.h"

#include <gmock/gmock.h>

#include <fstream>

#include "platform/http/compression.h"
#include "platform/http/kept_text.h"
#include "testing/temporary_folder.h"

namespace expogate::http {
namespace {

std::string header(const Response& response, std::string_view name) {
  for (auto& [known, value] : response.headers)
    if (known == name) return value;
  return "";
}

Request get(std::string target, Pairs headers = {}) {
  return {Method::get, std::move(target), headers};
}

class StaticFilesTest : public testing::Test {
 protected:
  StaticFilesTest() {
    for (auto ending : {"", ".br", ".gz"})
      std::ofstream(folder_.path() / (std::string("a.js") + ending)) << "js" << ending;
  }
  TemporaryFolder folder_;
};

TEST_F(StaticFilesTest, EachCodingHasATagOfItsOwn) {
  StaticFiles files(folder_.path());
  std::set<std::string> tags;
  for (auto coding : {"", "gzip", "br"}) {
    auto answer = files.serve(get("/a.js", {{"Accept-Encoding", coding}}));
    EXPECT_EQ(header(answer, "Content-Encoding"), coding);
    EXPECT_EQ(header(answer, "Vary"), "Accept-Encoding");
    tags.insert(header(answer, "ETag"));
  }
  EXPECT_EQ(tags.size(), 3u);
}

TEST_F(StaticFilesTest, WhatTheClientHasIsNotSentAgain) {
  StaticFiles files(folder_.path());
  auto tag = header(files.serve(get("/a.js")), "ETag");
  auto status = [&](std::string known) {
    return files.serve(get("/a.js", {{"If-None-Match", known}})).status;
  };
  for (auto& known :
       std::vector<std::string>{tag, "W/" + tag, "*", "\"x\", " + tag, "\"a,b\" ,W/" + tag + ", \"y\""})
    EXPECT_EQ(status(known), 304) << known;
  for (auto known : {"\"x\"", "", "W/\"*\"", "\"\""}) EXPECT_EQ(status(known), 200) << known;
  auto spared = files.serve(get("/a.js", {{"If-None-Match", "\"x\""}, {"If-None-Match", tag}}));
  EXPECT_EQ(spared.status, 304) << "on two lines";
  EXPECT_EQ(spared.size(), 0u);
  EXPECT_EQ(header(spared, "ETag"), tag);
  EXPECT_EQ(header(spared, "Vary"), "Accept-Encoding");
  EXPECT_EQ(files.serve(get("/a.js", {{"If-None-Match", tag}, {"Accept-Encoding", "gzip"}})).status, 200)
      << "the plain form is not the compressed one";
}

TEST(Compression, TheClientsWeightsAreHeard) {
  EXPECT_TRUE(accepts_encoding("gzip", "gzip"));
  EXPECT_TRUE(accepts_encoding("br;q=1.0, GZIP;q=0.5", "gzip"));
  EXPECT_TRUE(accepts_encoding("*", "gzip"));
  EXPECT_FALSE(accepts_encoding("*;q=0", "gzip"));
  EXPECT_FALSE(accepts_encoding("gzip;q=0, *", "gzip"));
  EXPECT_FALSE(accepts_encoding("gzip;q=0.000", "gzip"));
  EXPECT_FALSE(accepts_encoding("identity", "gzip"));
}

TEST(Compression, BothFormsOfAnAnswerSayThatThereAreTwo) {
  auto answer = [](std::string accepted) {
    Response response;
    response.body = std::string(2000, 'a');
    response.headers.emplace_back("ETag", "\"7\"");
    compress(get("/", {{"Accept-Encoding", accepted}}), response);
    return response;
  };
  EXPECT_EQ(header(answer("gzip"), "ETag"), "\"7-gzip\"");
  EXPECT_EQ(header(answer(""), "ETag"), "\"7\"");
  for (auto accepted : {"gzip", ""}) EXPECT_EQ(header(answer(accepted), "Vary"), "Accept-Encoding");
}

TEST(KeptText, ItIsMadeOnceAndKnownByItsTag) {
  int times = 0;
  KeptText text("text/plain", [&] {
    ++times;
    return std::string(5000, 'x');
  });
  auto plain = text.answer(get("/"));
  EXPECT_EQ(plain.bytes().size(), 5000u);
  auto small = text.answer(get("/", {{"Accept-Encoding", "gzip"}}));
  EXPECT_LT(small.bytes().size(), 500u);
  EXPECT_NE(header(small, "ETag"), header(plain, "ETag"));
  EXPECT_EQ(text.answer(get("/", {{"If-None-Match", header(plain, "ETag")}})).status, 304);
  EXPECT_EQ(times, 1);
}

}  // namespace
}  // namespace expogate::http

#include "platform/http/server.h"

#include <gmock/gmock.h>

#include "testing/tiny_server.h"

namespace expogate::http {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string get(std::string_view path, std::string_view more = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: fair\r\n" + std::string(more) + "\r\n";
}
std::string post(std::string_view path, std::string_view body) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: fair\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string(body);
}

TEST(Server, AConnectionServesOneRequestAfterTheOther) {
  TinyServer server;
  RawClient client(server.port());
  for (auto path : {"/one", "/two", "/inline"}) {
    auto answer = client.ask(get(path)).value();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, std::string(path) + ":");
  }
}

TEST(Server, WhoAsksForTheEndGetsIt) {
  TinyServer server;
  for (auto request : {get("/", "Connection: close\r\n"), std::string("GET / HTTP/1.0\r\n\r\n")}) {
    RawClient client(server.port());
    EXPECT_EQ(client.ask(request)->headers["connection"], "close");
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(Server, RequestsSentAtOnceAreAnsweredInOrder) {
  TinyServer server;
  RawClient client(server.port());
  client.send(post("/first", "1") + get("/inline") + post("/third", "3"));
  EXPECT_EQ(client.receive()->body, "/first:1");
  EXPECT_EQ(client.receive()->body, "/inline:");
  EXPECT_EQ(client.receive()->body, "/third:3");
}

TEST(Server, WhoStopsSendingAfterARequestIsStillAnswered) {
  TinyServer server;
  RawClient client(server.port());
  client.send(get("/last"));
  client.end_sending();
  EXPECT_EQ(client.receive()->body, "/last:");
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, AFileIsSentPieceByPieceAndTheConnectionGoesOn) {
  TinyServer server;
  RawClient client(server.port());
  auto answer = client.ask(get("/source")).value();
  EXPECT_EQ(answer.headers["content-length"], "3000000");
  ASSERT_EQ(answer.body.size(), 3'000'000u);
  for (std::size_t at : {0u, 262'143u, 262'144u, 2'999'999u}) EXPECT_EQ(answer.body[at], char('a' + at % 26));
  EXPECT_EQ(client.ask(get("/one"))->status, 200);
}

TEST(Server, AFileThatEndsEarlyIsSeenToBeCutOff) {
  TinyServer server;
  RawClient client(server.port());
  client.send(get("/short_source"));
  EXPECT_FALSE(client.receive()) << "no whole answer comes";
  EXPECT_EQ(RawClient(server.port()).ask(get("/one"))->status, 200);
}

TEST(Server, HeadTellsTheLengthAndSendsNoBody) {
  TinyServer server;
  RawClient client(server.port());
  client.send("HEAD /large HTTP/1.1\r\nHost: fair\r\n\r\n" + get("/next"));
  EXPECT_EQ(client.receive(true)->headers["content-length"], "30000000");
  EXPECT_EQ(client.receive()->body, "/next:");
}

TEST(Server, ALargeAnswerArrivesWhole) {
  TinyServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/large"))->body.size(), 30'000'000u);
  EXPECT_EQ(client.ask(get("/next"))->body, "/next:");
}

TEST(Server, ABodyMayComeInPiecesAndInChunks) {
  TinyServer server;
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: fa");
  client.send("ir\r\nContent-Length: 6\r\n\r\nabc");
  client.send("def");
  EXPECT_EQ(client.receive()->body, "/echo:abcdef");
  client.send("POST /echo HTTP/1.1\r\nHost: fair\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
  client.send("3;x=y\r\ndef\r\n0\r\n\r\n");
  EXPECT_EQ(client.receive()->body, "/echo:abcdef");
}

TEST(Server, WhoAsksBeforeSendingIsToldToContinue) {
  TinyServer server;
  RawClient client(server.port());
  client.send("POST /small HTTP/1.1\r\nHost: fair\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive()->status, 100);
  client.send("hello");
  EXPECT_EQ(client.receive()->body, "/small:hello");
}

TEST(Server, WhoAsksBeforeSendingTooMuchIsRefusedWithoutSending) {
  TinyServer server;
  RawClient client(server.port());
  client.send("POST /small HTTP/1.1\r\nHost: fair\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive()->status, 413);
}

TEST(Server, EachRouteHasItsOwnLimitOfTheBody) {
  TinyServer server;
  std::string body(60'000, 'b');
  EXPECT_EQ(RawClient(server.port()).ask(post("/small", "0123456789"))->status, 200);
  EXPECT_EQ(RawClient(server.port()).ask(post("/small", "0123456789a"))->status, 413);
  EXPECT_EQ(RawClient(server.port()).ask(post("/echo", body))->status, 200);
  EXPECT_EQ(RawClient(server.port()).ask(post("/echo", body + body))->status, 413);
  EXPECT_EQ(RawClient(server.port()).ask(post("/big", std::string(5'000'000, 'b')))->body.size(), 5'000'005u);
}

TEST(Server, ChunksCannotGetAroundTheLimit) {
  TinyServer server;
  RawClient client(server.port());
  client.send("POST /small HTTP/1.1\r\nHost: fair\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n01234567\r\n");
  client.send("8\r\n01234567\r\n0\r\n\r\n");
  EXPECT_EQ(client.receive()->status, 413);
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, WhoIsRefusedInTheMiddleOfSendingStillLearnsWhy) {
  TinyServer server;
  RawClient client(server.port());
  // The connection must not be reset while bytes are under way: that would take the answer back.
  EXPECT_TRUE(client.send(post("/small", std::string(6'000'000, 'b'))));
  EXPECT_EQ(client.receive()->status, 413);
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, AHeadBeyondTheLimitIsRefused) {
  TinyServer server({.header_limit = 2048});
  EXPECT_EQ(RawClient(server.port()).ask(get("/", "X-Long: " + std::string(1500, 'x') + "\r\n"))->status,
            200);
  EXPECT_EQ(RawClient(server.port()).ask(get("/", "X-Long: " + std::string(3000, 'x') + "\r\n"))->status,
            431);
  EXPECT_EQ(RawClient(server.port()).ask(get("/" + std::string(3000, 'x')))->status, 414);
}

TEST(Server, RequestsThatTwoServersCouldReadDifferentlyAreRefused) {
  TinyServer server;
  for (auto request : {
           "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
           "chunked\r\n\r\n0\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: "
           "3\r\n\r\n0\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
           "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3x\r\n\r\nabc",
           "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcXX0\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc",
           "GET /echo HTTP/1.1\r\nHost : a\r\n\r\n",
           "GET /echo HTTP/1.1\nHost: a\n\n",
           "GET /ec\x01ho HTTP/1.1\r\n\r\n",
           "\x16\x03\x01\x02 this is TLS\r\n\r\n",
       }) {
    RawClient client(server.port());
    auto answer = client.ask(request);
    EXPECT_EQ(answer ? answer->status : 0, 400) << request;
    EXPECT_TRUE(client.is_closed()) << request;
  }
}

TEST(Server, NoAnswerCanBeSplitByWhatStandsInAHeader) {
  TinyServer server;
  RawClient client(server.port());
  auto answer = client.ask(get("/split")).value();
  EXPECT_THAT(answer.headers, Not(testing::Contains(testing::Key("set-cookie"))));
  EXPECT_THAT(answer.headers, Not(testing::Contains(testing::Key("x-evil"))));
  EXPECT_THAT(answer.headers, Not(testing::Contains(testing::Key("x-type"))));
  EXPECT_EQ(client.ask(get("/next"))->body, "/next:");
}

}  // namespace
}  // namespace expogate::http

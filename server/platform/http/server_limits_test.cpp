#include <gmock/gmock.h>

#include "platform/http/server.h"
#include "testing/tiny_server.h"

// Time limits are whole seconds, so these tests wait for one of the server's own; they never sleep to be
// lucky.

namespace expogate::http {
namespace {

const std::string wait_request = "GET /wait HTTP/1.1\r\nHost: fair\r\n\r\n";
const std::string inline_request = "GET /inline HTTP/1.1\r\nHost: fair\r\n\r\n";

void until_nobody_is_connected(const Server& server) {
  for (int i = 0; i < 2000 && server.status().connections != 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(server.status().connections, 0);
}

TEST(ServerLimits, AHeadThatDripsInIsCut) {
  TinyServer server({.head_timeout_s = 1});
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\n");
  EXPECT_TRUE(client.is_cut_while_dripping("X-Slow: " + std::string(40, 'x')));
}

TEST(ServerLimits, ABodyThatDripsInIsCut) {
  TinyServer server({.body_timeout_s = 1});
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: fair\r\nContent-Length: 50\r\n\r\n");
  EXPECT_TRUE(client.is_cut_while_dripping(std::string(49, 'x')));
}

TEST(ServerLimits, AConnectionWithoutRequestsIsClosed) {
  TinyServer server({.idle_timeout_s = 1});
  RawClient silent(server.port()), served(server.port());
  EXPECT_EQ(served.ask(inline_request)->status, 200);
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(served.is_closed());
}

TEST(ServerLimits, WhoDoesNotReadItsAnswerIsCut) {
  TinyServer server({.write_timeout_s = 1});
  RawClient client(server.port());
  client.send("GET /large HTTP/1.1\r\nHost: fair\r\n\r\n");
  ASSERT_TRUE(client.has_news(5000));
  EXPECT_EQ(server.server().status().connections, 1);
  until_nobody_is_connected(server.server());
  EXPECT_FALSE(client.receive()) << "the rest of it never left";
}

TEST(ServerLimits, BeyondTheLimitOfConnectionsNewOnesAreClosed) {
  TinyServer server({.connection_limit = 2});
  RawClient first(server.port()), second(server.port());
  EXPECT_EQ(first.ask(inline_request)->status, 200);
  EXPECT_EQ(second.ask(inline_request)->status, 200);
  EXPECT_TRUE(RawClient(server.port()).is_closed());
  EXPECT_EQ(first.ask(inline_request)->status, 200);
}

TEST(ServerLimits, AFullQueueIsSaidAtOnceAndTheInlineLaneStillAnswers) {
  TinyServer server({.fast_threads = 1, .fast_queue = 1});
  RawClient running(server.port()), queued(server.port()), refused(server.port());
  running.send(wait_request);
  server.application.gate.wait_for(1);
  queued.send(wait_request);
  while (server.server().status().in_flight < 2) std::this_thread::yield();
  auto answer = refused.ask(wait_request).value();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.headers["retry-after"], "1");
  EXPECT_EQ(refused.ask(inline_request)->status, 200) << "and the connection lives on";
  server.application.gate.open();
  EXPECT_EQ(running.receive()->status, 200);
  EXPECT_EQ(queued.receive()->status, 200);
  EXPECT_EQ(server.server().status().refused_busy, 1);
}

TEST(ServerLimits, NoLaneWaitsForAnother) {
  TinyServer server({.fast_threads = 1,
                     .heavy_threads = 1,
                     .upload_threads = 1,
                     .anonymous_threads = 1,
                     .anonymous_queue = 1});
  auto wait_in = [](std::string lane) { return "GET /" + lane + "_wait HTTP/1.1\r\nHost: fair\r\n\r\n"; };
  RawClient first(server.port()), second(server.port()), third(server.port());
  first.send(wait_in("anonymous"));
  server.application.gate.wait_for(1);
  second.send(wait_in("anonymous"));
  while (server.server().status().in_flight < 2) std::this_thread::yield();
  EXPECT_EQ(third.ask(wait_in("anonymous"))->status, 503) << "strangers have taken all places of strangers";
  RawClient heavy(server.port()), upload(server.port());
  heavy.send(wait_in("heavy"));
  upload.send(wait_in("upload"));
  server.application.gate.wait_for(3);
  EXPECT_EQ(RawClient(server.port()).ask("GET / HTTP/1.1\r\nHost: fair\r\n\r\n")->status, 200);
  server.application.gate.open();
  for (auto* client : {&first, &second, &heavy, &upload}) EXPECT_EQ(client->receive()->status, 200);
}

TEST(ServerLimits, ARequestThatWaitedTooLongIsNotBegun) {
  TinyServer server({.fast_threads = 1, .queue_timeout_s = 1});
  RawClient running(server.port()), late(server.port());
  running.send(wait_request);
  server.application.gate.wait_for(1);
  late.send("GET /late HTTP/1.1\r\nHost: fair\r\n\r\n");
  EXPECT_FALSE(late.has_news(1200));
  server.application.gate.open();
  EXPECT_EQ(late.receive()->status, 503);
}

TEST(ServerLimits, StoppingAnswersWhatWasAcceptedAndClosesTheRest) {
  TinyServer server;
  RawClient idle(server.port()), running(server.port());
  EXPECT_EQ(idle.ask(inline_request)->status, 200);
  running.send(wait_request);
  server.application.gate.wait_for(1);
  server.server().stop(10);
  EXPECT_TRUE(idle.is_closed());
  EXPECT_THROW(RawClient{server.port()}, std::runtime_error);
  server.application.gate.open();
  auto answer = running.receive().value();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers["connection"], "close");
  EXPECT_TRUE(running.is_closed());
  server.join();
}

TEST(ServerLimits, StoppingWithNobodyThereEndsAtOnce) {
  TinyServer server;
  server.server().stop(1000);
  server.join();
}

TEST(ServerLimits, AfterTheGraceTheRestIsCut) {
  TinyServer server;
  RawClient stuck(server.port());
  stuck.send("POST /echo HTTP/1.1\r\nHost: fair\r\nContent-Length: 50\r\n\r\nhalf");
  EXPECT_FALSE(stuck.has_news(50));
  server.server().stop(1);
  server.join();
}

}  // namespace
}  // namespace expogate::http

#include <gmock/gmock.h>

#include <algorithm>
#include <ctime>

#include "platform/http/response_head.h"
#include "platform/http/server.h"
#include "testing/tiny_server.h"

// What RFC 9110 and 9112 ask of a server, said over a raw socket: the cases that public suites try, and their
// neighbours.

namespace expogate::http {
namespace {

struct Case {
  std::string what, request;
  int status;
};

/// After a refusal nobody can tell where the next request begins, so the connection must be over: whatever
/// the first one smuggles along is not answered.
void expect_refused(const Case& one) {
  TinyServer server;
  RawClient client(server.port());
  auto answer = client.ask(one.request);
  EXPECT_EQ(answer ? answer->status : 0, one.status) << one.what;
  EXPECT_TRUE(client.is_closed()) << one.what;
  EXPECT_EQ(server.server().status().requests, 0) << one.what;
  EXPECT_EQ(answer ? answer->headers["connection"] : "", "close") << one.what;
}

void expect_answered(const Case& one) {
  TinyServer server;
  RawClient client(server.port());
  auto answer = client.ask(one.request);
  EXPECT_EQ(answer ? answer->status : 0, one.status) << one.what;
  EXPECT_EQ(client.ask("GET /next HTTP/1.1\r\nHost: fair\r\n\r\n").value_or(RawAnswer{}).body, "/next:")
      << one.what;
}

std::string get(std::string_view target, std::string_view fields = "Host: fair\r\n") {
  return "GET " + std::string(target) + " HTTP/1.1\r\n" + std::string(fields) + "\r\n";
}
std::string post(std::string_view fields, std::string_view body) {
  return "POST /echo HTTP/1.1\r\nHost: fair\r\n" + std::string(fields) + "\r\n" + std::string(body);
}
std::string chunked(std::string_view body) {
  return post("Transfer-Encoding: chunked\r\n", body);
}

const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: fair\r\n\r\n";

TEST(HttpConformance, RequestLinesThatAreNoneAreRefused) {
  for (auto& one : std::vector<Case>{
           {"no version", "GET /\r\nHost: fair\r\n\r\n", 400},
           {"nothing but a word", "GET\r\n\r\n", 400},
           {"no target", "GET  HTTP/1.1\r\nHost: fair\r\n\r\n", 400},
           {"two blanks", "GET  / HTTP/1.1\r\nHost: fair\r\n\r\n", 400},
           {"two blanks before the version", "GET /  HTTP/1.1\r\nHost: fair\r\n\r\n", 400},
           {"a tab", "GET\t/\tHTTP/1.1\r\nHost: fair\r\n\r\n", 400},
           {"a blank first", " GET / HTTP/1.1\r\nHost: fair\r\n\r\n", 400},
           {"a blank last", "GET / HTTP/1.1 \r\nHost: fair\r\n\r\n", 400},
           {"a blank in the target", "GET /a b HTTP/1.1\r\nHost: fair\r\n\r\n", 400},
           {"no token as method", "G(T / HTTP/1.1\r\nHost: fair\r\n\r\n", 400},
           {"small letters in the version", "GET / http/1.1\r\nHost: fair\r\n\r\n", 400},
           {"a version without a point", "GET / HTTP/1\r\nHost: fair\r\n\r\n", 400},
           {"a version of two digits", "GET / HTTP/1.10\r\nHost: fair\r\n\r\n", 400},
           {"a version with a zero before", "GET / HTTP/01.1\r\nHost: fair\r\n\r\n", 400},
           {"no such protocol", "GET / HTPT/1.1\r\nHost: fair\r\n\r\n", 400},
           {"a version of old", "GET / HTTP/0.9\r\nHost: fair\r\n\r\n", 505},
           {"a version to come", "GET / HTTP/2.0\r\nHost: fair\r\n\r\n", 505},
           {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
           {"a method in small letters", "get / HTTP/1.1\r\nHost: fair\r\n\r\n", 501},
           {"a method of one's own", "FEED / HTTP/1.1\r\nHost: fair\r\n\r\n", 501},
           {"TRACE", "TRACE / HTTP/1.1\r\nHost: fair\r\n\r\n", 501},
           {"CONNECT", "CONNECT fair:443 HTTP/1.1\r\nHost: fair:443\r\n\r\n", 501},
           {"a line without its return", "GET / HTTP/1.1\nHost: fair\r\n\r\n", 400},
           {"a return alone", "GET / HTTP/1.1\rHost: fair\r\n\r\n", 400},
           {"two returns", "GET / HTTP/1.1\r\r\nHost: fair\r\n\r\n", 400},
           {"a zero byte", std::string("GET /\0 HTTP/1.1\r\n", 17), 400},
           {"TLS", "\x16\x03\x01\x02", 400},
           {"empty lines without end", "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n", 400},
       })
    expect_refused(one);
}

TEST(HttpConformance, TargetsThatTwoReadersCouldReadDifferentlyAreRefused) {
  for (auto& [what, target] : std::vector<std::pair<std::string, std::string>>{
           {"a fragment", "/a#b"},
           {"no slash", "a"},
           {"only a query", "?a=b"},
           {"an asterisk for GET", "*"},
           {"a raw byte", "/\xc3\xa9"},
           {"a raw byte that is no text", "/\xff"},
           {"a raw byte in the query", "/?a=\xc3\xa9"},
           {"half an escape", "/%4"},
           {"no escape", "/%zz"},
           {"an escaped zero", "/a%00b"},
           {"an escaped line end", "/a%0d%0aX: y"},
           {"an escaped control character", "/a%1bb"},
           {"an escaped delete", "/a%7fb"},
           {"an overlong slash", "/a%c0%afb"},
           {"an overlong slash of three bytes", "/a%e0%80%afb"},
           {"half a character", "/a%e4%b8"},
           {"half of a pair", "/a%ed%a0%80"},
           {"beyond Unicode", "/a%f4%90%80%80"},
           {"a backslash", "/a\\b"},
           {"a quotation mark", "/a\"b"},
           {"angle brackets", "/<script>"},
           {"another scheme", "ftp://fair/"},
           {"a scheme alone", "http://"},
           {"a password", "http://a:b@fair/"},
           {"a port that is none", "http://fair:port/"},
       })
    expect_refused({what, get(target), 400});
}

TEST(HttpConformance, FieldsThatAreNoneAreRefused) {
  for (auto& [what, fields] : std::vector<std::pair<std::string, std::string>>{
           {"no host", "X: y\r\n"},
           {"nothing at all", ""},
           {"two hosts", "Host: fair\r\nHost: other\r\n"},
           {"one host twice", "Host: fair\r\nHost: fair\r\n"},
           {"an empty host", "Host:\r\n"},
           {"a host with a path", "Host: fair/path\r\n"},
           {"a host with a name before", "Host: me@fair\r\n"},
           {"two hosts in one", "Host: fair, other\r\n"},
           {"a host with a blank", "Host: fa ir\r\n"},
           {"a host with a port that is none", "Host: fair:http\r\n"},
           {"a host with a port beyond all", "Host: fair:99999\r\n"},
           {"a host of raw bytes", "Host: f\xc3\xa4r\r\n"},
           {"half an address", "Host: [::1\r\n"},
           {"a blank before the colon", "Host : fair\r\n"},
           {"a blank before the colon of another", "Host: fair\r\nX : y\r\n"},
           {"no colon", "Host: fair\r\nnonsense\r\n"},
           {"no name", "Host: fair\r\n: y\r\n"},
           {"a name with a bracket", "Host: fair\r\nX(1): y\r\n"},
           {"a name of raw bytes", "Host: fair\r\nX\xc3\xa9: y\r\n"},
           {"a folded line", "Host: fair\r\nX: y\r\n z\r\n"},
           {"a folded line by a tab", "Host: fair\r\nX: y\r\n\tz\r\n"},
           {"a first line that goes on", " X: y\r\nHost: fair\r\n"},
           {"a line feed in a value", "Host: fair\r\nX: a\nb\r\n"},
           {"a return in a value", "Host: fair\r\nX: a\rb\r\n"},
           {"a zero byte in a value", std::string("Host: fair\r\nX: a\0b\r\n", 20)},
           {"a control character in a value", "Host: fair\r\nX: a\x01g\r\n"},
           {"a delete in a value", "Host: fair\r\nX: a\x7fg\r\n"},
           {"two types", "Host: fair\r\nContent-Type: a/b\r\nContent-Type: c/d\r\n"},
           {"two credentials", "Host: fair\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n"},
       })
    expect_refused({what, get("/", fields), 400});
}

TEST(HttpConformance, WhereABodyEndsIsNeverGuessed) {
  for (auto& one : std::vector<Case>{
           {"a coding that we do not know", post("Transfer-Encoding: gzip\r\n", hidden), 501},
           {"a coding before the last", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + hidden),
            501},
           {"chunked not last", post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n" + hidden), 501},
           {"chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n" + hidden), 501},
           {"identity", post("Transfer-Encoding: identity\r\n", hidden), 501},
           {"nearly chunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + hidden), 501},
           {"chunked with a parameter", post("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n" + hidden),
            400},
           {"chunked in quotation marks", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n" + hidden),
            400},
           {"no coding", post("Transfer-Encoding:\r\n", hidden), 400},
           {"a control character before it",
            post("Transfer-Encoding: \x0b"
                 "chunked\r\n",
                 hidden),
            400},
           {"two lines", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", hidden), 400},
           {"two lines that differ",
            post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", hidden), 400},
           {"a blank before the colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400},
           {"coding and length",
            post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + hidden), 400},
           {"length and coding",
            post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden), 400},
           {"a coding in HTTP/1.0",
            "POST /echo HTTP/1.0\r\nHost: fair\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
           {"two lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400},
           {"one length twice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400},
           {"a list of lengths", post("Content-Length: 3, 3\r\n", "abc"), 400},
           {"a length with a sign", post("Content-Length: +3\r\n", "abc"), 400},
           {"a length below nothing", post("Content-Length: -3\r\n", "abc"), 400},
           {"a length of letters", post("Content-Length: three\r\n", "abc"), 400},
           {"a hexadecimal length", post("Content-Length: 0x3\r\n", "abc"), 400},
           {"a length with a point", post("Content-Length: 3.0\r\n", "abc"), 400},
           {"a length with a blank", post("Content-Length: 1 2\r\n", "abc"), 400},
           {"a length with a mark", post("Content-Length: 1_0\r\n", "abc"), 400},
           {"no length", post("Content-Length:\r\n", "abc"), 400},
           {"a length beyond all numbers", post("Content-Length: 99999999999999999999999\r\n", "abc"), 400},
           {"a length beyond what is taken", post("Content-Length: 9999999999\r\n", "abc"), 413},
           {"an expectation that we do not know", post("Content-Length: 3\r\nExpect: a-wonder\r\n", "abc"),
            417},
       })
    expect_refused(one);
}

TEST(HttpConformance, BrokenChunksAreAnswered) {
  for (auto& [what, body] : std::vector<std::pair<std::string, std::string>>{
           {"no number", "xyz\r\nabc\r\n0\r\n\r\n"},
           {"no number at all", "\r\nabc\r\n0\r\n\r\n"},
           {"a sign", "+3\r\nabc\r\n0\r\n\r\n"},
           {"below nothing", "-3\r\nabc\r\n0\r\n\r\n"},
           {"a prefix", "0x3\r\nabc\r\n0\r\n\r\n"},
           {"a mark", "0_3\r\nabc\r\n0\r\n\r\n"},
           {"a blank before", " 3\r\nabc\r\n0\r\n\r\n"},
           {"a blank behind", "3 \r\nabc\r\n0\r\n\r\n"},
           {"beyond all numbers", "fffffffffffffffff\r\nabc"},
           {"as many digits as somebody likes", std::string(100, '0') + "3\r\nabc\r\n0\r\n\r\n"},
           {"a line feed alone", "3\nabc\r\n0\r\n\r\n"},
           {"a return alone", "3\rabc\r\n0\r\n\r\n"},
           {"a line feed in an extension", "3;a\nb\r\nabc\r\n0\r\n\r\n"},
           {"a control character in an extension", "3;a\x01\r\nabc\r\n0\r\n\r\n"},
           {"an extension without a name", "3;\r\nabc\r\n0\r\n\r\n"},
           {"an extension without a value", "3;a=\r\nabc\r\n0\r\n\r\n"},
           {"an extension that does not end", "3;a=\"b\r\nabc\r\n0\r\n\r\n"},
           {"an extension as long as somebody likes",
            "3;" + std::string(20'000, 'a') + "\r\nabc\r\n0\r\n\r\n"},
           {"more than was said", "3\r\nabcdef\r\n0\r\n\r\n"},
           {"less than was said", "5\r\nabc\r\n0\r\n\r\n"},
           {"no end behind the bytes", "3\r\nabc0\r\n\r\n"},
           {"a line feed behind the bytes", "3\r\nabc\n0\r\n\r\n"},
           {"a blank behind the bytes", "3\r\nabc \r\n0\r\n\r\n"},
           {"a trailer that is none", "3\r\nabc\r\n0\r\nnonsense\r\n\r\n"},
           {"a folded trailer", "3\r\nabc\r\n0\r\nX: y\r\n z\r\n\r\n"},
           {"trailers as long as somebody likes", "0\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n"},
       })
    expect_refused({what, chunked(body), 400});
}

TEST(HttpConformance, AMessageThatEndsTooEarlyIsAnswered) {
  for (auto& [what, request] : std::vector<std::pair<std::string, std::string>>{
           {"in the request line", "GET /ec"},
           {"in the fields", "GET / HTTP/1.1\r\nHost: fa"},
           {"in the body", post("Content-Length: 10\r\n", "abc")},
           {"in a chunk", chunked("5\r\nabc")},
           {"before the last chunk", chunked("3\r\nabc\r\n")},
           {"before the last line", chunked("3\r\nabc\r\n0\r\n")},
       }) {
    TinyServer server;
    RawClient client(server.port());
    client.send(request);
    client.end_sending();
    EXPECT_EQ(client.receive().value_or(RawAnswer{}).status, 400) << what;
    EXPECT_EQ(server.server().status().requests, 0) << what;
  }
}

TEST(HttpConformance, WhatIsUnusualButRightIsAnswered) {
  for (auto& one : std::vector<Case>{
           {"an empty line first", "\r\n" + get("/"), 200},
           {"no blank behind the colon", get("/", "Host:fair\r\n"), 200},
           {"many blanks behind the colon", get("/", "Host: \t fair \t \r\n"), 200},
           {"a name in other letters", get("/", "hOsT: fair\r\n"), 200},
           {"a port", get("/", "Host: fair:8080\r\n"), 200},
           {"a port that is left out", get("/", "Host: fair:\r\n"), 200},
           {"an address", get("/", "Host: 127.0.0.1:80\r\n"), 200},
           {"an IPv6 address", get("/", "Host: [::1]:80\r\n"), 200},
           {"a value that is empty", get("/", "Host: fair\r\nX:\r\n"), 200},
           {"a tab in a value", get("/", "Host: fair\r\nX: a\tb\r\n"), 200},
           {"raw bytes in a value", get("/", "Host: fair\r\nX: \xc3\xa9\r\n"), 200},
           {"a colon in a value", get("/", "Host: fair\r\nX: a:b\r\n"), 200},
           {"all letters of a name", get("/", "Host: fair\r\n!#$%&'*+-.^_`|~1: a\r\n"), 200},
           {"a later version of ours", "GET / HTTP/1.2\r\nHost: fair\r\n\r\n", 200},
           {"an escaped word", get("/%E8%BF%9B%E5%8F%A3"), 200},
           {"what browsers leave in a query", get("/?a[]=1|2&b={c}&d=50%"), 200},
           {"an address as target", get("http://fair/echo"), 200},
           {"an address without a path", get("HTTP://fair:80"), 200},
           {"all of us", "OPTIONS * HTTP/1.1\r\nHost: fair\r\n\r\n", 200},
           {"a body of GET", "GET / HTTP/1.1\r\nHost: fair\r\nContent-Length: 3\r\n\r\nabc", 200},
           {"a length with zeros before", post("Content-Length: 0003\r\n", "abc"), 200},
           {"a coding in other letters", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), 200},
           {"no body", post("Content-Length: 0\r\n", ""), 200},
           {"an upgrade that is offered", get("/", "Host: fair\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n"),
            200},
       })
    expect_answered(one);
}

TEST(HttpConformance, ChunksAreUnderstoodInAllTheirForms) {
  for (auto& [what, body] : std::vector<std::pair<std::string, std::string>>{
           {"one", "6\r\nabcdef\r\n0\r\n\r\n"},
           {"many", "1\r\na\r\n1\r\nb\r\n4\r\ncdef\r\n0\r\n\r\n"},
           {"zeros before", "0006\r\nabcdef\r\n000\r\n\r\n"},
           {"extensions", "6;a;b=c;d=\"e;f\\\"g\"\r\nabcdef\r\n0;z\r\n\r\n"},
           {"blanks in extensions", "6 ; a = b\r\nabcdef\r\n0\r\n\r\n"},
           {"trailers", "6\r\nabcdef\r\n0\r\nX: y\r\nContent-Length: 99\r\n\r\n"},
       }) {
    TinyServer server;
    RawClient client(server.port());
    EXPECT_EQ(client.ask(chunked(body)).value_or(RawAnswer{}).body, "/echo:abcdef") << what;
    RawClient slow(server.port());
    for (char byte : chunked(body)) slow.send({&byte, 1});
    EXPECT_EQ(slow.receive().value_or(RawAnswer{}).body, "/echo:abcdef") << what << ", byte by byte";
  }
}

TEST(HttpConformance, AnAddressAsTargetNamesTheHost) {
  TinyServer server;
  EXPECT_EQ(RawClient(server.port()).ask(get("http://other:81/host"))->body, "other:81");
}

TEST(HttpConformance, HttpOneDotNoughtIsKeptOnlyWhenItAsksAndIsToldSo) {
  TinyServer server;
  const std::string old = "GET /one HTTP/1.0\r\n";
  RawClient kept(server.port());
  EXPECT_EQ(kept.ask(old + "Connection: Keep-Alive\r\n\r\n")->headers["connection"], "keep-alive");
  EXPECT_EQ(kept.ask(old + "\r\n")->headers["connection"], "close");
  EXPECT_TRUE(kept.is_closed());
}

TEST(HttpConformance, OneWishToEndAmongOthersIsEnough) {
  TinyServer server;
  for (auto fields : {"Connection: keep-alive, Close\r\n", "Connection: x\r\nConnection: close\r\n"}) {
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get("/", std::string("Host: fair\r\n") + fields))->headers["connection"], "close");
    EXPECT_TRUE(client.is_closed());
  }
}

TEST(HttpConformance, EveryAnswerHasItsDate) {
  EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  TinyServer server;
  auto now = std::time(nullptr);
  for (auto request : {get("/"), get("/nowhere"), get("/", "")}) {
    auto date = RawClient(server.port()).ask(request)->headers["date"];
    std::vector<std::string> likely;
    for (int s = 0; s < 60; ++s) likely.push_back(http_date(now + s));
    EXPECT_THAT(likely, testing::Contains(date)) << request;
  }
}

TEST(HttpConformance, ARefusalKnowsTheLanguageWhereverItStands) {
  TinyServer server;
  for (auto request : {get("/", "Accept-Language: en\r\n"), get("/", "nonsense\r\nAccept-Language: en\r\n"),
                       get("/\xff", "Host: fair\r\nAccept-Language: en\r\n")}) {
    auto answer = RawClient(server.port()).ask(request).value();
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(answer.headers["x-language"], "en");
  }
}

TEST(HttpConformance, ABodyForNowhereIsAnsweredByNowhere) {
  TinyServer server;
  auto ask = [&](std::string_view fields, std::string_view body) {
    auto request =
        "POST /nowhere HTTP/1.1\r\nHost: fair\r\n" + std::string(fields) + "\r\n" + std::string(body);
    return RawClient(server.port()).ask(request)->status;
  };
  EXPECT_EQ(ask("Content-Length: 3\r\n", "abc"), 404);
  EXPECT_EQ(ask("Content-Length: 3000000\r\n", ""), 404) << "not 413: it would not be taken if it were small";
  EXPECT_EQ(ask("Content-Length: 3\r\nExpect: 100-continue\r\n", ""), 404) << "and it need not be sent";
  EXPECT_EQ(ask("Transfer-Encoding: chunked\r\n", "fffff\r\n"), 404);
}

TEST(HttpConformance, HeadIsNeverAnsweredWithABody) {
  TinyServer server;
  RawClient client(server.port());
  client.send("HEAD /nowhere HTTP/1.1\r\nHost: fair\r\nContent-Length: 3000000\r\n\r\n");
  EXPECT_EQ(client.receive(true)->status, 404);
  EXPECT_TRUE(client.is_closed());
}

}  // namespace
}  // namespace expogate::http

#include "platform/http/server.h"

#include <sys/socket.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>
#include <list>
#include <thread>

#include "platform/http/raw_request.h"
#include "platform/http/worker_pool.h"
#include "platform/log/log.h"

// The only coroutines of the program live here. GCC 12 miscompiles temporaries inside an awaited expression,
// so awaited functions take lvalues, and nothing is built between the parentheses of a co_await.

namespace expogate::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using asio::ip::tcp;
using Executor =
    asio::io_context::executor_type;  // concrete: type erasure costs a quarter of a small request
using Stream = beast::basic_stream<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <class T = void>
using Task = asio::awaitable<T, Executor>;
constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable_t<Executor>{});

constexpr std::size_t first_read = 2048;       // holds nearly every request head
constexpr std::size_t large_body = 16 * 1024;  // from here a larger read buffer pays
constexpr std::size_t large_read_buffer = 64 * 1024;
constexpr std::size_t source_piece = 256 * 1024;
constexpr int read_away_s = 5;

/// One I/O thread with its own acceptor (SO_REUSEPORT): no strands, no locks.
struct Loop {
  asio::io_context context{1};
  std::unique_ptr<Acceptor> acceptor;
  std::list<Stream*> idle;  ///< connections that wait for a request: closed at once when stopping
  std::thread thread;
};

struct Connection {
  Loop& loop;
  Stream stream;
  beast::flat_buffer buffer;
  std::string remote_address;
};

/// What reading one request came to.
enum class Read { complete, refused, gone };

/// A name or value on a line of its own: whoever could bring a line end into a header could write headers of
/// his own.
void append_line_part(std::string& head, std::string_view text) {
  for (char c : text) head += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
}

std::string head_of(const Response& response, bool keep_alive) {
  std::string head;
  head.reserve(512 + response.bytes().size());
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  auto reason = bhttp::obsolete_reason(bhttp::status(response.status));
  head.append(reason.data(), reason.size());
  if (response.size() > 0) append_line_part(head.append("\r\nContent-Type: "), response.content_type);
  for (auto& [name, value] : response.headers) {
    append_line_part(head.append("\r\n"), name);
    append_line_part(head.append(": "), value);
  }
  if (!keep_alive) head.append("\r\nConnection: close");
  if (response.status != 304 && response.status != 204)
    head.append("\r\nContent-Length: ").append(std::to_string(response.size()));
  head.append("\r\n\r\n");
  return head;
}

}  // namespace

class Server::Impl {
 public:
  Impl(Application& application, const ServerSettings& settings)
      : application_(application),
        settings_(settings),
        fast_(settings.fast_threads, settings.fast_queue, std::chrono::seconds(settings.queue_timeout_s)),
        heavy_(settings.heavy_threads, settings.heavy_queue, std::chrono::seconds(settings.queue_timeout_s)) {
    port_ = settings.port;
    for (int i = 0; i < settings.io_threads; ++i) listen(*loops_.emplace_back(std::make_unique<Loop>()));
  }

  void run() {
    for (auto& loop : loops_) asio::co_spawn(loop->context, accept(*loop), asio::detached);
    for (auto& loop : loops_) loop->thread = std::thread([&context = loop->context] { context.run(); });
    for (auto& loop : loops_) loop->thread.join();
    fast_.join();
    heavy_.join();
  }

  void stop(int grace_s) {
    if (is_stopping_.exchange(true)) return;
    for (auto& loop : loops_)
      asio::post(loop->context, [this, &loop = *loop, grace_s] {
        beast::error_code ignored;
        loop.acceptor->close(ignored);
        for (auto* stream : loop.idle) stream->cancel();
        auto timer = std::make_shared<Timer>(loop.context, std::chrono::seconds(grace_s));
        timer->async_wait([&context = loop.context, timer](auto) { context.stop(); });
        if (status_.connections == 0) loop.context.stop();
      });
  }

  std::uint16_t port() const { return port_; }
  const ServerStatus& status() const { return status_; }

 private:
  void listen(Loop& loop) {
    tcp::endpoint endpoint{asio::ip::make_address(settings_.host), port_};
    loop.acceptor = std::make_unique<Acceptor>(loop.context.get_executor());
    loop.acceptor->open(endpoint.protocol());
    loop.acceptor->set_option(asio::socket_base::reuse_address(true));
    int yes = 1;
    // Only when several loops share the port: it also lets a second server start unnoticed on the same port.
    if (settings_.io_threads > 1)
      setsockopt(loop.acceptor->native_handle(), SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    loop.acceptor->bind(endpoint);
    loop.acceptor->listen(4096);
    port_ = loop.acceptor->local_endpoint().port();
  }

  Task<> accept(Loop& loop) {
    while (!is_stopping_) {
      auto [error, socket] = co_await loop.acceptor->async_accept(loop.context.get_executor(), as_tuple);
      if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) break;
      if (error) {  // out of file descriptors: let some connections end first
        Timer pause(loop.context.get_executor(), std::chrono::milliseconds(50));
        co_await pause.async_wait(as_tuple);
        continue;
      }
      if (std::size_t(status_.connections) >= settings_.connection_limit) continue;  // the socket closes here
      beast::error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      auto remote = socket.remote_endpoint(ignored);
      auto connection = std::make_unique<Connection>(
          Connection{loop, Stream(std::move(socket)), beast::flat_buffer(settings_.header_limit + 128 * 1024),
                     ignored ? std::string() : remote.address().to_string()});
      asio::co_spawn(loop.context.get_executor(), serve(std::move(connection)), asio::detached);
    }
  }

  struct Presence {
    Impl& server;
    explicit Presence(Impl& s) : server(s) { ++server.status_.connections; }
    ~Presence() {
      if (--server.status_.connections == 0 && server.is_stopping_)
        for (auto& loop : server.loops_) asio::post(loop->context, [&c = loop->context] { c.stop(); });
    }
  };

  Task<> serve(std::unique_ptr<Connection> connection) {
    Presence presence(*this);
    bool keep_alive = true;
    while (keep_alive && !is_stopping_) {
      if (connection->buffer.size() == 0 && !co_await wait_for_request(*connection)) break;
      keep_alive = co_await serve_one(*connection);
    }
    beast::error_code ignored;
    connection->stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  /// An idle connection holds no read buffer: 10,000 of them cost 50 MB.
  Task<bool> wait_for_request(Connection& connection) {
    connection.buffer.shrink_to_fit();
    auto& idle = connection.loop.idle;
    auto place = idle.insert(idle.end(), &connection.stream);
    connection.stream.expires_after(std::chrono::seconds(settings_.idle_timeout_s));
    auto space = connection.buffer.prepare(first_read);
    auto [error, size] = co_await connection.stream.async_read_some(space, as_tuple);
    idle.erase(place);
    if (error) co_return false;
    connection.buffer.commit(size);
    co_return true;
  }

  Task<bool> serve_one(Connection& connection) {
    bhttp::request_parser<bhttp::string_body> parser;
    Request request;
    Plan plan;
    int refusal = 0;
    auto outcome = co_await read(connection, parser, plan, refusal);
    if (outcome == Read::gone) co_return false;
    if (outcome == Read::refused) {
      auto response = application_.refuse(refusal);
      co_await write(connection, response, false, false);
      co_await read_away(connection);
      co_return false;
    }
    static_cast<bhttp::request<bhttp::string_body>&>(request.raw()) = parser.release();
    request.remote_address = connection.remote_address;
    bool keep_alive = request.raw().keep_alive() && !is_stopping_;
    bool is_head = request.method() == Method::head;
    ++status_.requests;
    auto response = co_await answer(request, plan.lane);
    keep_alive = keep_alive && !is_stopping_;
    bool is_written = co_await write(connection, response, keep_alive, is_head);
    co_return is_written&& keep_alive;
  }

  template <class Parser>
  Task<Read> read(Connection& connection, Parser& parser, Plan& plan, int& refusal) {
    auto& stream = connection.stream;
    parser.header_limit(std::uint32_t(settings_.header_limit));
    parser.body_limit(boost::none);  // judged below, once the route is known
    stream.expires_after(std::chrono::seconds(settings_.head_timeout_s));
    auto [head_error, head_size] =
        co_await bhttp::async_read_header(stream, connection.buffer, parser, as_tuple);
    if (head_error) {
      refusal = head_error == bhttp::error::header_limit ? 431 : 400;
      // The parser's own errors mean a malformed head; anything else, that the client has left or was too
      // slow.
      bool is_malformed =
          head_error.category() == bhttp::make_error_code(bhttp::error::bad_method).category() &&
          head_error != bhttp::error::end_of_stream && head_error != bhttp::error::partial_message;
      co_return is_malformed ? Read::refused : Read::gone;
    }
    std::string_view target = parser.get().target();
    plan = application_.plan(method_of(parser.get().method()), target.substr(0, target.find('?')));
    auto length = parser.content_length();
    refusal = 413;
    if (length && *length > plan.body_limit) co_return Read::refused;
    parser.body_limit(plan.body_limit);
    if (beast::iequals(parser.get()[bhttp::field::expect], "100-continue") && !co_await say_continue(stream))
      co_return Read::gone;
    if (length && *length > large_body)
      connection.buffer.reserve(connection.buffer.size() + large_read_buffer);
    stream.expires_after(std::chrono::seconds(settings_.body_timeout_s));
    auto [body_error, body_size] = co_await bhttp::async_read(stream, connection.buffer, parser, as_tuple);
    if (!body_error) co_return Read::complete;
    refusal = body_error == bhttp::error::body_limit ? 413 : 400;
    bool is_malformed = body_error == bhttp::error::body_limit || body_error == bhttp::error::bad_chunk;
    co_return is_malformed ? Read::refused : Read::gone;
  }

  /// A refused client may still be sending. Closing over unread bytes would reset the connection, and the
  /// client might lose the answer that tells why; so it may go on for a while, into nothing.
  Task<> read_away(Connection& connection) {
    beast::error_code ignored;
    connection.stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    connection.stream.expires_after(std::chrono::seconds(read_away_s));
    while (!is_stopping_) {
      connection.buffer.clear();
      auto space = connection.buffer.prepare(large_read_buffer);
      auto [error, size] = co_await connection.stream.async_read_some(space, as_tuple);
      if (error) break;
    }
  }

  Task<bool> say_continue(Stream& stream) {
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    auto buffer = asio::buffer(line.data(), line.size());
    auto [error, size] = co_await asio::async_write(stream, buffer, as_tuple);
    co_return !error;
  }

  Task<Response> answer(Request& request, Lane lane) {
    if (lane == Lane::inline_) co_return application_.handle(request);
    auto work = [this, &request] { return application_.handle(request); };
    auto& pool = lane == Lane::heavy ? heavy_ : fast_;
    ++status_.in_flight;
    auto response = co_await pool.run<Executor>(work);
    --status_.in_flight;
    if (response) co_return std::move(*response);
    ++status_.refused_busy;
    co_return application_.refuse(503);
  }

  /// Head and body in one write where they fit together: a quarter faster than the generic serializer.
  Task<bool> write(Connection& connection, Response& response, bool keep_alive, bool is_head) {
    connection.stream.expires_after(std::chrono::seconds(settings_.write_timeout_s));
    auto bytes = head_of(response, keep_alive);
    bool is_small = response.size() <= large_read_buffer && !response.source;
    if (!is_head && is_small) bytes.append(response.bytes());
    auto first = asio::buffer(bytes);
    auto [error, size] = co_await asio::async_write(connection.stream, first, as_tuple);
    if (error || is_head || is_small) co_return !error;
    if (response.source) co_return co_await write_source(connection, *response.source);
    auto second = asio::buffer(response.bytes().data(), response.bytes().size());
    auto [body_error, body_size] = co_await asio::async_write(connection.stream, second, as_tuple);
    co_return !body_error;
  }

  /// Piece by piece: a file of any size takes one piece of memory, and a slow client only its own time.
  Task<bool> write_source(Connection& connection, ByteSource& source) {
    std::string piece(source_piece, '\0');
    for (auto left = source.size(); left > 0;) {
      auto count = read_piece(source, piece);
      if (count == 0) co_return false;  // the length is promised already: the client must see it cut off
      left -= count;
      connection.stream.expires_after(std::chrono::seconds(settings_.write_timeout_s));
      auto buffer = asio::buffer(piece.data(), count);
      auto [error, size] = co_await asio::async_write(connection.stream, buffer, as_tuple);
      if (error) co_return false;
    }
    co_return true;
  }

  static std::size_t read_piece(ByteSource& source, std::string& piece) {
    try {
      return source.read(piece.data(), piece.size());
    } catch (const std::exception& error) {
      log::error("file_not_sent", {{"reason", error.what()}});
      return 0;
    }
  }

  Application& application_;
  ServerSettings settings_;
  WorkerPool fast_, heavy_;
  std::vector<std::unique_ptr<Loop>> loops_;
  std::uint16_t port_ = 0;
  std::atomic<bool> is_stopping_{false};
  ServerStatus status_;
};

Server::Server(Application& application, const ServerSettings& settings)
    : impl_(std::make_unique<Impl>(application, settings)) {}
Server::~Server() = default;
std::uint16_t Server::port() const {
  return impl_->port();
}
void Server::run() {
  impl_->run();
}
void Server::stop(int grace_s) {
  impl_->stop(grace_s);
}
const ServerStatus& Server::status() const {
  return impl_->status();
}

}  // namespace expogate::http

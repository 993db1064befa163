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
#include <list>
#include <thread>

#include "platform/http/chunked_body.h"
#include "platform/http/raw_request.h"
#include "platform/http/request_head.h"
#include "platform/http/response_head.h"
#include "platform/http/worker_pool.h"
#include "platform/log/log.h"

// The only coroutines of the program live here. GCC 12 miscompiles temporaries inside an awaited expression,
// so awaited functions take lvalues, and nothing is built between the parentheses of a co_await.

namespace expogate::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
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
constexpr int too_large = 413, malformed = 400;
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
  bool has_ended = false;  ///< the client sends nothing more
};

/// What reading one request came to.
enum class Read { complete, refused, gone };

}  // namespace

class Server::Impl {
 public:
  Impl(Application& application, const ServerSettings& settings)
      : application_(application),
        settings_(settings),
        longest_wait_(settings.queue_timeout_s),
        fast_(settings.fast_threads, settings.fast_queue, longest_wait_),
        heavy_(settings.heavy_threads, settings.heavy_queue, longest_wait_),
        upload_(settings.upload_threads, settings.upload_queue, longest_wait_),
        anonymous_(settings.anonymous_threads, settings.anonymous_queue, longest_wait_) {
    port_ = settings.port;
    for (int i = 0; i < settings.io_threads; ++i) listen(*loops_.emplace_back(std::make_unique<Loop>()));
  }

  void run() {
    for (auto& loop : loops_) asio::co_spawn(loop->context, accept(*loop), asio::detached);
    for (auto& loop : loops_) loop->thread = std::thread([&context = loop->context] { context.run(); });
    for (auto& loop : loops_) loop->thread.join();
    for (auto lane : {Lane::fast, Lane::heavy, Lane::upload, Lane::anonymous}) pool_of(lane).join();
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
                     ignored ? std::string() : remote.address().to_string(), false});
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
    Request request;
    RequestHead head;
    Plan plan;
    int refusal = 0;
    auto outcome = co_await read(connection, request, head, plan, refusal);
    if (outcome == Read::gone) co_return false;
    AnswerStyle style{false, request.raw().version() == 10, request.method() == Method::head};
    request.remote_address = connection.remote_address;
    if (outcome == Read::refused) {
      auto response = application_.refuse(refusal, request);
      co_await write(connection, response, style);
      co_await read_away(connection);
      co_return false;
    }
    ++status_.requests;
    auto response = co_await answer(request, plan.lane);
    style.keeps_alive = head.keeps_alive && !is_stopping_;
    bool is_written = co_await write(connection, response, style);
    co_return is_written&& style.keeps_alive;
  }

  Task<Read> read(Connection& connection, Request& request, RequestHead& head, Plan& plan, int& refusal) {
    connection.stream.expires_after(std::chrono::seconds(settings_.head_timeout_s));
    HeadEnd end(settings_.header_limit);
    bool has_more = true;
    while (has_more && !end.is_found(bytes_of(connection)))
      has_more = co_await read_some(connection, first_read);
    refusal = has_more ? end.refusal() : malformed;
    bool has_begun = bytes_of(connection).size() > end.begin();
    if (!has_more) co_return has_begun&& connection.has_ended ? Read::refused : Read::gone;
    if (refusal) co_return Read::refused;
    head = read_head(bytes_of(connection).substr(end.begin(), end.end() - end.begin()), request.raw());
    connection.buffer.consume(end.end());
    refusal = head.refusal;
    if (refusal) co_return Read::refused;
    plan = application_.plan(request.method(), request.path());
    refusal = plan.refusal ? plan.refusal : too_large;
    bool is_hopeless = plan.refusal && head.waits_for_continue;
    if (is_hopeless || head.length > plan.body_limit) co_return Read::refused;
    if (head.waits_for_continue && !co_await say_continue(connection.stream)) co_return Read::gone;
    connection.stream.expires_after(std::chrono::seconds(settings_.body_timeout_s));
    auto& body = request.raw().body();
    auto outcome = Read::complete;
    if (head.is_chunked)
      outcome = co_await read_chunks(connection, body, plan, refusal);
    else if (head.length > 0)
      outcome = co_await read_body(connection, body, head.length, refusal);
    co_return outcome;
  }

  static std::string_view bytes_of(const Connection& connection) {
    auto data = connection.buffer.cdata();
    return {static_cast<const char*>(data.data()), data.size()};
  }

  /// False when nothing comes any more: the client has ended its sending, or has left, or was too slow.
  Task<bool> read_some(Connection& connection, std::size_t most) {
    auto space = connection.buffer.prepare(most);
    auto [error, size] = co_await connection.stream.async_read_some(space, as_tuple);
    connection.has_ended = error == asio::error::eof;
    connection.buffer.commit(size);
    co_return !error;
  }

  /// It grows as it comes: a length that is only promised costs nothing.
  Task<Read> read_body(Connection& connection, std::string& body, std::uint64_t length, int& refusal) {
    while (true) {
      auto part = bytes_of(connection).substr(0, length - body.size());
      body.append(part);
      connection.buffer.consume(part.size());
      if (body.size() == length) co_return Read::complete;
      bool has_more = co_await read_some(connection, length > large_body ? large_read_buffer : first_read);
      refusal = malformed;
      if (!has_more) co_return connection.has_ended ? Read::refused : Read::gone;
    }
  }

  Task<Read> read_chunks(Connection& connection, std::string& body, const Plan& plan, int& refusal) {
    ChunkedBody chunks(plan.body_limit);
    while (true) {
      connection.buffer.consume(chunks.take(bytes_of(connection)));
      if (chunks.is_over()) break;
      bool has_more = co_await read_some(connection, large_read_buffer);
      refusal = malformed;
      if (!has_more) co_return connection.has_ended ? Read::refused : Read::gone;
    }
    if (chunks.state() == ChunkedBody::State::malformed) refusal = malformed;
    if (chunks.state() == ChunkedBody::State::too_large) refusal = plan.refusal ? plan.refusal : too_large;
    if (chunks.state() != ChunkedBody::State::complete) co_return Read::refused;
    body = std::move(chunks.text());
    co_return Read::complete;
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
    ++status_.in_flight;
    auto response = co_await pool_of(lane).run<Executor>(work);
    --status_.in_flight;
    if (response) co_return std::move(*response);
    ++status_.refused_busy;
    co_return application_.refuse(503, request);
  }

  WorkerPool& pool_of(Lane lane) {
    switch (lane) {
      case Lane::heavy:
        return heavy_;
      case Lane::upload:
        return upload_;
      case Lane::anonymous:
        return anonymous_;
      case Lane::inline_:
      case Lane::fast:
        return fast_;
    }
    return fast_;
  }

  /// Head and body in one write where they fit together: a quarter faster than the generic serializer.
  Task<bool> write(Connection& connection, Response& response, const AnswerStyle& style) {
    connection.stream.expires_after(std::chrono::seconds(settings_.write_timeout_s));
    auto bytes = head_of(response, style);
    bool is_head = style.is_head;
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
  std::chrono::seconds longest_wait_;
  WorkerPool fast_, heavy_, upload_, anonymous_;
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

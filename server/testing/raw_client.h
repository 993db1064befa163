#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace expogate {

/// An answer as it came over the wire.
struct RawAnswer {
  int status = 0;
  std::string head;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

/// One TCP connection to a server of this machine, for saying things that no proper client would say.
/// Whatever does not come within ten seconds does not come.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(const RawClient&) = delete;

  /// False when the server does not take it any more.
  bool send(std::string_view bytes);
  void end_sending();

  /// The next answer; `is_head` for answers to HEAD, which have a length and no body. Nothing when the server
  /// closed.
  std::optional<RawAnswer> receive(bool is_head = false);
  std::optional<RawAnswer> ask(std::string_view request) {
    send(request);
    return receive();
  }

  /// True when the server has closed and sent nothing more.
  bool is_closed();
  /// Whether something (also the end) can be read within this time.
  bool has_news(int within_ms) const;
  /// Sends one byte every 100 ms until the server closes or there is nothing left to send; true when it
  /// closed.
  bool is_cut_while_dripping(std::string_view bytes);

 private:
  bool fill();
  std::optional<std::string> take_until(std::string_view end);
  std::optional<std::string> take(std::size_t size);
  int socket_ = -1;
  std::string received_;
};

}  // namespace expogate

#include "testing/raw_client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "base/text.h"

namespace expogate {

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("nobody listens on port " + std::to_string(port));
  timeval longest{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);
  int yes = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

RawClient::~RawClient() {
  ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(std::size_t(sent));
  }
  return true;
}

void RawClient::end_sending() {
  ::shutdown(socket_, SHUT_WR);
}

bool RawClient::fill() {
  char buffer[16 * 1024];
  auto size = ::recv(socket_, buffer, sizeof buffer, 0);
  if (size > 0) received_.append(buffer, std::size_t(size));
  return size > 0;
}

std::optional<std::string> RawClient::take_until(std::string_view end) {
  std::size_t at;
  while ((at = received_.find(end)) == received_.npos)
    if (!fill()) return std::nullopt;
  auto taken = received_.substr(0, at + end.size());
  received_.erase(0, taken.size());
  return taken;
}

std::optional<std::string> RawClient::take(std::size_t size) {
  while (received_.size() < size)
    if (!fill()) return std::nullopt;
  auto taken = received_.substr(0, size);
  received_.erase(0, size);
  return taken;
}

std::optional<RawAnswer> RawClient::receive(bool is_head) {
  auto head = take_until("\r\n\r\n");
  if (!head || !head->starts_with("HTTP/1.1 ")) return std::nullopt;
  RawAnswer answer;
  answer.head = *head;
  answer.status = std::stoi(head->substr(9, 3));
  std::string_view rest = *head;
  while (!rest.empty()) {
    auto line = rest.substr(0, rest.find("\r\n"));
    rest.remove_prefix(line.size() + 2);
    if (auto colon = line.find(": "); colon != line.npos)
      answer.headers[ascii_lower(line.substr(0, colon))] = std::string(line.substr(colon + 2));
  }
  auto length = answer.headers.find("content-length");
  if (length == answer.headers.end() || is_head) return answer;
  auto body = take(std::stoul(length->second));
  if (!body) return std::nullopt;
  answer.body = std::move(*body);
  return answer;
}

bool RawClient::is_closed() {
  if (!received_.empty()) return false;
  char byte;
  auto size = ::recv(socket_, &byte, 1, 0);
  return size == 0 || (size < 0 && errno == ECONNRESET);
}

bool RawClient::has_news(int within_ms) const {
  pollfd watched{socket_, POLLIN, 0};
  return ::poll(&watched, 1, within_ms) > 0;
}

bool RawClient::is_cut_while_dripping(std::string_view bytes) {
  for (char byte : bytes) {
    if (has_news(100)) return is_closed();
    if (!send({&byte, 1})) return true;
  }
  return false;
}

}  // namespace expogate

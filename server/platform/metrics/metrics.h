#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace expogate {

/// What /metrics shows, as Prometheus text. Names of routes and kinds of jobs may be labels; people,
/// organizations and raw addresses never are.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  void count(const std::string& name, const std::map<std::string, std::string>& labels = {});
  void observe_ms(const std::string& name, const std::map<std::string, std::string>& labels, double ms);
  /// A figure that is read when the metrics are.
  void gauge(const std::string& name, const std::string& help, std::function<double()> read);
  std::string text();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace expogate

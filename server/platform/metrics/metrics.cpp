#include "platform/metrics/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <vector>

namespace expogate {
namespace {

const prometheus::Histogram::BucketBoundaries ms_buckets{1,   2,   5,    10,   25,   50,   100,
                                                         250, 500, 1000, 2500, 5000, 10000};

}  // namespace

struct Metrics::Impl {
  struct Read {
    prometheus::Gauge* gauge;
    std::function<double()> read;
  };
  prometheus::Registry registry;
  std::mutex mutex;
  std::map<std::string, prometheus::Family<prometheus::Counter>*> counters;
  std::map<std::string, prometheus::Family<prometheus::Histogram>*> histograms;
  std::vector<Read> gauges;
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const std::string& name, const std::map<std::string, std::string>& labels) {
  std::lock_guard lock(impl_->mutex);
  auto*& family = impl_->counters[name];
  if (!family) family = &prometheus::BuildCounter().Name("expogate_" + name).Register(impl_->registry);
  family->Add(labels).Increment();
}

void Metrics::observe_ms(const std::string& name, const std::map<std::string, std::string>& labels,
                         double ms) {
  std::lock_guard lock(impl_->mutex);
  auto*& family = impl_->histograms[name];
  if (!family) family = &prometheus::BuildHistogram().Name("expogate_" + name).Register(impl_->registry);
  family->Add(labels, ms_buckets).Observe(ms);
}

void Metrics::gauge(const std::string& name, const std::string& help, std::function<double()> read) {
  std::lock_guard lock(impl_->mutex);
  auto& family = prometheus::BuildGauge().Name("expogate_" + name).Help(help).Register(impl_->registry);
  impl_->gauges.push_back({&family.Add({}), std::move(read)});
}

std::string Metrics::text() {
  std::lock_guard lock(impl_->mutex);
  for (auto& [gauge, read] : impl_->gauges) gauge->Set(read());
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace expogate

-- wrk: the figures of a run in one line.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("%.0f/s  p50 %.2f ms  p99 %.2f ms  errors %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end

-- wrk: a visitor signs in with the right password, again and again.
wrk.method = "POST"
wrk.body = '{"door":"visitor","name":"91310115MA1K35XY5H","password":"Expo#2025demo"}'
wrk.headers["Content-Type"] = "application/json"
wrk.path = "/api/v1/session"
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("%.1f/s  p50 %.0f ms  p99 %.0f ms  errors %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end

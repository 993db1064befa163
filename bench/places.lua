-- wrk: each request takes a place of another organization under a key of its own.
local counter, thread_number = 0, 0
function setup(thread) thread:set("id", thread_number); thread_number = thread_number + 1 end
function init(args) math.randomseed(os.time() + id * 7919) ; nonce = string.format("%08x", math.random(0, 0x7fffffff)) end
function request()
  counter = counter + 1
  return wrk.format("POST", "/api/v1/places",
    { ["Content-Type"] = "application/json", ["Idempotency-Key"] = nonce .. "-" .. id .. "-" .. counter },
    '{"organization":' .. (counter * 7 + id * 13) % 1000 .. '}')
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("%.0f/s  p50 %.2f ms  p99 %.2f ms  errors %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end

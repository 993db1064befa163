"""10,000 idle keep-alive connections on one server: its memory, and whether it still answers others.

idle_connections.py PORT PID COUNT
"""
import resource, socket, sys, time, urllib.request

port, pid, count = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_NOFILE, (count + 100, max(count + 100, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))

def resident_kib():
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

def cpu_ticks():
    fields = open(f"/proc/{pid}/stat").read().rsplit(") ", 1)[1].split()
    return int(fields[11]) + int(fields[12])

before = resident_kib()
request = b"GET /api/v1/hello HTTP/1.1\r\nHost: bench\r\n\r\n"
sockets = []
for i in range(count):
    client = socket.create_connection(("127.0.0.1", port), source_address=("127.0.0.%d" % (2 + i // 20000), 0))
    client.sendall(request)
    sockets.append(client)
for client in sockets:
    assert client.recv(4096).startswith(b"HTTP/1.1 200"), "an idle connection was not answered"
held = resident_kib()
ticks, started = cpu_ticks(), time.monotonic()
latencies = []
for _ in range(500):
    begun = time.perf_counter()
    assert urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/hello").status == 200
    latencies.append((time.perf_counter() - begun) * 1000)
latencies.sort()
for client in sockets:
    client.sendall(request)
alive = sum(client.recv(4096).startswith(b"HTTP/1.1 200") for client in sockets)
print(f"{count} connections: {(held - before) / count:.1f} KiB each ({before // 1024} -> {held // 1024} MiB); "
      f"others meanwhile p50 {latencies[250]:.2f} ms, p99 {latencies[494]:.2f} ms; {alive} of them still answer")

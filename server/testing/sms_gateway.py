"""An SMS gateway for tests: it checks every signature, and misbehaves when the template code asks for it.

    sms_gateway.py <folder> <key id> <secret>

Makes itself <folder>/certificate.pem, then prints the ports for HTTP and for HTTPS. Each accepted message is appended
to <folder>/messages as one line of JSON.
"""
import hashlib
import hmac
import http.server
import json
import pathlib
import sys
import threading
import time

from certificate import server_tls

folder, key_id, secret = sys.argv[1:]
folder = pathlib.Path(folder)


class Gateway(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self.is_signed(body):
            return self.answer(401, {"error": "signature"})
        message = json.loads(body)
        match message["template_code"].split():
            case ["status", status]:
                self.answer(int(status), {"error": "as you like"})
            case ["busy"]:
                self.answer(503, {"error": "busy"}, {"Retry-After": "120"})
            case ["redirect"]:
                self.answer(307, {}, {"Location": "/elsewhere"})
            case ["huge"]:
                self.answer(200, {"reference": "x" * 1_000_000})
            case ["garbage"]:
                self.answer(200, ["no reference"])
            case ["silence"]:
                self.rfile.read()  # until the other side gives up
            case _:
                self.keep(message)
                self.answer(200, {"reference": "r-" + self.headers["Idempotency-Key"]})

    def is_signed(self, body):
        timestamp, nonce = self.headers["X-Timestamp"], self.headers["X-Nonce"]
        signed = f"{timestamp}\n{nonce}\n".encode() + body
        expected = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
        is_fresh = abs(time.time() - int(timestamp)) <= 300
        return is_fresh and self.headers["X-Key-Id"] == key_id and expected == self.headers["X-Signature"]

    def keep(self, message):
        line = {"connection": self.client_address[1], "path": self.path, "nonce": self.headers["X-Nonce"], **message}
        with open(folder / "messages", "a") as messages:
            messages.write(json.dumps(line) + "\n")

    def answer(self, status, value, headers={}):
        body = json.dumps(value).encode()
        self.send_response(status)
        for name, text in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        """Says nothing: the test reads what was kept."""


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A client that hangs up is part of the tests."""


plain, protected = Server(("127.0.0.1", 0), Gateway), Server(("127.0.0.1", 0), Gateway)
protected.socket = server_tls(folder).wrap_socket(protected.socket, server_side=True)
threading.Thread(target=protected.serve_forever, daemon=True).start()
print(plain.server_port, protected.server_port, sep="\n", flush=True)
plain.serve_forever()

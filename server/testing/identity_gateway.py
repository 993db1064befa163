"""An identity provider for tests: it checks every signature, signs its answers, and misbehaves when the name asks for it.

    identity_gateway.py <folder> <key id> <secret>

Prints its port. Each accepted claim is appended to <folder>/claims as one line of JSON.
"""
import hashlib
import hmac
import http.server
import json
import pathlib
import sys
import threading
import time

folder, key_id, secret = sys.argv[1:]
folder = pathlib.Path(folder)


def signature(key, text):
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


class Gateway(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if not self.is_signed(body):
            return self.answer(401, {"error": "signature", "repeated": body})
        claim = json.loads(body)
        with open(folder / "claims", "a") as claims:
            claims.write(body + "\n")
        match claim["name"].split():
            case ["status", status]:
                self.answer(int(status), {"error": "as you like", "repeated": body})
            case ["forged"]:
                self.answer(200, {"finding": "matched"}, "another secret")
            case ["unsigned"]:
                self.answer(200, {"finding": "matched"}, None)
            case ["replayed"]:
                self.answer(200, {"finding": "matched"}, nonce="of another request")
            case ["garbage"]:
                self.answer(200, ["no finding", body])
            case ["unknown"]:
                self.answer(200, {"finding": "perhaps"})
            case ["silence"]:
                threading.Event().wait()
            case [finding]:
                self.answer(200, {"finding": finding})

    def is_signed(self, body):
        timestamp, nonce = self.headers["X-Timestamp"], self.headers["X-Nonce"]
        return (
            self.headers["X-Key-Id"] == key_id
            and abs(time.time() - int(timestamp)) < 60
            and self.headers["X-Signature"] == signature(secret, f"{timestamp}\n{nonce}\n{body}")
        )

    def answer(self, status, value, key=secret, nonce=None):
        body = json.dumps(value)
        self.send_response(status)
        if key is not None:
            self.send_header("X-Signature", signature(key, f"{nonce or self.headers['X-Nonce']}\n{body}"))
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
print(server.server_address[1], flush=True)
server.serve_forever()

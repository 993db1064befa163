"""Plays the short-message services of Alibaba Cloud and Tencent Cloud on this machine: checks signatures as they do, from their
published descriptions, and answers as they do.

    cloud_sms.py KEY_ID SECRET    prints its port; then one line of JSON for each message that it took
"""
import hashlib
import hmac
import json
import sys
import time
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, quote

key_id, secret = sys.argv[1:3]
nonces = set()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def fields_of(authorization):
    algorithm, _, rest = authorization.partition(" ")
    return algorithm, dict(part.strip().split("=", 1) for part in rest.split(","))


class Cloud(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        algorithm, fields = fields_of(self.headers.get("Authorization", ""))
        answer = self.aliyun(body, fields) if algorithm == "ACS3-HMAC-SHA256" else self.tencent(body, fields)
        status, content = answer
        text = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def canonical_headers(self, names):
        return "".join(f"{name}:{self.headers[name].strip()}\n" for name in names.split(";"))

    def aliyun(self, body, fields):
        names = fields["SignedHeaders"]
        path, _, query = self.path.partition("?")
        pairs = sorted(parse_qsl(query, keep_blank_values=True))
        canonical_query = "&".join(f"{quote(k, safe='~')}={quote(v, safe='~')}" for k, v in pairs)
        canonical = "\n".join(["POST", path, canonical_query, self.canonical_headers(names), names, sha256(body)])
        expected = hmac.new(secret.encode(), f"ACS3-HMAC-SHA256\n{sha256(canonical.encode())}".encode(), hashlib.sha256).hexdigest()
        if fields["Credential"] != key_id:
            return 404, {"Code": "InvalidAccessKeyId.NotFound", "Message": "Specified access key is not found."}
        if fields["Signature"] != expected or self.headers["x-acs-content-sha256"] != sha256(body):
            return 400, {"Code": "SignatureDoesNotMatch", "Message": "Specified signature is not matched with our calculation."}
        sent = datetime.strptime(self.headers["x-acs-date"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
        if abs(time.time() - sent.timestamp()) > 900 or self.headers["x-acs-signature-nonce"] in nonces:
            return 400, {"Code": "SignatureNonceUsed", "Message": "The request signature nonce has been used."}
        nonces.add(self.headers["x-acs-signature-nonce"])
        if (self.headers["x-acs-action"], self.headers["x-acs-version"]) != ("SendSms", "2017-05-25"):
            return 404, {"Code": "InvalidAction.NotFound", "Message": "The specified api is not found."}
        wanted = dict(pairs)
        if not wanted["PhoneNumbers"].isdigit() or len(wanted["PhoneNumbers"]) != 11:
            return 200, {"Code": "isv.MOBILE_NUMBER_ILLEGAL", "Message": "号码非法"}
        if wanted["PhoneNumbers"].endswith("0000"):
            return 200, {"Code": "isv.BUSINESS_LIMIT_CONTROL", "Message": "触发流控"}
        print(json.dumps(wanted), flush=True)
        return 200, {"Code": "OK", "Message": "OK", "BizId": "9006195123^0", "RequestId": "R"}

    def tencent(self, body, fields):
        names = fields["SignedHeaders"]
        credential, date, service, end = fields["Credential"].split("/")
        canonical = "\n".join(["POST", self.path, "", self.canonical_headers_lower(names), names, sha256(body)])
        timestamp = self.headers["X-TC-Timestamp"]
        to_sign = "\n".join(["TC3-HMAC-SHA256", timestamp, f"{date}/{service}/{end}", sha256(canonical.encode())])
        key = f"TC3{secret}".encode()
        for part in (date, service, end):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        expected = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
        is_of_today = datetime.fromtimestamp(int(timestamp), timezone.utc).strftime("%Y-%m-%d") == date
        if credential != key_id:
            return 200, {"Response": {"Error": {"Code": "AuthFailure.SecretIdNotFound", "Message": "not found"}}}
        if fields["Signature"] != expected or not is_of_today or service != "sms":
            return 200, {"Response": {"Error": {"Code": "AuthFailure.SignatureFailure", "Message": "signature"}}}
        if abs(time.time() - int(timestamp)) > 300:
            return 200, {"Response": {"Error": {"Code": "AuthFailure.SignatureExpire", "Message": "expired"}}}
        if (self.headers["X-TC-Action"], self.headers["X-TC-Version"]) != ("SendSms", "2021-01-11"):
            return 200, {"Response": {"Error": {"Code": "InvalidParameter", "Message": "action"}}}
        wanted = json.loads(body)
        number = wanted["PhoneNumberSet"][0]
        if not number.startswith("+"):
            state = {"Code": "InvalidParameterValue.IncorrectPhoneNumber", "Message": "incorrect", "SerialNo": ""}
        elif number.endswith("0000"):
            state = {"Code": "LimitExceeded.PhoneNumberDailyLimit", "Message": "limit", "SerialNo": ""}
        else:
            state = {"Code": "Ok", "Message": "send success", "SerialNo": "2028:f825e6"}
            print(json.dumps(wanted), flush=True)
        return 200, {"Response": {"SendStatusSet": [state], "RequestId": "R"}}

    def canonical_headers_lower(self, names):
        return "".join(f"{name}:{self.headers[name].strip().lower()}\n" for name in names.split(";"))

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Cloud)
print(server.server_port, flush=True)
server.serve_forever()

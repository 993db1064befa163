"""Two real SMTP servers for tests; nothing leaves the machine.

    smtp_sink.py <folder> <username> <password>

Makes itself <folder>/certificate.pem, then prints two ports: that of a server which requires STARTTLS and sign-in,
and that of one which knows neither. Each accepted mail is appended to <folder>/mails as one line of JSON before it is
answered. The recipient's name tells how to misbehave: busy@ is answered 451, unknown@ 550, and full@ is accepted but
its text is refused with 552.
"""
import asyncio
import email
import email.policy
import json
import logging
import pathlib
import sys

from aiosmtpd.smtp import SMTP, AuthResult

from certificate import server_tls

folder, username, password = sys.argv[1:]
folder = pathlib.Path(folder)


class Sink:
    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "busy":
            return "451 4.3.0 try again later"
        if name == "unknown":
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("full@"):
            return "552 5.2.2 mailbox full"
        with open(folder / "mails", "a") as mails:
            mails.write(json.dumps(described(session, envelope)) + "\n")
        return "250 2.0.0 queued as 42"


def described(session, envelope):
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    parts = {part.get_content_type(): part.get_content() for part in mail.walk() if not part.is_multipart()}
    return {
        "connection": session.peer[1],
        "greeted_as": session.host_name,
        "envelope_from": envelope.mail_from,
        "envelope_to": envelope.rcpt_tos,
        "headers": {name: str(value) for name, value in mail.items()},
        "type": mail.get_content_type(),
        "parts": parts,
        "longest_line": max(len(line) for line in envelope.content.splitlines()),
        "is_ascii": envelope.content.isascii(),
        "defects": [str(defect) for defect in mail.defects],
    }


def authenticate(server, session, envelope, mechanism, auth_data):
    is_right = auth_data.login == username.encode() and auth_data.password == password.encode()
    return AuthResult(success=is_right, handled=is_right)


async def listen(**security):
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Sink(), hostname="sink.test", **security), host="127.0.0.1", port=0
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    return server


async def serve():
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # clients that hang up are part of the tests
    tls = server_tls(folder)
    await listen(tls_context=tls, require_starttls=True, auth_required=True, authenticator=authenticate)
    await (await listen()).serve_forever()


asyncio.run(serve())

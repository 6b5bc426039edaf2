"""A mail relay of our own: it speaks SMTP, keeps what it took, and answers as it is told."""

import socketserver
import threading
from contextlib import contextmanager

PLAIN = ("250-relay", "250 SIZE 1000000")


class Relay(socketserver.ThreadingTCPServer):
    """`answers` by verb override «250 ok»; None hangs up in place of an answer."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, answers, features):
        super().__init__(("127.0.0.1", 0), Desk)
        self.answers, self.features = answers, features
        self.heard, self.letters = [], []

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class Desk(socketserver.StreamRequestHandler):
    def handle(self):
        self.answer("220 relay")
        for line in self.rfile:
            words = line.decode().strip()
            self.server.heard.append(words)
            verb = words.partition(" ")[0].upper()
            if not self.meet(verb):
                return

    def meet(self, verb):
        """Answer one command; tell whether the talk goes on."""
        told = self.server.answers.get(verb, "250 ok")
        if verb == "EHLO":
            self.answer(*self.server.features)
        elif verb == "DATA" and told == "250 ok":
            self.answer("354 go on")
            self.server.letters.append(self.letter())
            return self.last(self.server.answers.get(".", "250 taken"))
        else:
            return self.last(told)
        return True

    def letter(self):
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line)
        return b"".join(lines)

    def last(self, told):
        if told is not None:
            self.answer(told)
        return told is not None

    def answer(self, *lines):
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@contextmanager
def a_relay(*, features=PLAIN, **answers):
    """Give a relay that listens; `DATA="451 later"`, `end=None` for the answer to a letter."""
    if "end" in answers:
        answers["."] = answers.pop("end")
    with Relay(answers, features) as relay:
        thread = threading.Thread(target=relay.serve_forever, daemon=True)
        thread.start()
        yield relay
        relay.shutdown()
        thread.join()

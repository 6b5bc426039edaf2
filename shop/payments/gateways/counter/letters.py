"""Signed webhooks to the shop: sent by a thread, tried a few times, kept until somebody takes them.

What stays undelivered is tried again whenever the counter is asked something.
"""

import hashlib
import hmac
import threading
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from shop.payments.gateways.counter import store as stores

PAUSES: Final = (0.0, 0.5, 2.0, 5.0)  # seconds before each try
TIMEOUT: Final = 10


@dataclass(frozen=True, kw_only=True)
class Postman:
    """Carries letters from the counter's store to one address."""

    store: Path
    address: str
    secret: str
    pauses: tuple[float, ...] = PAUSES
    busy: threading.Lock = field(default_factory=threading.Lock)
    asked: threading.Event = field(default_factory=threading.Event)

    def wake(self) -> None:
        """Deliver what waits, in a thread of its own: the customer does not wait for the shop."""
        threading.Thread(target=self.go_round, name="test-counter", daemon=True).start()

    def go_round(self) -> None:
        """Deliver all that waits. Who finds another on the way asks him to look once more."""
        self.asked.set()
        while self.asked.is_set() and self.busy.acquire(blocking=False):
            try:
                self.asked.clear()
                self._try_for_a_while()
            finally:
                self.busy.release()

    def _try_for_a_while(self) -> None:
        for pause in self.pauses:
            time.sleep(pause)
            if self._deliver_all():
                return

    def _deliver_all(self) -> bool:
        """Deliver one by one; tell whether nothing is left. Nothing is locked while we wait."""
        with stores.opened(self.store) as store:
            waiting = store.undelivered()
        for letter_id, body in waiting:
            if not self._deliver(body):
                return False
            with stores.opened(self.store) as store:
                store.tick_off(letter_id)
        return not waiting or self._deliver_all()

    def _deliver(self, body: str) -> bool:
        parts = urlsplit(self.address)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT)
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Stripe-Signature": signature(body, self.secret),
        }
        try:
            connection.request("POST", parts.path, body.encode(), headers)
            return connection.getresponse().status < HTTPStatus.MULTIPLE_CHOICES
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


def signature(body: str, secret: str, at: int | None = None) -> str:
    """Return the header that proves where the letter is from. Source: Stripe, «Webhooks»."""
    moment = int(time.time()) if at is None else at
    proof = hmac.new(secret.encode(), f"{moment}.{body}".encode(), hashlib.sha256)
    return f"t={moment},v1={proof.hexdigest()}"

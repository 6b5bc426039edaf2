"""Files kept by key: in a folder of this machine, or in an object store that speaks S3.

The library works in threads of its own, which a fork leaves behind: a store is first used after
the server has started its workers, never before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import parse_qs, unquote, urlsplit

from flask import Flask, current_app
from obstore.exceptions import BaseError
from obstore.store import LocalStore, MemoryStore, S3Store

from shop.config import Settings
from shop.infra.log import log
from shop.kernel.errors import Unavailable
from shop.kernel.texts import gettext as _

Kept: TypeAlias = LocalStore | MemoryStore | S3Store
REGION: Final = "us-east-1"  # what most servers of the kind call themselves
WITHIN: Final = "20s"  # for one request, a large picture included


class Store:
    """Contents by key, such as `artwork/ab12.png`. Whoever keeps something names it anew.

    Every method raises Unavailable when the store cannot be reached.
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def put(self, key: str, content: bytes) -> None:
        """Keep the content, whole or not at all; what lay under the key before is replaced."""
        with _asked("put"):
            self._kept.put(key, content)

    def get(self, key: str) -> bytes | None:
        """Return the content, or None when there is nothing under the key."""
        with _asked("get"):
            try:
                return self._kept.get(key).bytes().to_bytes()
            except FileNotFoundError:
                return None

    def has(self, key: str) -> bool:
        with _asked("has"):
            try:
                self._kept.head(key)
            except FileNotFoundError:
                return False
            return True

    def delete(self, key: str) -> None:
        """Take the content away; quiet when it is gone already."""
        with _asked("delete"):
            try:
                self._kept.delete(key)
            except FileNotFoundError:
                return


def init_app(app: Flask, settings: Settings) -> None:
    app.extensions["store"] = opened(settings)


def store() -> Store:
    """Return the store of the running application."""
    found: Store = current_app.extensions["store"]
    return found


def opened(settings: Settings) -> Store:
    """Return the store that the settings name; nothing is asked of it yet."""
    if settings.store:
        return Store(_s3(settings.store))
    return Store(LocalStore(Path(settings.var_dir).absolute() / "store", mkdir=True))


def _s3(address: str) -> S3Store:
    """Return the store at `s3://key:secret@bucket/folder?endpoint=…&region=…`.

    Without key and secret the library looks for those that the machine was given.
    """
    parts = urlsplit(address)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    key, secret = unquote(parts.username or ""), unquote(parts.password or "")
    given = {
        "endpoint": asked.get("endpoint", ""),
        "access_key_id": key,
        "secret_access_key": secret,
        "region": asked.get("region", REGION),
    }
    return S3Store(
        parts.hostname or "",
        prefix=parts.path.strip("/") or None,
        config={name: value for name, value in given.items() if value},  # type: ignore[arg-type]  # its keys, by name
        client_options={
            "allow_http": given["endpoint"].startswith("http://"),
            "connect_timeout": "3s",
            "timeout": WITHIN,
        },
        retry_config={"max_retries": 2},
    )


@contextmanager
def _asked(what: str) -> Iterator[None]:
    try:
        yield
    except (BaseError, OSError) as fault:
        log.error("store.failed %s %s", what, type(fault).__name__)
        raise Unavailable(
            _("The store of pictures does not answer just now. Please try again in a minute.")
        ) from fault

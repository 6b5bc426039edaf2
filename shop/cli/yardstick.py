"""A fixed piece of work, timed beside every bench: machines differ, and one does from hour to hour.

Figures of two runs can be compared once each is divided by its own yardstick.
"""

import hashlib
import sqlite3
import statistics
import time
from contextlib import closing
from typing import Final

ROUNDS: Final = 9
ROWS: Final = 400
COUNTED: Final = 20_000


def milliseconds() -> float:
    """Return the CPU milliseconds that the fixed work takes on this machine just now."""
    return round(statistics.median(_timed() for _round in range(ROUNDS)), 2)


def line(milliseconds: float) -> str:
    """Say under a bench's table how fast the machine was when it was made."""
    return f"yardstick of the machine: {milliseconds:.2f} CPU ms"


def _timed() -> float:
    before = time.process_time()
    _work()
    return (time.process_time() - before) * 1000


def _work() -> int:
    """Count, sort, hash and ask a database: what pages are made of, none of it the shop's own."""
    numbers = sorted({(7919 * n) % 10_007: n for n in range(COUNTED)})
    text = ",".join(map(str, numbers)).encode()
    for _turn in range(20):
        text = hashlib.sha256(text).digest() + text
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)")
        rows = [(n, f"thing {n}") for n in range(ROWS)]
        database.executemany("INSERT INTO things VALUES (?, ?)", rows)
        found = [
            database.execute("SELECT name FROM things WHERE id = ?", (n,)).fetchone()
            for n in range(ROWS)
        ]
    return len(found) + len(text)

"""The counter's memory: objects as they are told, answers as they were given, letters to send."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

Document = dict[str, Any]

TABLES: Final = """
CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, asked TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS letters
  (id TEXT PRIMARY KEY, body TEXT NOT NULL, delivered INTEGER NOT NULL DEFAULT 0);
"""


class Store:
    """One transaction on the counter's file; writers queue for it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, document: Mapping[str, Any]) -> None:
        """Keep the document under its own id, in place of what was there."""
        self._connection.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?)",
            (document["id"], document["object"], json.dumps(document)),
        )

    def find(self, kind: str, name: str) -> Document | None:
        row = self._connection.execute(
            "SELECT body FROM documents WHERE id = ? AND kind = ?", (name, kind)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def all(self, kind: str) -> list[Document]:
        rows = self._connection.execute("SELECT body FROM documents WHERE kind = ?", (kind,))
        return [json.loads(body) for (body,) in rows]

    def answer_to(self, key: str) -> tuple[str, Document] | None:
        """Return what was asked under this idempotency key, and what was answered."""
        row = self._connection.execute(
            "SELECT asked, body FROM answers WHERE key = ?", (key,)
        ).fetchone()
        return (row[0], json.loads(row[1])) if row else None

    def keep_answer(self, key: str, *, asked: str, body: Document) -> None:
        self._connection.execute(
            "INSERT INTO answers VALUES (?, ?, ?)", (key, asked, json.dumps(body))
        )

    def write_letter(self, letter: Document) -> None:
        self._connection.execute(
            "INSERT INTO letters (id, body) VALUES (?, ?)", (letter["id"], json.dumps(letter))
        )

    def undelivered(self) -> list[tuple[str, str]]:
        """Return id and text of the letters nobody took yet, oldest first."""
        return self._connection.execute(
            "SELECT id, body FROM letters WHERE NOT delivered ORDER BY rowid"
        ).fetchall()

    def tick_off(self, letter_id: str) -> None:
        self._connection.execute("UPDATE letters SET delivered = 1 WHERE id = ?", (letter_id,))


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Give the store for one piece of work: kept when it ends well, dropped on an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=20, isolation_level=None)) as connection:
        connection.executescript(TABLES)
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield Store(connection)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

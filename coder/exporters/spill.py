"""Rows that wait for the end of a run, on disk when they are many, and come back in the order of their keys."""

from __future__ import annotations

import errno
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

_BATCH = 1000


class Spill:
    """A heap of rows by key. SQLite keeps it in a private temporary file, which the system removes."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")
        with _disk_errors():
            self._db.execute("PRAGMA journal_mode = OFF")
            self._db.execute("CREATE TABLE rows (key TEXT, row TEXT)")
        self._waiting: list[tuple[str, str]] = []

    def add(self, key: str, row: dict[str, Any]) -> None:
        """Put a row on the heap; its values must have a JSON form."""
        self._waiting.append((key, json.dumps(row, ensure_ascii=False, default=str)))
        if len(self._waiting) >= _BATCH:
            self._flush()

    def groups(self) -> Iterator[list[dict[str, Any]]]:
        """The rows of each key, keys and rows in an order that does not depend on when they came."""
        self._flush()
        with _disk_errors():
            found = self._db.execute("SELECT key, row FROM rows ORDER BY key, row")
        for _, group in groupby(found, key=itemgetter(0)):
            yield [json.loads(row) for _, row in group]

    def close(self) -> None:
        """Let everything go."""
        self._waiting.clear()
        self._db.close()

    def _flush(self) -> None:
        with _disk_errors():
            self._db.executemany("INSERT INTO rows VALUES (?, ?)", self._waiting)
        self._waiting.clear()


@contextmanager
def _disk_errors() -> Iterator[None]:
    """A full disk is an error of the disk, not of the database."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(errno.ENOSPC, f"rows cannot be kept: {error}", tempfile.gettempdir()) from error

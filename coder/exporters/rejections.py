"""The list of documents that could not be read or coded."""

from __future__ import annotations

import csv
from pathlib import Path

from coder.dataset import Column

REJECTED = (
    Column("doc_id", "string", "Id of the document, or the nearest thing to one."),
    Column("where", "string", "Where it stands in the input."),
    Column("reason", "string", "Why it was rejected, with what to do."),
)


class Rejections:
    """The list of documents that could not be read or coded."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow([column.name for column in REJECTED])

    def write(self, doc_id: str, where: str, reason: str) -> None:
        """Add one."""
        self._writer.writerow([doc_id, where, reason])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

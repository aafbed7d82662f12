"""JSON Lines: one object a row, missing values as null."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from coder.dataset import Column
from coder.exporters.base import Row, table_format


@table_format(".jsonl")
class JsonLinesFile:
    """A JSON Lines file in UTF-8, keys in the order of the columns."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._names = [column.name for column in columns]
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")

    def write(self, row: Row) -> None:
        """Add one row."""
        record = {name: row[name] for name in self._names}
        self._file.write(json.dumps(record, ensure_ascii=False, default=str) + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def discard(self) -> None:
        """Let go of the file unfinished."""
        self._file.close()

"""Comma-separated values: UTF-8, one line feed after a row, nothing in a cell without a value."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from coder.dataset import Column
from coder.exporters.base import Row, as_text, table_format


@table_format(".csv")
class CsvFile:
    """A CSV file with a header."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._names = [column.name for column in columns]
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(self._names)

    def write(self, row: Row) -> None:
        """Add one row."""
        self._writer.writerow([as_text(row[name]) for name in self._names])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def discard(self) -> None:
        """Let go of the file unfinished."""
        self._file.close()

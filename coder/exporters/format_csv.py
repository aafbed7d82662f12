"""Comma-separated values: UTF-8, one line feed after a row, nothing in a cell without a value; a variant for Excel."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from coder.dataset import Column
from coder.exporters.base import Row, as_text, table_format

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the beginning of a formula


@table_format(".csv")
class CsvFile:
    """A CSV file with a header."""

    encoding = "utf-8"

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._names = [column.name for column in columns]
        self._texts = [column.type == "string" for column in columns]
        self._file = path.open("w", encoding=self.encoding, newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(self._names)

    def write(self, row: Row) -> None:
        """Add one row."""
        cells = [as_text(row[name]) for name in self._names]
        self._writer.writerow(
            [self.guarded(c) if c and text else c for c, text in zip(cells, self._texts, strict=True)]
        )

    def guarded(self, text: str) -> str:
        """The text of a cell as it is written."""
        return text

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def discard(self) -> None:
        """Let go of the file unfinished."""
        self._file.close()


class ExcelCsvFile(CsvFile):
    """A CSV file that Excel opens as UTF-8 (byte order mark) and whose texts it never takes for formulas.

    A text that begins with one of ``FORMULA`` (``---GOV``, a sentence with a dash) gets an apostrophe before it.
    """

    encoding = "utf-8-sig"

    def guarded(self, text: str) -> str:
        """The text, with an apostrophe before it where a spreadsheet would calculate it."""
        return f"'{text}" if text.startswith(FORMULA) else text


def unguarded(text: str) -> str:
    """The text of a cell that ``ExcelCsvFile`` wrote."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text

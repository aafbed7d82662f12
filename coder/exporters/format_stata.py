"""Stata files. Stata's format needs every value before the first byte, so the rows wait in a Parquet file beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

import pandas as pd

from coder.dataset import Column
from coder.exporters.base import Row, table_format
from coder.exporters.definitions import MEANINGS
from coder.exporters.format_parquet import ParquetFile
from coder.exporters.stata_notes import DATASET, add_notes

STATA_14: Literal[118] = 118  # the first version with UTF-8
NAME_LENGTH = 32
LABEL_LENGTH = 80
LONGEST_STR = 2045  # bytes; longer texts are strL
# Stata keeps the time of writing; a fixed one keeps two runs byte-identical.
WRITTEN = datetime(2000, 1, 1)
NOTES = (
    "Missing numbers are . and missing texts are empty: the text does not say.",
    "Event codes and actor codes are text: 010 is not 10.",
)


def stata_name(name: str) -> str:
    """A column name as Stata allows it: letters, digits and underscores, 32 at most."""
    plain = re.sub(r"\W", "_", name, flags=re.ASCII)
    return (plain if not plain[:1].isdigit() else f"_{plain}")[:NAME_LENGTH]


@table_format(".dta")
class StataFile:
    """A Stata 14 file. Missing numbers are ``.``, missing texts are empty.

    Columns carry their description as label, cut to Stata's 80 characters, and in full as note; numbers that stand for
    classes have value labels.
    """

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._path, self._columns = path, columns
        self._waiting = path.with_name(f"{path.name}.rows")
        self._rows = ParquetFile(self._waiting, columns)

    def write(self, row: Row) -> None:
        """Add one row."""
        self._rows.write(row)

    def close(self) -> None:
        """Turn the waiting rows into a Stata file."""
        self._rows.close()
        frame = pd.read_parquet(self._waiting, dtype_backend="pyarrow")
        plain = pd.DataFrame({stata_name(c.name): _stata_column(frame[c.name], c) for c in self._columns})
        plain.to_stata(
            self._path,
            write_index=False,
            version=STATA_14,
            time_stamp=WRITTEN,
            convert_dates={stata_name(c.name): "td" for c in self._columns if c.type == "date"},
            convert_strl=[stata_name(c.name) for c in self._columns if _is_long(plain[stata_name(c.name)], c)],
            variable_labels={stata_name(c.name): c.description[:LABEL_LENGTH] for c in self._columns},
            value_labels={stata_name(c.name): labels for c in self._columns if (labels := _value_labels(c))},
            byteorder="<",
        )
        add_notes(self._path, {DATASET: NOTES, **{stata_name(c.name): [_note(c)] for c in self._columns}})
        self._waiting.unlink()

    def discard(self) -> None:
        """Let go of the file unfinished."""
        self._rows.discard()
        self._waiting.unlink(missing_ok=True)


def _stata_column(values: pd.Series, column: Column) -> pd.Series:
    if column.type == "string":
        return values.astype(object).where(values.notna(), "").astype(object)
    if column.type == "date":
        return pd.to_datetime(values.astype(object))
    return values.astype("Int64" if column.type == "integer" else "float64")


def _value_labels(column: Column) -> dict[int | float, str]:
    """The labels of numbers that stand for classes."""
    if column.type != "integer":
        return {}
    return {int(value): text for value, text in MEANINGS.get(column.name, {}).items()}


def _note(column: Column) -> str:
    allowed = f" One of: {', '.join(column.values)}." if column.values else ""
    return column.description + allowed


def _is_long(values: pd.Series, column: Column) -> bool:
    return column.type == "string" and any(len(value.encode()) > LONGEST_STR for value in values)

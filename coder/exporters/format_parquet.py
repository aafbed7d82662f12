"""Parquet, written in row groups so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from coder.dataset import Column, ColumnType
from coder.exporters.base import Row, as_text, table_format

ROW_GROUP = 10_000


def arrow_schema(columns: Sequence[Column]) -> pa.Schema:
    """The Arrow schema of a table."""
    types: dict[ColumnType, pa.DataType] = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
    }
    return pa.schema([(column.name, types[column.type]) for column in columns])


@table_format(".parquet")
class ParquetFile:
    """A Parquet file; dates are dates, whole numbers are integers, missing is null."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._schema = arrow_schema(columns)
        self._rows: list[Row] = []
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, row: Row) -> None:
        """Add one row."""
        self._rows.append(row)
        if len(self._rows) == ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        arrays = [
            pa.array([_cell(row[column.name], column.type) for row in self._rows], field.type)
            for column, field in zip(self._columns, self._schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        """Finish the file."""
        if self._rows:
            self._flush()
        self._writer.close()

    def discard(self) -> None:
        """Let go of the file unfinished."""
        self._writer.close()


def _cell(value: Any, kind: ColumnType) -> Any:
    if kind == "string":
        return as_text(value)
    return date.fromisoformat(value) if kind == "date" and value is not None else value

"""Parquet tables: columns named as the fields of the input record, one document a row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from coder.readers.base import KNOWN_FIELDS, ReadLimits, Record, Rejection, reader

_ROWS = 64


@reader(".parquet")
def read_parquet(path: Path, file_id: str, limits: ReadLimits) -> Iterator[Record | Rejection]:
    """The rows of a file, a few at a time. Mentions are a list of structs, or JSON in a text column."""
    import pyarrow as pa  # slow to import
    import pyarrow.parquet as pq

    size, row = path.stat().st_size, 0
    if size == 0:
        return
    try:
        with pq.ParquetFile(path) as file:
            names = [
                name.strip().lower() if name.strip().lower() in KNOWN_FIELDS else name
                for name in file.schema_arrow.names
            ]
            problem = _problem(names)
            if problem:
                yield Rejection(file_id, str(path), problem)
                return
            rows = max(file.metadata.num_rows, 1)
            for batch in file.iter_batches(batch_size=_ROWS):
                for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    row += 1
                    fields = _fields(dict(zip(names, values, strict=True)))
                    yield Record(f"{path}:{row}", f"{file_id}:{row}", fields, size * row // rows)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        what = " ".join(str(error).split())[:200]
        yield Rejection(f"{file_id}:{row + 1}", str(path), f"broken Parquet: {what}. The rest of the file was not read")


def _problem(names: list[str]) -> str | None:
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        return f"the column {repeated[0]!r} stands twice; give each column its own name"
    if "text" not in names:
        return f"no column named 'text' ({', '.join(names)[:200]}); name the columns id, text, date, title ..."
    return None


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    """A row as the record of the other formats: missing values are left out, a time of day of the date is dropped."""
    fields = {name: value for name, value in row.items() if value is not None and value == value}
    if isinstance(fields.get("date"), datetime):
        fields["date"] = fields["date"].date()
    if isinstance(fields.get("mentions"), str):
        try:
            fields["mentions"] = json.loads(fields["mentions"])
        except (ValueError, RecursionError):
            fields["mentions"] = row["mentions"]
    return fields

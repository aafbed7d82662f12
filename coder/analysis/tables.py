"""Reads tables of events back, ours and those that people make by hand, with every cell checked."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from coder.dataset import COLUMNS, Column
from coder.errors import InputError
from coder.exporters.format_csv import unguarded

Row = dict[str, Any]
SUFFIXES = (".csv", ".tsv", ".jsonl", ".parquet", ".xlsx")
# Short names that people give to columns of a table made by hand.
ALIASES = {
    "id": "doc_id",
    "document": "doc_id",
    "sentence_id": "sentence_index",
    "code": "event_code",
    "source": "source_code",
    "target": "target_code",
    "date": "event_date",
}
# The largest cell of a table, in characters: a whole article may stand in one.
_LARGEST_CELL = 100_000_000


def read_table(path: Path, required: Sequence[str] = (), only: Sequence[str] | None = None) -> list[Row]:
    """The rows of a table of events: a dataset package, or a .csv, .tsv, .jsonl, .parquet or .xlsx file.

    Columns of the native layout get their type, others stay text; an empty cell is None. Short column names (``code``
    for ``event_code``, see ``ALIASES``) are understood where the full one is absent. ``only``: the columns to read,
    where the format allows to leave out others. Raises ``InputError`` naming file
    and line for a missing file or column and for a cell of the wrong type.
    """
    file = _table_file(path)
    suffix = file.suffix.lower()
    try:
        if suffix == ".jsonl":
            numbered = list(_json_lines(file))
        elif suffix == ".parquet":
            numbered = list(_parquet(file, only))
        elif suffix == ".xlsx":
            numbered = list(_sheet(file))
        else:
            numbered = list(_delimited(file))
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", where=str(file), hint="save it as CSV UTF-8") from None
    _check_columns(file, numbered, required)
    return [_typed(row, f"{file}:{line}") for line, row in numbered]


def _table_file(path: Path) -> Path:
    if path.is_dir():
        if not (path / "events.parquet").is_file():
            raise InputError(
                "holds no events.parquet",
                where=str(path),
                hint="name a folder that coder code -o FOLDER wrote, or a file",
            )
        return path / "events.parquet"
    if not path.is_file():
        raise InputError("no such file", where=str(path), hint="check the name")
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(
            f"is no table that can be read (suffix {path.suffix!r})",
            where=str(path),
            hint=f"give a dataset package or a file with one of {' '.join(SUFFIXES)}",
        )
    return path


def _delimited(path: Path) -> Iterator[tuple[int, Row]]:
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_CELL))
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        file.seek(0)
        separator = "\t" if path.suffix.lower() == ".tsv" else max(",;\t", key=first.count)
        reader = csv.reader(file, delimiter=separator, strict=True)
        try:
            header = [name.strip() for name in next(reader, [])]
            for cells in reader:
                if not any(cells):
                    continue
                if len(cells) != len(header):
                    raise InputError(
                        f"{len(cells)} cells where the header has {len(header)}",
                        where=f"{path}:{reader.line_num}",
                        hint="quote cells that hold the delimiter or a quote",
                    )
                yield reader.line_num, dict(zip(header, map(unguarded, cells), strict=True))
        except csv.Error as error:
            raise InputError(
                f"broken row: {error}", where=f"{path}:{reader.line_num}", hint="look for a quote that is never closed"
            ) from None


def _json_lines(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise InputError(f"no JSON: {error}", where=f"{path}:{number}", hint="one object a line") from None
            if not isinstance(record, dict):
                raise InputError("no JSON object", where=f"{path}:{number}", hint="one object a line")
            yield number, record


def _parquet(path: Path, only: Sequence[str] | None) -> Iterator[tuple[int, Row]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        known = pq.read_schema(path).names
        table = pq.read_table(path, columns=None if only is None else [name for name in known if name in only])
    except pa.ArrowInvalid as error:
        raise InputError(f"is no Parquet file: {error}", where=str(path), hint="write it again") from None
    yield from enumerate(table.to_pylist(), 1)


def _sheet(path: Path) -> Iterator[tuple[int, Row]]:
    """The first sheet of a workbook. What Excel made a date or a number is turned back into text."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError) as error:
        raise InputError(f"is no .xlsx file: {error}", where=str(path), hint="save it as Excel workbook") from None
    rows = book.worksheets[0].iter_rows(values_only=True)
    header = [str(cell or "").strip() for cell in next(rows, ())]
    for number, cells in enumerate(rows, 2):
        if any(cell not in (None, "") for cell in cells):
            yield number, {name: _cell_text(cell) for name, cell in zip(header, cells, strict=False) if name}


def _cell_text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.date().isoformat() if hasattr(value, "date") else str(value)


def _check_columns(path: Path, numbered: Sequence[tuple[int, Row]], required: Sequence[str]) -> None:
    names = {name for _, row in numbered[:1] for name in row}
    found = names | {ALIASES[name] for name in names if name in ALIASES}
    missing = [name for name in required if name not in found]
    if numbered and missing:
        raise InputError(
            f"has no column {missing[0]!r}",
            where=str(path),
            hint=f"it has {', '.join(sorted(names))[:300]}; needed: {', '.join(required)}",
        )


def _integer(text: str) -> int:
    number = float(text)
    if not number.is_integer():
        raise ValueError(text)
    return int(number)


_KINDS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "number": float,
    "date": lambda text: date.fromisoformat(text[:10]),
}
_MEANING = {"integer": "a whole number", "number": "a number", "date": "a date such as 2024-08-05"}
_NATIVE: Mapping[str, Column] = {column.name: column for column in COLUMNS}


def _typed(row: Row, where: str) -> Row:
    named = {ALIASES[n] if n in ALIASES and ALIASES[n] not in row else n: value for n, value in row.items()}
    return {name: _cell(name, value, where) for name, value in named.items()}


def _cell(name: str, value: Any, where: str) -> Any:
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == "":
        return None
    column = _NATIVE.get(name)
    if column is None or isinstance(value, date) or (isinstance(value, int | float) and column.type != "string"):
        return value
    try:
        return _KINDS[column.type](str(value))
    except ValueError:
        raise InputError(
            f"{name} is {str(value)[:40]!r}, no value of its kind", where=where, hint=f"write {_MEANING[column.type]}"
        ) from None

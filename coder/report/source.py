"""Reads a dataset package, whichever engine wrote it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from coder.dataset import COLUMNS
from coder.errors import InputError
from coder.exporters.base import as_text
from coder.exporters.format_parquet import arrow_schema

WITHHELD = ("status", "status_reason", "source_code", "event_code", "target_code", "sentence")
NEEDED = ("event_id", "doc_id", "sentence", "event_code")
_TYPES = {column.name: column.type for column in COLUMNS}


class Events:
    """The native events. Dates are ISO text, missing is None; a column that the table lacks is all None.

    They stay in an Arrow table and become Python values by column, so that a million events fit into memory.
    """

    def __init__(self, table: pa.Table) -> None:
        self._table = table

    @classmethod
    def of(cls, columns: Mapping[str, Sequence[Any]]) -> Events:
        """Events from lists of values, one for each native column that is known."""
        return cls(pa.table({name: pa.array(values, _arrow_type(name)) for name, values in columns.items()}))

    @property
    def names(self) -> list[str]:
        """The columns of the table."""
        return list(self._table.column_names)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __getitem__(self, name: str) -> Sequence[Any]:
        if name not in self._table.column_names:
            return [None] * len(self)
        return list(self._table.column(name).to_pylist())

    def rows(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """The events as tuples of these columns."""
        return zip(*(self[name] for name in names), strict=True)

    def records(self, positions: Sequence[int]) -> list[dict[str, Any]]:
        """Some events as records of all native columns."""
        return [dict.fromkeys(_TYPES) | record for record in self._table.take(pa.array(positions)).to_pylist()]


@dataclass(frozen=True, slots=True)
class Package:
    """What the report reads of a package. What the folder lacks beside the events is empty."""

    folder: Path
    events: Events
    withheld: Sequence[Mapping[str, Any]] = ()
    rejected: Sequence[Mapping[str, str]] = ()
    run: Mapping[str, Any] = field(default_factory=dict)

    @property
    def documents(self) -> int:
        """How many documents were coded; where ``run.json`` does not say, those that have events."""
        counted = _mapping(self.run.get("counts")).get("documents")
        return counted if isinstance(counted, int) else len(set(self.events["doc_id"]))


def read_package(folder: Path) -> Package:
    """Read the package in ``folder``; ``InputError`` where there is none or a file of it cannot be read."""
    if not folder.is_dir():
        raise InputError("is no folder", where=str(folder), hint="name the folder that `coder code -o FOLDER` wrote")
    return Package(
        folder,
        _events(folder),
        [
            {name: record.get(name) for name in WITHHELD}
            for file in ("withheld.jsonl", "left_out.jsonl")
            for _, record in _records(folder / file)
        ],
        _rejected(folder / "rejected.csv"),
        _run(folder / "run.json"),
    )


def _events(folder: Path) -> Events:
    parquet, lines = folder / "events.parquet", folder / "events.jsonl"
    if parquet.is_file():
        return _from_parquet(parquet)
    if lines.is_file():
        return _from_lines(lines)
    raise InputError(
        "is no dataset package: it has neither events.parquet nor events.jsonl",
        where=str(folder),
        hint="name the folder that `coder code -o FOLDER` wrote",
    )


def _from_parquet(path: Path) -> Events:
    try:
        present = [name for name in pq.read_schema(path).names if name in _TYPES]
        table = pq.read_table(path, columns=present).select(present)
        events = Events(table.cast(pa.schema([(name, _arrow_type(name)) for name in present])))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    return _checked(path, events)


def _from_lines(path: Path) -> Events:
    columns: dict[str, list[Any]] = {name: [] for name in _TYPES}
    found: set[str] = set()
    count = 0
    for line, record in _records(path):
        count += 1
        found |= record.keys()
        for name, values in columns.items():
            values.append(_value(path, line, name, record.get(name)))
    return _checked(path, Events.of({name: values for name, values in columns.items() if name in found or not count}))


def _checked(path: Path, events: Events) -> Events:
    lacking = [name for name in NEEDED if name not in events.names]
    if lacking:
        raise InputError(
            f"has no column {lacking[0]!r}", where=str(path), hint="the report needs the native columns of `coder code`"
        )
    for day in sorted({*events["event_date"], *events["publication_date"]} - {None}):
        _day(path, day)
    return events


def _arrow_type(name: str) -> pa.DataType:
    return pa.string() if _TYPES[name] == "date" else arrow_schema([c for c in COLUMNS if c.name == name]).field(0).type


def _value(path: Path, line: int, name: str, value: Any) -> Any:
    """A value of a JSON record as its column's type; text is made printable."""
    if value is None:
        return None
    try:
        match _TYPES[name]:
            case "integer":
                return int(value)
            case "number":
                return float(value)
            case _:
                return as_text(value)
    except (TypeError, ValueError):
        raise InputError(
            f"{name!r} is {value!r}, not a number", where=f"{path}:{line}", hint="write the package again"
        ) from None


def _day(path: Path, text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{text!r} is no date", where=str(path), hint="dates are written YYYY-MM-DD") from None


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a JSON Lines file with their line numbers; none where there is no file."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8", errors="backslashreplace") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise _unreadable(path, error, number) from None
            if not isinstance(record, dict):
                raise _unreadable(path, ValueError("not an object"), number)
            yield number, record


def _rejected(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", errors="backslashreplace", newline="") as file:
        return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file)]


def _run(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    try:
        return _mapping(json.loads(path.read_text(encoding="utf-8", errors="backslashreplace")))
    except ValueError as error:
        raise _unreadable(path, error) from None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _unreadable(path: Path, error: Exception, line: int | None = None) -> InputError:
    where = str(path) if line is None else f"{path}:{line}"
    return InputError(f"cannot be read: {error}", where=where, hint="write the package again with `coder code`")

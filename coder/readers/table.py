"""Comma-separated tables: columns named as the fields of the input record, one document a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from coder.readers.base import KNOWN_FIELDS, ReadLimits, Record, Rejection, not_utf8, reader
from coder.readers.lines import read_lines

_QUOTE_HINT = (
    "look here for a quote that is never closed (then everything up to the next quote, or to the end, was not read), "
    "and write a quote inside a cell twice"
)


class _LineTooLongError(Exception):
    """A physical line over the cap: most likely a quote that is never closed."""


class _Feed:
    """The decoded lines of a file, one at a time, with the offset of the first bad byte since it was last asked."""

    def __init__(self, path: Path, cap: int) -> None:
        self._lines = read_lines(path, cap)
        self.number = 0
        self.offset = 0
        self.bad_byte: int | None = None
        self.start = b""

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number, self.offset = line.number, line.offset + len(line.data)
        if line.cut:
            raise _LineTooLongError
        if line.number == 1:
            self.start = line.data[:2]
        try:
            return line.data.decode("utf-8")
        except UnicodeDecodeError as error:
            if self.bad_byte is None:
                self.bad_byte = line.offset + error.start
            return line.data.decode("utf-8", "surrogateescape")

    def take_bad_byte(self) -> int | None:
        offset, self.bad_byte = self.bad_byte, None
        return offset


@reader(".csv", ".tsv")
def read_table(path: Path, file_id: str, limits: ReadLimits) -> Iterator[Record | Rejection]:
    """The rows of a table; quoted fields may hold line ends. The header shows the delimiter (comma, semicolon, tab)."""
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_line_bytes))
    feed = _Feed(path, limits.max_line_bytes)
    try:
        header_line = next(feed, "")
        if not header_line:
            return
        bad_byte = feed.take_bad_byte()
        try:
            header = _header(header_line)
        except csv.Error as error:
            yield Rejection(file_id, f"{path}:1", f"broken header: {error}; {_QUOTE_HINT}")
            return
        problem = _header_problem(header) if bad_byte is None else not_utf8(bad_byte, feed.start)
        if problem:
            yield Rejection(file_id, f"{path}:1", problem)
        else:
            yield from _rows(feed, header, _delimiter(header_line), path, file_id)
    except _LineTooLongError:
        number = feed.number
        reason = f"the line is longer than {limits.max_line_bytes:,} bytes. The rest of the file was not read"
        yield Rejection(f"{file_id}:{number}", f"{path}:{number}", reason)


def _rows(feed: _Feed, header: Sequence[str], delimiter: str, path: Path, file_id: str) -> Iterator[Record | Rejection]:
    rows = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        number = feed.number + 1
        where, fallback_id = f"{path}:{number}", f"{file_id}:{number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            feed.take_bad_byte()
            yield Rejection(fallback_id, where, f"broken row: {error}; {_QUOTE_HINT}")
            if "field larger" in str(error):
                return
            continue
        bad_byte = feed.take_bad_byte()
        if any(cell.strip() for cell in row):
            record = _record(row, header, where, fallback_id, bad_byte)
            yield record if isinstance(record, Rejection) else replace(record, offset=feed.offset)


def _record(
    row: Sequence[str], header: Sequence[str], where: str, fallback_id: str, bad_byte: int | None
) -> Record | Rejection:
    fields: dict[str, Any] = {name: cell or None for name, cell in zip(header, row, strict=False)}
    doc_id = (fields.get("id") or "").strip() or fallback_id
    if bad_byte is not None:
        return Rejection(doc_id, where, not_utf8(bad_byte))
    if len(row) != len(header):
        reason = f"{len(row)} cells where the header has {len(header)}; quote cells that hold the delimiter or a quote"
        return Rejection(doc_id, where, reason)
    problem = _mentions(fields)
    return Rejection(doc_id, where, problem) if problem else Record(where, fallback_id, fields)


def _delimiter(header_line: str) -> str:
    return max(",;\t", key=header_line.count) if "," not in header_line else ","


def _header(line: str) -> list[str]:
    names = next(csv.reader([line], delimiter=_delimiter(line)), []) if line else []
    return [_column(name.strip()) for name in names]


def _column(name: str) -> str:
    return name.lower() if name.lower() in KNOWN_FIELDS else name


def _header_problem(header: Sequence[str]) -> str | None:
    repeated = sorted({name for name in header if header.count(name) > 1})
    if repeated:
        return f"the column {repeated[0]!r} stands twice in the header; give each column its own name"
    if "text" not in header:
        columns = ", ".join(header)[:200]
        return f"no column named 'text' in the header ({columns}); name the columns id, text, date, title ..."
    return None


def _mentions(fields: dict[str, Any]) -> str | None:
    """Parse the mentions of a row in place; the problem if they are no JSON."""
    if fields.get("mentions"):
        try:
            fields["mentions"] = json.loads(fields["mentions"])
        except (ValueError, RecursionError):
            return 'mentions are no JSON; write a list like [{"start": 0, "end": 4, "text": "Iran"}]'
    return None

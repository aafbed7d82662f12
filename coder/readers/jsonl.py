"""JSON Lines: one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coder.readers.base import ReadLimits, Record, Rejection, not_utf8, reader
from coder.readers.lines import Line, read_lines

SUFFIXES = (".jsonl", ".ndjson")
_ID = re.compile(rb'"id"\s*:\s*"([^"\\]{1,200})"')


@reader(*SUFFIXES)
def read_jsonl(path: Path, file_id: str, limits: ReadLimits) -> Iterator[Record | Rejection]:
    """The records of a file; a broken line is rejected and the next one read."""
    for line in read_lines(path, limits.max_line_bytes):
        if line.data.strip():
            yield record_of(line, f"{path}:{line.number}", f"{file_id}:{line.number}", limits)


def record_of(line: Line, where: str, fallback_id: str, limits: ReadLimits) -> Record | Rejection:
    """The record of one line."""
    if line.cut:
        most = f"a text may have {limits.max_characters:,} characters"
        reason = f"the line is longer than {limits.max_line_bytes:,} bytes; {most}"
        return Rejection(_id_within(line.data) or fallback_id, where, reason)
    try:
        fields = json.loads(line.data.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_repeated_key)
    except UnicodeDecodeError as error:
        return Rejection(
            _id_within(line.data) or fallback_id, where, not_utf8(line.offset + error.start, line.data[:2])
        )
    except (ValueError, RecursionError) as error:
        reason = f"not a JSON record: {_short(error)}; each line must be one complete JSON object"
        return Rejection(_id_within(line.data) or fallback_id, where, reason)
    if not isinstance(fields, dict):
        return Rejection(
            fallback_id, where, 'not a JSON object; each line must be an object like {"id": ..., "text": ...}'
        )
    return Record(where, fallback_id, fields, line.offset + len(line.data))


def _id_within(data: bytes) -> str | None:
    """The id that a line too broken or too long to parse seems to have."""
    found = _ID.search(data[:4096]) or _ID.search(data[-4096:])
    return found[1].decode("utf-8", "replace").strip() or None if found else None


def _short(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:200]


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")


def _no_repeated_key(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        seen: set[str] = set()
        repeated = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the field {repeated!r} stands twice")
    return fields

"""YAML that keeps its lines and never guesses a type.

Every scalar is text (plain YAML would read ``010`` as 8 and ``NO`` as false), every mapping knows the line of each key,
a repeated key is a fault. Tags, anchors and aliases are refused, so a file can neither run code nor explode in memory.
When a file of entries does not parse, its entries are parsed one by one, so that one fault does not hide the others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from coder.errors import Problem

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRAME = (StreamStartEvent, StreamEndEvent, DocumentStartEvent, DocumentEndEvent)
_ENTRY_START = re.compile(r"^- ", re.MULTILINE)
MAX_DEPTH = 20
MAX_BYTES = 20_000_000


class Mapping(dict[str, Any]):
    """A mapping that knows its own line and the line of each key."""

    line: int
    lines: dict[str, int]

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines = {}


class Listing(list[Any]):
    """A list that knows its own line and the line of each item."""

    line: int
    lines: list[int]

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines = []


@dataclass(slots=True)
class Source:
    """One parsed file: its content and what was wrong with it."""

    path: Path
    label: str
    content: Any
    problems: list[Problem] = field(default_factory=list)


class _FaultError(Exception):
    def __init__(self, line: int, what: str, hint: str) -> None:
        self.line, self.what, self.hint = line, what, hint


class _Builder:
    """Builds located data from parser events; collects faults that do not stop the parse."""

    def __init__(self, label: str, offset: int) -> None:
        self.label, self.offset = label, offset
        self.problems: list[Problem] = []

    def build(self, text: str) -> Any:
        events = (e for e in yaml.parse(text, Loader=_PARSER) if not isinstance(e, _FRAME))
        first = next(events, None)
        return None if first is None else self._node(first, events, 0)

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + 1 + self.offset

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        line = self._line(event)
        if depth > MAX_DEPTH:
            raise _FaultError(line, "nested too deeply", f"dictionaries need at most {MAX_DEPTH} levels")
        if isinstance(event, AliasEvent):
            raise _FaultError(line, f"alias *{event.anchor} is not allowed", "write the value out")
        if event.anchor is not None:
            raise _FaultError(line, f"anchor &{event.anchor} is not allowed", "write the value out where it is needed")
        if event.tag is not None and not (isinstance(event, ScalarEvent) and event.tag == "!"):
            raise _FaultError(line, f"tag {event.tag} is not allowed", "plain text, lists and mappings only")
        if isinstance(event, ScalarEvent):
            return str(event.value)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(line, events, depth)
        assert isinstance(event, MappingStartEvent)
        return self._mapping(line, events, depth)

    def _sequence(self, line: int, events: Iterator[Any], depth: int) -> Listing:
        out = Listing(line)
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            out.lines.append(self._line(event))
            out.append(self._node(event, events, depth + 1))
        return out

    def _mapping(self, line: int, events: Iterator[Any], depth: int) -> Mapping:
        out = Mapping(line)
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key_line = self._line(event)
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, str):
                raise _FaultError(key_line, "a key must be a word", "write `key: value`")
            if key in out:
                hint = f"the first one is on line {out.lines[key]}; keep one of them"
                self.problems.append(Problem(self.label, key_line, f"repeated key '{key}'", hint))
                continue
            out[key] = value
            out.lines[key] = key_line
        return out


def parse(text: str, label: str, offset: int = 0) -> tuple[Any, list[Problem]]:
    """Located data of a YAML text, with the faults found; ``None`` where it does not parse at all."""
    builder = _Builder(label, offset)
    try:
        return builder.build(text), builder.problems
    except _FaultError as fault:
        problem = Problem(label, fault.line, fault.what, fault.hint)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 1 + offset
        what = f"not readable as YAML: {error.problem or error.context}"
        problem = Problem(label, line, what, "check the indentation, and quote text that holds ': ' or ' #'")
    except (yaml.YAMLError, RecursionError) as error:
        text_line = str(error).splitlines()[0] if str(error) else type(error).__name__
        problem = Problem(label, 1 + offset, f"not readable as YAML: {text_line}", "remove control characters")
    return None, [*builder.problems, problem]


def parse_entries(text: str, label: str) -> tuple[Any, list[Problem]]:
    """Like ``parse``; a list that does not parse as a whole is parsed entry by entry."""
    content, problems = parse(text, label)
    starts = [m.start() for m in _ENTRY_START.finditer(text)]
    if content is not None or not starts:
        return content, problems
    entries, problems = Listing(1), []
    line = text.count("\n", 0, starts[0])
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part, found = parse(text[begin:end], label, line)
        line += text.count("\n", begin, end)
        problems += found
        if isinstance(part, Listing):
            entries.extend(part)
            entries.lines.extend(part.lines)
    return entries, problems


def read_source(path: Path, label: str) -> Source:
    """Read one dictionary file; unreadable files give a problem, never an exception."""
    try:
        if path.stat().st_size > MAX_BYTES:
            problem = Problem(label, 1, "file is too large", f"split it: the limit is {MAX_BYTES // 1_000_000} MB")
            return Source(path, label, None, [problem])
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(label, 1, f"not UTF-8 (byte {error.start})", "save the file as UTF-8")
        return Source(path, label, None, [problem])
    except OSError as error:
        return Source(path, label, None, [Problem(label, 1, f"cannot be read: {error.strerror}", "check the file")])
    content, problems = parse_entries(text, label)
    return Source(path, label, content, problems)


def dictionary_files(root: Path) -> list[Path]:
    """All YAML files below ``root`` in a stable order; links that lead out of the folder are left out."""
    inside = root.resolve()
    found = [p for p in root.rglob("*.y*ml") if p.suffix in (".yaml", ".yml") and p.is_file()]
    return sorted((p for p in found if p.resolve().is_relative_to(inside)), key=lambda p: p.relative_to(root).parts)


def content_hash(roots: list[Path]) -> str:
    """A hash over the names and bytes of all dictionary files, for run.json and caches."""
    digest = hashlib.sha256()
    for root in roots:
        for path in dictionary_files(root):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]

"""What every reader shares: the registry, the records it yields, and the limits it keeps.

To add an input format, write one file in this folder with a function under ``@reader(".suffix")`` and import it in
``__init__.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

PUBLISHED = "publication_date"  # what our own tables call the date
KNOWN_FIELDS = frozenset({"id", "text", "date", PUBLISHED, "title", "lang", "publisher", "url", "mentions"})
"""The fields of a record that are read; all others are carried through on request."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A document that was not read: its id (or the nearest thing to one), where it stands, and why, with what to do."""

    doc_id: str
    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """One input record before it is checked. ``fallback_id`` serves when the record has no id of its own.

    ``offset``: how far the file is read, in bytes, for the progress bar.
    """

    where: str
    fallback_id: str
    fields: Mapping[str, Any]
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ReadDefaults:
    """What a record gets that brings no publication date or language of its own.

    ``undated``: the records' dates are not used, so one that is none is no reason to reject the document.
    """

    date: date | None = None
    lang: str | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How large a document may be. The caps on lines and files follow from it, so that no input fills the memory."""

    max_characters: int = 100_000
    max_title_characters: int = 2_000

    @property
    def max_text_bytes(self) -> int:
        """The most bytes that a text within the limit can take in UTF-8, with its byte order mark."""
        return 4 * self.max_characters + 3

    @property
    def max_line_bytes(self) -> int:
        """The cap on one line: far above the limit of the text, so that a text too long is still rejected by its id."""
        return max(16 * 1024 * 1024, 8 * self.max_characters)


ReadFunction = Callable[[Path, str, ReadLimits], Iterator[Record | Rejection]]

_READERS: dict[str, ReadFunction] = {}


def reader(*suffixes: str) -> Callable[[ReadFunction], ReadFunction]:
    """Register a function as the reader of files with these suffixes.

    It gets the path, the id of the file (its path in the folder, or its stem) and the limits.
    """

    def register(function: ReadFunction) -> ReadFunction:
        for suffix in suffixes:
            if suffix in _READERS:
                raise ValueError(f"two readers for {suffix}")
            _READERS[suffix] = function
        return function

    return register


def reader_for(path: PurePath) -> ReadFunction | None:
    """The reader of a file, by its suffix in any case; None when there is none."""
    return _READERS.get(path.suffix.lower())


def known_suffixes() -> tuple[str, ...]:
    """All suffixes that have a reader."""
    return tuple(sorted(_READERS))


def printable(text: str) -> str:
    """``text`` fit for a table of rejections: what no UTF-8 file can hold is replaced, and it is kept short."""
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
    return clean if len(clean) <= 300 else clean[:297] + "..."


def not_utf8(offset: int, start: bytes = b"") -> str:
    """The reason for a rejection of bytes that are not UTF-8."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "not UTF-8: byte 0 begins a UTF-16 file; save it as UTF-8"
    return f"not UTF-8: bad byte at offset {offset} of the file; save the file as UTF-8 (Arabic is often Windows-1256)"

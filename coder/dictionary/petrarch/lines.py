"""The lines of PETRARCH's files: comments cut, names turned into words, codes read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coder.dictionary.petrarch.report import Line, Report
from coder.errors import InputError

MAX_BYTES = 100_000_000
NULL_CODES = frozenset({"", "---"})
SPECIAL_CODES = frozenset({"+++", "###"})
_INLINE = re.compile(r"<!--.*?-->")
_HELD = "[\x00]"  # stands for the code [###] while comments are cut
_SMALL = frozenset("of the and for in on at to de la el al bin von van du da".split())


def read_lines(path: Path, report: Report) -> Iterator[Line]:
    """The lines that say something, with their numbers. ``#`` starts a comment; ``<!-- -->`` may span lines."""
    text = _text(path, report)
    inside = False
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.rstrip("\r")
        if inside:
            inside = "-->" not in line
            continue
        line = _INLINE.sub("", line)
        if line.lstrip().startswith("<!"):
            inside = "<!--" in line and "-->" not in line
            continue
        body, _, comment = line.replace("[###]", _HELD).partition("#")
        body = body.replace(_HELD, "[###]")
        if body.strip():
            yield Line(path.name, number, body.rstrip(), comment.strip(" #\t"))


def _text(path: Path, report: Report) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError("file is too large", where=str(path), hint=f"the limit is {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path), hint="give a PETRARCH file") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.change("encoding", Line(path.name, line, ""), "the file is not UTF-8: read as Windows-1252")
        return data.decode("cp1252", errors="replace")


def words_of(text: str) -> str:
    """A name with its joiners turned into blanks, in lower case."""
    return " ".join(text.replace("_", " ").split()).lower()


def title_of(text: str) -> str:
    """A name as one writes it: PETRARCH keeps capitals only."""
    return " ".join(_capital(w, first=i == 0) for i, w in enumerate(text.replace("_", " ").split()))


def _capital(word: str, first: bool) -> str:
    word = word.upper()
    if word.lower() in _SMALL:
        return word.capitalize() if first else word.lower()
    if len(word) <= 3 or "." in word:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def slug(text: str) -> str:
    """A name as part of an id."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower().encode("ascii", "ignore").decode()).strip("_") or "unnamed"


class Ids:
    """Ids that are unique in the whole import: a second one gets a number."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def new(self, stem: str) -> str:
        """``stem``, or ``stem.2`` when it is taken."""
        self._seen[stem] = count = self._seen.get(stem, 0) + 1
        return stem if count == 1 else self.new(f"{stem}.{count}")


@dataclass(frozen=True, slots=True)
class EventCode:
    """An event code: ``code`` from source to target, ``reverse`` back. ``inverse``: the subject is the recipient."""

    code: str | None
    reverse: str | None = None
    inverse: bool = False


def event_code(text: str) -> EventCode:
    """``070``, ``042:043``, ``:110``, ``---``."""
    first, colon, second = (part.strip() for part in text.strip().partition(":"))
    one, two = _plain(first), _plain(second)
    if not colon:
        return EventCode(one)
    if one is None:
        return EventCode(two, inverse=True)
    return EventCode(one, two)


def _plain(text: str) -> str | None:
    return None if text in NULL_CODES or text in SPECIAL_CODES else "".join(text.split())

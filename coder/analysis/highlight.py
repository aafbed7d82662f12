"""Which words of a sentence name the trigger, the actors and the place of an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

# In the order in which they win where they overlap.
PARTS = ("trigger", "source", "target", "location")
MARKS = {"trigger": "{%s}", "source": "[S %s]", "target": "[T %s]", "location": "[P %s]"}
Piece = tuple[str, str | None]


def pieces(record: Mapping[str, Any]) -> list[Piece]:
    """The sentence of a native record cut into pieces, each with the part of the event that it names, or None."""
    sentence = str(record.get("sentence") or "")
    spans = _spans(record, sentence)
    out: list[Piece] = []
    at = 0
    for start, end, part in spans:
        out += [(sentence[at:start], None), (sentence[start:end], part)]
        at = end
    return [piece for piece in [*out, (sentence[at:], None)] if piece[0]]


def marked(record: Mapping[str, Any]) -> str:
    """The sentence with marks: {trigger}, [S source], [T target], [P place]."""
    return "".join(MARKS[part] % text if part else text for text, part in pieces(record))


def _spans(record: Mapping[str, Any], sentence: str) -> list[tuple[int, int, str]]:
    base = _sentence_start(record, sentence)
    if base is None:
        return []
    taken: list[tuple[int, int, str]] = []
    for part, start, end, text in _named(record):
        here = start - base, end - base
        inside = 0 <= here[0] < here[1] <= len(sentence) and sentence[slice(*here)] == text
        if inside and all(here[1] <= s or here[0] >= e for s, e, _ in taken):
            taken.append((*here, part))
    return sorted(taken)


def _named(record: Mapping[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    for part in PARTS:
        start, end, text = (record.get(f"{part}_{field}") for field in ("start", "end", "text"))
        if start is not None and end is not None and text:
            yield part, int(start), int(end), str(text)


def _sentence_start(record: Mapping[str, Any], sentence: str) -> int | None:
    """Where the sentence begins in its document: the place where the trigger and most of the other words fit."""
    named = list(_named(record))
    if not named or named[0][0] != "trigger":
        return None
    _, start, _, text = named[0]
    candidates = [start - found.start() for found in re.finditer(re.escape(text), sentence)]

    def fits(base: int) -> int:
        return sum(sentence[max(s - base, 0) : max(e - base, 0)] == words for _, s, e, words in named)

    return max(candidates, key=fits, default=None)

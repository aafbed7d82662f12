"""The coded sentences with the words that gave each event marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from coder.model import TITLE_INDEX
from coder.report.source import Events

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
ROLES = ("trigger", "source", "target", "place", "date", "number")
# Role, column of the words, columns of their offsets into the document.
_SPANS = (
    ("trigger", "trigger_text", "trigger_start", "trigger_end"),
    ("source", "source_text", "source_start", "source_end"),
    ("target", "target_text", "target_start", "target_end"),
    ("place", "location_text", "location_start", "location_end"),
    ("number", "fatalities_text", "fatalities_start", "fatalities_end"),
)
# Words without offsets in the record.
_WORDS = (("date", "date_text"), ("number", "injuries_text"))
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a sentence (code points, end exclusive) in a role for one event, by its number in the sentence."""

    start: int
    end: int
    role: str
    event: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks throughout; ``look`` are the roles of the shortest of them."""

    text: str
    look: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with its events, ready for the page."""

    number: int
    doc_id: str
    index: int | None
    lang: str
    direction: str
    publisher: str | None
    link: str | None
    published: str | None
    pieces: Sequence[Piece]
    events: Sequence[Record]

    @property
    def roots(self) -> list[str]:
        """The CAMEO roots of its events."""
        return sorted({event["event_root"] or "" for event in self.events})


def coded_sentences(events: Events, most: int) -> tuple[list[CodedSentence], int]:
    """Up to ``most`` sentences in the order of the package, and how many there are.

    A sample takes the roots in turn, so that rare ones are seen, and follows the hashes in the event ids: it is
    arbitrary, yet the same for the same package.
    """
    groups: dict[tuple[str, int | None, str], list[int]] = {}
    for position, key in enumerate(events.rows("doc_id", "sentence_index", "sentence")):
        groups.setdefault(key, []).append(position)
    chosen = _sample(events, list(groups.values()), most)
    return [_sentence(number, events, rows) for number, rows in enumerate(chosen)], len(groups)


def _sample(events: Events, groups: list[list[int]], most: int) -> list[list[int]]:
    if len(groups) <= most:
        return groups
    ids, roots, langs = events["event_id"], events["event_root"], events["lang"]
    ordered = sorted(groups, key=lambda rows: min(ids[row] or "" for row in rows))
    turn: Counter[tuple[Any, Any]] = Counter()
    ranked = []
    for rows in ordered:
        kind = (roots[rows[0]], langs[rows[0]])
        ranked.append((turn[kind], rows))
        turn[kind] += 1
    ranked.sort(key=lambda item: item[0])
    return sorted(rows for _, rows in ranked[:most])


def _sentence(number: int, events: Events, rows: Sequence[int]) -> CodedSentence:
    records = events.records(rows)
    first = records[0]
    text, lang = first["sentence"] or "", first["lang"] or ""
    begin = sentence_start(text, records)
    marks = [mark for k, record in enumerate(records) for mark in marks_of(text, begin, record, k)]
    return CodedSentence(
        number=number,
        doc_id=first["doc_id"] or "",
        index=first["sentence_index"],
        lang=lang,
        direction="rtl" if lang in RIGHT_TO_LEFT else "ltr",
        publisher=first["publisher"],
        link=safe_link(first["url"]),
        published=first["publication_date"],
        pieces=pieces_of(text, marks),
        events=records,
    )


def safe_link(url: str | None) -> str | None:
    """The address if it is one of the web, else None: ``javascript:`` and its like are never linked."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def sentence_start(text: str, records: Sequence[Record]) -> int:
    """Where the sentence begins in its document, which the record does not say.

    Offsets count from the start of the document, so each occurrence of an event's words in the sentence proposes a
    start; the one on which most words agree wins (the smallest of equals).
    """
    if records[0]["sentence_index"] == TITLE_INDEX:
        return 0
    votes: Counter[int] = Counter()
    for record in records:
        for role, words, start, _ in _SPANS:
            if record[words] and record[start] is not None:
                weight = 2 if role == "trigger" else 1  # an actor may be named in another sentence
                votes.update({record[start] - k: weight for k in _occurrences(text, record[words])})
    return max(sorted(votes), key=lambda start: votes[start], default=0)


def _occurrences(text: str, words: str) -> Iterable[int]:
    found = text.find(words)
    while found >= 0:
        yield found
        found = text.find(words, found + 1)


def marks_of(text: str, begin: int, record: Record, event: int) -> list[Mark]:
    """The marks of one event; words that stand in another sentence have none."""
    marks = []
    for role, words, start, end in _SPANS:
        if record[start] is None or record[end] is None:
            continue
        here = slice(record[start] - begin, record[end] - begin)
        if 0 <= here.start < here.stop <= len(text) and text[here] == record[words]:
            marks.append(Mark(here.start, here.stop, role, event))
    trigger = marks[0].start if marks else 0
    for role, words in _WORDS:
        places = list(_occurrences(text, record[words])) if record[words] else []
        if places:
            nearest = min(places, key=lambda k: (abs(k - trigger), k))
            marks.append(Mark(nearest, nearest + len(record[words]), role, event))
    return marks


def pieces_of(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """The text cut where a mark begins or ends."""
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    pieces = []
    for start, end in pairwise(cuts):
        over = tuple(sorted((m for m in marks if m.start <= start and end <= m.end), key=_order))
        pieces.append(Piece(text[start:end], _look(over), over))
    return pieces


def _order(mark: Mark) -> tuple[int, int, int]:
    """The shortest first: what stands within a phrase is seen before the phrase."""
    return mark.end - mark.start, ROLES.index(mark.role), mark.event


def _look(marks: Sequence[Mark]) -> tuple[str, ...]:
    """The roles to show: those of the shortest marks, two where one actor is the source and the target of events."""
    if not marks:
        return ()
    shortest = marks[0].end - marks[0].start
    return tuple(dict.fromkeys(m.role for m in marks if m.end - m.start == shortest))[:2]

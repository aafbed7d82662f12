"""Marks in the annotated text: where they are put, what happens where they overlap, which links are kept."""

from __future__ import annotations

from typing import Any

import pytest

from coder.dataset import COLUMNS
from coder.report.annotated import coded_sentences, marks_of, pieces_of, safe_link, sentence_start
from coder.report.source import Events

ENGLISH = "Rebels shelled rebels near Homs on Monday, killing 3."
ARABIC = "قصفت القوات السورية والفصائل حمص."


def record(text: str, begin: int, **spans: str | tuple[str, int]) -> dict[str, Any]:
    """A record whose words stand in ``text``, the occurrence with that number, with offsets from ``begin``."""
    made: dict[str, Any] = {column.name: None for column in COLUMNS}
    made |= {"event_id": "e", "doc_id": "d", "sentence": text, "sentence_index": 1, "event_code": "194", "lang": "en"}
    for stem, given in spans.items():
        words, occurrence = (given, 0) if isinstance(given, str) else given
        made[f"{stem}_text"] = words
        if stem not in ("date", "injuries"):
            start = -1
            for _ in range(occurrence + 1):
                start = text.index(words, start + 1)
            made[f"{stem}_start"], made[f"{stem}_end"] = begin + start, begin + start + len(words)
    return made


def events_of(*records: dict[str, Any]) -> Events:
    return Events.of({c.name: [r[c.name] for r in records] for c in COLUMNS})


def shown(text: str, *records: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    begin = sentence_start(text, records)
    marks = [mark for k, r in enumerate(records) for mark in marks_of(text, begin, r, k)]
    pieces = pieces_of(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    return [(piece.text, piece.look) for piece in pieces if piece.look]


def test_every_role_is_marked() -> None:
    words = {"source": "Rebels", "trigger": "shelled", "target": "rebels", "location": "Homs", "date": "on Monday"}
    assert shown(ENGLISH, record(ENGLISH, 250, **words, fatalities="killing 3")) == [
        ("Rebels", ("source",)),
        ("shelled", ("trigger",)),
        ("rebels", ("target",)),
        ("Homs", ("place",)),
        ("on Monday", ("date",)),
        ("killing 3", ("number",)),
    ]


def test_words_that_occur_twice_are_told_apart_by_the_others() -> None:
    text = "Strikes followed strikes, and strikes hit Homs."
    third = record(text, 40, trigger=("strikes", 1), location="Homs")
    assert sentence_start(text, [third]) == 40
    assert shown(text, third) == [("strikes", ("trigger",)), ("Homs", ("place",))]
    assert pieces_of(text, marks_of(text, 40, third, 0))[1].marks[0].start == text.index("strikes hit")


def test_an_actor_named_in_another_sentence_has_no_mark() -> None:
    found = record(ENGLISH, 100, trigger="shelled", target="rebels")
    found |= {"source_text": "Rebels", "source_start": 3, "source_end": 9}
    assert shown(ENGLISH, found) == [("shelled", ("trigger",)), ("rebels", ("target",))]


def test_what_stands_within_a_phrase_shows_over_it() -> None:
    text = "They met the ambassador on Monday."
    found = record(text, 7, trigger="met", target="the ambassador on Monday", date="Monday")
    assert shown(text, found) == [("met", ("trigger",)), ("the ambassador on ", ("target",)), ("Monday", ("date",))]


def test_a_meeting_shows_both_sides_as_source_and_target() -> None:
    text = "France met Spain."
    there = record(text, 0, source="France", trigger="met", target="Spain")
    back = record(text, 0, source="Spain", trigger="met", target="France")
    looks = dict(shown(text, there, back))
    assert looks == {"France": ("source", "target"), "met": ("trigger",), "Spain": ("source", "target")}


def test_arabic_marks_cut_at_the_clitic_and_read_from_the_right() -> None:
    found = record(ARABIC, 12, trigger="قصفت", source="القوات السورية", target="الفصائل") | {"lang": "ar"}
    [sentence], whole = coded_sentences(events_of(found), 10)
    assert (sentence.direction, whole) == ("rtl", 1)
    assert [piece.text for piece in sentence.pieces if "target" in piece.look] == ["الفصائل"]
    assert [piece.text for piece in sentence.pieces if piece.text.endswith("و")] == [" و"]


def test_rare_roots_are_in_a_sample() -> None:
    common = [record(f"Text {k}.", 0) | {"event_id": f"{k:04}", "event_root": "19"} for k in range(50)]
    rare = record("Rare text.", 0) | {"event_id": "zzzz", "event_root": "09"}
    chosen, whole = coded_sentences(events_of(*common, rare), 5)
    assert whole == 51
    assert len(chosen) == 5
    assert ["09"] in [sentence.roots for sentence in chosen]


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org"])
def test_web_addresses_are_linked(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "JaVaScRiPt://x/%0aalert(1)", "data:text/html,x", "//x", "http://[", "x y"]
)
def test_others_are_not(url: str | None) -> None:
    assert safe_link(url) is None

"""Headlines count only for what the text does not tell."""

from __future__ import annotations

import pytest

from coder.model import Event
from tests.full import coder_with_open_sides as coder
from tests.small import shown

Row = tuple[str | None, str | None, str]


def told(text: str, title: str, lang: str = "en") -> list[Event]:
    return [e for e in coder().code(text, title=title, lang=lang, date="2024-03-05") if e.status == "asserted"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Rebels kill six soldiers in Mali", "Rebels killed six Malian soldiers.", {("MLIREB", "MLIMIL", "190")}),
        ("Malian rebels attack army base", "A Malian army base was attacked on Monday.", {("MLIREB", "MLIMIL", "190")}),
        (
            "Kenya expels Ugandan envoy",
            "Malian rebels killed six Malian soldiers.",
            {("KEN", "UGAGOV", "161"), ("MLIREB", "MLIMIL", "190")},
        ),
        (
            "Malian soldiers kill Malian rebels",
            "Malian rebels killed six soldiers.",
            {("MLIMIL", "MLIREB", "190"), ("MLIREB", "MLIMIL", "190")},
        ),
    ],
)
def test_the_text_has_the_event(title: str, text: str, expected: set[Row]) -> None:
    assert shown(told(text, title)) == expected


def test_the_headline_is_one_more_report() -> None:
    (event,) = told("Kenya expelled the Ugandan ambassador.", "Kenya expels Ugandan ambassador")
    assert event.sentence.index == 0
    assert event.n_mentions == 2


def test_a_headline_lends_no_side_that_it_does_not_know_either() -> None:
    text = "The Kenyan parliament voted overwhelmingly against triggering the clause on Monday. Rain fell. It was cold."
    event = next(e for e in told(text, "Kenya's parliament rejects Windfall") if e.sentence.index == 0)
    assert (event.code, event.target, event.n_mentions) == ("120", None, 2)

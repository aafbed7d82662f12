"""In an article, what somebody says or refuses to somebody else has both its sides."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder
from tests.full import coder, coder_with_open_sides

STORY = "Heavy rain fell over Lisbon on Monday. Trains stood still until noon. "

HALVES = [
    ("The Portuguese government welcomed the plan.", "051"),
    ("The Portuguese government denied the charges.", "016"),
    ("The Portuguese government turned down the offer.", "127"),
    ("The Portuguese president was accused of fraud.", "1121"),
]
WHOLE = [
    ("The Portuguese government rejected a Spanish offer.", "127"),
    ("The Portuguese government condemned the attack.", "111"),
    ("The Portuguese government called for calm.", "020"),
    ("The Portuguese government urged all sides to talk.", "020"),
    ("The Portuguese government denied any involvement.", "016"),
    ("The Portuguese government declined to comment.", "011"),
    ("The Basque separatists claimed responsibility for the bombing.", "015"),
    ("Portugal's prime minister resigned.", "0831"),
]


def codes(of: Coder, text: str) -> set[str]:
    """The codes of the asserted events of a text."""
    return {e.code for e in of.code(text, date="2026-03-10") if e.status == "asserted"}


@pytest.mark.parametrize(("sentence", "code"), HALVES)
def test_half_an_act_is_left_out_of_an_article(sentence: str, code: str) -> None:
    assert codes(coder(), STORY + sentence) == set()
    assert code in codes(coder(), sentence)
    assert code in codes(coder_with_open_sides(), STORY + sentence)


@pytest.mark.parametrize(("sentence", "code"), WHOLE)
def test_what_has_both_sides_or_needs_one_stays(sentence: str, code: str) -> None:
    assert code in codes(coder(), STORY + sentence)


def test_the_side_may_stand_elsewhere_in_the_story() -> None:
    text = "Kenya accused Ethiopia of lying on Monday. Rain fell. Ethiopia demanded an apology."
    events = [e for e in coder().code(text, date="2026-03-10") if e.code.startswith("10")]
    assert [e.target and e.target.code for e in events] == ["KEN"]


def test_given_actors_keep_their_acts() -> None:
    text = STORY + "The ministry welcomed the plan."
    at = text.index("The ministry")
    mention = {"start": at, "end": at + 12, "text": "The ministry", "code": "PRTGOV"}
    assert [e.code for e in coder().code(text, mentions=[mention])] == ["051"]

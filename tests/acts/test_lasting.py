"""Clauses that tell of other days than those of their story: what goes on, weeks before, who held the office then."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "Ministers met in Paris on Monday. {} The weather was fine. The hall was full."
BEFORE = [
    ("Ghana has been pressing Kenya to open its ports.", "10"),
    ("Ghana's premier has also been lobbying the Kenyan president to open its ports.", "0"),
    ("Ghana's premier, who has openly criticised Kenya, was absent.", "111"),
    ("The blockade comes a month after Kenyan rebels attacked a Somali base.", "19"),
    ("The blast comes a month after nine Kenyan soldiers were killed in a suicide bombing.", "1"),
    ("The vote came two years after Ghana accused Kenya of piracy.", "112"),
    ("Then-President Barack Obama met Canada's premier.", "040"),
]
NEWS = [
    ("Ghana has pressed Kenya to open its ports.", "10"),
    ("Ghana has been pressing Kenya since Monday to open its ports.", "10"),
    ("Kenyan teachers have been protesting outside parliament.", "141"),
    ("Ghana's premier, who has just criticised Kenya, was absent.", "111"),
    ("Talks between Ghana's premier and the Kenyan president have been taking place.", "04"),
    ("Ghana's premier, who criticised Kenya, left the room.", "111"),
    ("The blockade comes two days after Kenyan rebels attacked a Somali base.", "19"),
    ("Kenyan rebels attacked a Somali base a month after talks failed.", "19"),
    ("And then President Barack Obama met Canada's premier.", "040"),
    ("Ghana has been criticised by Kenya.", "111"),
]


def _statuses(text: str, code: str) -> set[str]:
    return {e.status for e in coder().code(text) if e.code.startswith(code)}


@pytest.mark.parametrize(("sentence", "code"), BEFORE)
def test_what_goes_on_or_was_before_is_background(sentence: str, code: str) -> None:
    assert _statuses(STORY.format(sentence), code) == {"past_reference"}


@pytest.mark.parametrize(("sentence", "code"), NEWS)
def test_news_is_kept(sentence: str, code: str) -> None:
    assert "asserted" in _statuses(STORY.format(sentence), code)


def test_leads_tell_news_in_a_perfect() -> None:
    lead = "Ghana has been pressing Kenya to open its ports. Kenya said no. The weather was fine."
    assert "asserted" in _statuses(lead, "10")
    assert "asserted" in _statuses("Ghana has been pressing Kenya to open its ports.", "10")

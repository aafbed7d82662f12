"""A killing that a story tells several times is one event."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

LEAD = "NAIROBI, May 5 - Kenyan lawmaker Peter Wanjala was shot dead in Nairobi on Monday, officials said. "
STOPPED = "PARIS, May 5 - French police shot dead a man at a station in Lyon on Monday after he threatened passengers. "


def killings(full_coder: Coder, text: str) -> list[tuple[str, str | None]]:
    """The acts of force of a text, in order: code and doer."""
    events = full_coder.code(text + " Officials gave no other details.", date="2016-05-06")
    told = [e for e in events if e.status == "asserted" and e.code[:2] in ("18", "19")]
    return [(e.code, e.source and e.source.code) for e in sorted(told, key=lambda e: e.sentence.index)]


@pytest.mark.parametrize(
    "second",
    [
        "Wanjala was gunned down as he left his home.",
        "Peter Wanjala was killed by two bullets.",
    ],
)
def test_who_is_named_again_is_killed_once(full_coder: Coder, second: str) -> None:
    assert killings(full_coder, LEAD + second) == [("193", None)]


def test_a_murder_stays_one_and_its_doers_are_told_later(full_coder: Coder) -> None:
    text = "NAIROBI, May 5 - Kenyan lawmaker Peter Wanjala was assassinated in Nairobi on Monday. "
    text += "Two Ugandan soldiers attacked Wanjala at the airport and fled."
    assert killings(full_coder, text) == [("186", "UGAMIL")]


@pytest.mark.parametrize(
    "second",
    [
        "The man was shot by soldiers who guarded the station.",
        "The attacker was killed by soldiers.",
        "Soldiers killed the man when he ran.",
    ],
)
def test_a_man_whom_police_felled_is_taken_up(full_coder: Coder, second: str) -> None:
    assert killings(full_coder, STOPPED + second) == [("193", "FRACOP")]


@pytest.mark.parametrize(
    "second",
    [
        "Another Kenyan lawmaker, John Mutua, was shot dead in Nairobi in the evening.",  # somebody else
        "Three policemen were shot dead in Nairobi.",  # several
    ],
)
def test_others_are_other_killings(full_coder: Coder, second: str) -> None:
    assert len(killings(full_coder, LEAD + second)) > 1


@pytest.mark.parametrize(
    "second",
    [
        "French police shot dead another man in Marseille on Tuesday.",
        "French soldiers killed two men who had fired on them.",
    ],
)
def test_police_fell_more_than_one(full_coder: Coder, second: str) -> None:
    assert len(killings(full_coder, STOPPED + second)) > 1

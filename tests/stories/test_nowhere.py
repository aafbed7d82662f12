"""Deeds with no side, place, day, victim or weapon are spoken of, not told."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "The festival opened on Monday. Guests came from afar. "


def asserted(text: str) -> list[str]:
    return [e.code for e in coder().code(text, date="2026-03-10") if e.status == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The plan has drawn huge protests.",
        "The coin helps in the battle.",
        "He was asked about a riot.",
    ],
)
def test_spoken_of(text: str) -> None:
    assert asserted(STORY + text) == []


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Riots erupted in Quito.", "14"),
        ("Huge protests broke out on Sunday.", "14"),
        ("A car bomb exploded, killing six.", "18"),
        ("Fighting left twelve dead.", "19"),
    ],
)
def test_told(text: str, root: str) -> None:
    assert root in {code[:2] for code in asserted(STORY + text)}


def test_the_lead_tells_what_it_names() -> None:
    assert asserted("Riots broke out. The festival opened. Guests came from afar.")


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Kenyan soldiers worried neighbours.",
        "A sailor killed in a raid was from Nairobi.",
        "Attacking Kenya helps nobody, she said.",
    ],
)
def test_force_with_an_open_side_needs_a_clause_of_its_own(text: str) -> None:
    assert asserted(STORY + text) == []


def test_force_with_both_sides_may_be_a_noun() -> None:
    assert "190" in asserted(STORY + "Police reported a Somali attack on Kenyan soldiers on Sunday.")

"""Protests have the sides that their story gives them elsewhere."""

from __future__ import annotations

import pytest

from tests.full import coder

MARCH = "QUITO, Ecuador - Thousands of residents marched against the government of Ecuador on Monday. "
END = "The weather was mild. Shops were open."


def protests(text: str) -> set[tuple[str | None, str | None]]:
    """The sides of the protests behind the first sentence."""
    events = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted" and e.code[:2] == "14"]
    later = [e for e in events if e.sentence.index > 0]
    return {(e.source and e.source.code, e.target and e.target.code) for e in later}


def test_a_protest_told_again_has_the_sides_of_the_first() -> None:
    assert protests(MARCH + "Huge protests broke out in the capital Quito. " + END) == {("ECUCVL", "ECUGOV")}


def test_a_protest_of_others_keeps_its_own_sides() -> None:
    assert ("PERCVL", "ECUGOV") not in protests(MARCH + "In Lima, Peruvian students held a rally on Monday. " + END)


def test_where_two_kinds_of_people_protest_nobody_is_put_in() -> None:
    text = MARCH + "Teachers from Ecuador rallied against the mayor of Quito. Protests broke out in Loja on Sunday. "
    assert (None, None) in protests(text + END)


@pytest.mark.parametrize(
    "scene",
    [
        "A bomb went off during a protest in Quito.",
        "Ines Vega fell ill at a rally in Quito on Sunday.",
    ],
)
def test_the_scene_of_something_else_is_no_act(scene: str) -> None:
    assert protests("The festival opened on Monday. " + scene + " " + END) == set()


def test_a_government_does_not_demonstrate() -> None:
    text = "The festival opened on Monday. The Peruvian government held a rally in Lima on Sunday. "
    assert protests(text + END) == set()


def test_people_in_general_are_no_addressee() -> None:
    sides = protests("The festival opened on Monday. Peruvian students protested against other people in Lima. " + END)
    assert sides == {("PEREDU", None)}


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("The protesters chanted slogans against the president of Ecuador.", False),
        ("The demonstration was led by students in Quito.", False),
        ("Monday's rally was held in Quito near the palace.", False),
        ("The demonstrators were calling for new elections in Ecuador.", False),
        ("The rally in Lima was led by Peruvian students.", True),
        ("Workers in Quito went on strike on Monday.", True),
    ],
)
def test_a_protest_that_is_taken_up_is_one(again: str, told: bool) -> None:
    assert bool(protests(f"{MARCH}{again} {END}")) is told


def test_chants_tell_a_protest_that_nothing_else_tells() -> None:
    text = (
        "Police watched the streets of Quito on Monday. Protesters chanted slogans against the president of Ecuador. "
    )
    assert protests(text + END)


GATHERED = "Hundreds of people gathered outside the ministry in Quito on Monday. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GATHERED + "They called for the resignation of the minister. " + END, {"1411"}),
        (GATHERED + "The teachers' union called for the resignation of the minister. " + END, {"141", "0241"}),
    ],
)
def test_what_demonstrators_ask_for_is_their_protest(text: str, code: set[str]) -> None:
    events = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted"]
    assert {e.code for e in events} == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (MARCH + "Huge protests against a new tax broke out in the capital Quito. " + END, ["141", "1412"]),
        (
            "QUITO, Ecuador - Protests broke out in Quito on Monday. Thousands of residents rallied against a tax. "
            + END,
            ["1412"],
        ),
        (
            "Protests broke out in Quito on Monday. Peruvian students rallied in Lima against a tax. " + END,
            ["141", "1412"],
        ),
    ],
)
def test_a_protest_of_nobody_named_is_for_what_the_story_tells(text: str, codes: list[str]) -> None:
    events = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted" and e.code[:2] == "14"]
    assert sorted({e.code for e in events}) == codes

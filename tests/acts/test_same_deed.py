"""Verbs that tell one deed step by step, and the code that a deed has elsewhere in its story."""

from __future__ import annotations

import pytest

from coder.dyads import code_of
from tests import full

ONE = [
    (
        "Armed men stormed a church in Nigeria and shot worshippers as they prayed.",
        [("193", "NGAUAF", "NGACVL")],
    ),
    ("Rebels burned houses and looted shops in Kenya.", [("1712", "KENREB", "KENCVL")]),
    ("A bomb planted by Kenyan rebels killed two Ghanaian soldiers.", [("183", "KENREB", "GHAMIL")]),
    ("The governor of Kenya's coast escaped an assassination attempt when a bomb went off.", [("185", None, "KENGOV")]),
    ("Gunmen ambushed a patrol in Kenya, killing two Ghanaian soldiers.", [("193", "KENUAF", "GHAMIL")]),
    ("Gunmen opened fire in Kenya as worshippers left a mosque.", [("193", "KENUAF", "KENCVL")]),
    ("Insurgents attacked a Kenyan army post with mortars.", [("194", "---INS", "KENMIL")]),
    ("Ghanaian troops attacked a Kenyan missile base.", [("190", "GHAMIL", "KEN")]),
    ("Three Ghanaian soldiers were wounded after a rebel opened fire on them.", [("193", "---REB", "GHAMIL")]),
    (
        "Kenyan rebels killed six Ghanaian soldiers when they attacked a Ghanaian army base.",
        [("190", "KENREB", "GHAMIL")],
    ),
    (
        "Ten Ghanaian policemen were killed when Kenyan rebels carried out an attack on a checkpoint.",
        [("190", "KENREB", "GHACOP")],
    ),
    ("Three Kenyan rebels were killed as Ghanaian soldiers shelled the town.", [("194", "GHAMIL", "KENREB")]),
    ("A Ghanaian soldier was shot and wounded last week in the north.", [("193", None, "GHAMIL")]),
    (
        "Kenya suffered the deadliest attack in two years as Kenyan rebels shelled a Ghanaian army camp.",
        [("194", "KENREB", "GHAMIL")],
    ),
]
TWO = [
    ("Two Ghanaian soldiers were killed when Ghanaian forces raided Kenyan rebels near Nairobi.", {"190"}),
    ("A Ghanaian soldier was abducted and killed in Kenya.", {"181", "190"}),
    ("Gunmen attacked a Kenyan village and abducted six teachers.", {"190", "181"}),
    ("Rebels shelled Kenya and attacked Ghana.", {"194", "190"}),
]


def rows(text: str, title: str | None = None) -> list[tuple[str, str | None, str | None]]:
    events = full.coder().code(text, date="2024-06-12", **({"title": title} if title else {}))
    return [(e.code, code_of(e.source), code_of(e.target)) for e in events if e.status == "asserted"]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_steps_of_one_deed_are_one_event(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "codes"), TWO)
def test_other_deeds_stay_events_of_their_own(text: str, codes: set[str]) -> None:
    assert {code for code, _, _ in rows(text)} == codes


def test_general_force_has_the_kind_that_the_story_tells() -> None:
    text = (
        "Gunmen attacked a farming village in Kenya on Monday. The attackers opened fire on villagers, a farmer said. "
        "The governor condemned the killings."
    )
    assert [r for r in rows(text) if r[0][:2] == "19"] == [("193", "KENUAF", "KENCVL")]


def test_an_army_that_attacks_does_not_kill_its_own() -> None:
    text = "Two Ghanaian soldiers were killed when Ghanaian forces raided Kenyan rebels near Nairobi."
    assert ("190", "GHAMIL", "GHAMIL") not in rows(text)


def test_an_army_does_many_things_in_one_story() -> None:
    text = (
        "The Kenyan army attacked a Ghanaian village on Monday. Its soldiers marched on. "
        "The Kenyan army shelled a Ghanaian town on Tuesday."
    )
    assert {code for code, _, _ in rows(text)} >= {"190", "194"}


def test_what_is_remembered_is_no_news() -> None:
    assert not rows("Families marked the anniversary of the bombing that killed sixty people in Kampala.")
    assert rows("A bomb killed six people at a memorial service in Kampala.")


def test_no_army_fights_itself() -> None:
    (row,) = rows("Snipers killed two Kenyan soldiers near Mombasa.")
    assert row == ("193", "---MIL", "KENMIL")


FIRST_SEEN = [
    ("A shell fired by Kenyan rebels hit a Ghanaian army outpost.", [("194", "KENREB", "GHAMIL")]),
    ("A roadside bomb tore through a Kenyan army convoy and killed two soldiers.", [("1833", None, "KENMIL")]),
    ("Kenyan rebels cut the highway into Ghana, halting food supplies.", [("191", "KENREB", "GHA")]),
    (
        "A landmine planted by Kenyan rebels blew up under a lorry carrying Ghanaian refugees.",
        [("1833", "KENREB", "GHAREF")],
    ),
    ("Kenyan rebels set fire to trees and two cars.", [("1712", "KENREB", "---")]),
]
NO_NEWS = [
    "Kenyan marines stormed a mock village during an exercise off Mombasa.",
    "A drunken soldier shot his wife at their home in Mombasa, police said.",
    "It was the third time in a week that the Kenyan hospital had been bombed.",
    "The navy returned a yacht that Kenyan pirates had hijacked.",
]


@pytest.mark.parametrize(("text", "expected"), FIRST_SEEN)
def test_weapons_vehicles_and_results_belong_to_their_deed(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", NO_NEWS)
def test_rehearsed_private_and_counted_force_is_no_news(text: str) -> None:
    assert not [r for r in rows(text) if r[0][:2] in ("18", "19", "20")]


def test_those_who_fell_do_not_fire() -> None:
    text = (
        "Gunmen shot dead 48 men in the Kenyan town of Garissa on Monday. "
        '"They opened fire on the men," a farmer said by phone. The gunmen slaughtered 17 farmers.'
    )
    assert {source for code, source, _ in rows(text) if code[:2] in ("19", "20")} == {"KENUAF"}


ONE_MORE = [
    ("Kenyan jets bombed Ghana's consulate, killing seven military advisers.", [("195", "KENMIL", "GHAGOV")]),
    ("Kenyan troops killed the last gunmen on Tuesday, ending a four-day siege.", [("190", "KENMIL", "---UAF")]),
]


@pytest.mark.parametrize(("text", "expected"), ONE_MORE)
def test_results_are_no_events_of_their_own(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert rows(text) == expected


def test_who_returns_fire_fires_at_the_other_side() -> None:
    text = (
        "Kenya fired dozens of artillery shells at a Ghanaian island on Tuesday, killing two marines. "
        "Ghanaian troops returned fire. A minister spoke."
    )
    assert [r for r in rows(text) if r[0][:2] == "19"] == [("194", "KEN", "GHA"), ("193", "GHAMIL", "KEN")]

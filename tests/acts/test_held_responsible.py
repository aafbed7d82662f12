"""Who is said to be behind a deed, who holds the ground that is hit, and what is prevented."""

from __future__ import annotations

import pytest

from coder.model import Event
from coder.pipeline import Coder
from tests.full import coder

BANNED = "The Kenyan government banned the opposition from holding a rally."


def rows(events: list[Event]) -> list[tuple[str | None, str, str | None]]:
    told = (e for e in events if e.status == "asserted")
    return [(e.source and e.source.code, e.code, e.target and e.target.code) for e in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya said al-Shabaab was behind the attack in Mombasa.", [("KEN", "1123", "SOMINSSHB")]),
        ("Kenya said al-Shabaab was responsible for the killing of nine nurses.", [("KEN", "1123", "SOMINSSHB")]),
        ("Al-Shabaab said it was behind the killing of nine Kenyan nurses.", [("SOMINSSHB", "190", "KENHLH")]),
        ("Russian jets bombed rebel-held villages in Syria.", [("RUSMIL", "195", "SYRREB")]),
        ("Kenyan troops shelled a village controlled by al-Shabaab.", [("KENMIL", "194", "SOMINSSHB")]),
        ("Kenyan troops attacked al-Shabaab in May. On Monday they bombed its camp.", [("KENMIL", "195", "SOMINSSHB")]),
        ("The Kenyan army dispersed Ghanaian nurses with tear gas.", [("KENMIL", "175", "GHAHLH")]),
        ("A Kenyan court sentenced three men for the killing of a judge in 1998.", [("KENJUD", "116", "KENCVL")]),
        (
            "Kenya condemned the attack by Ghanaian jets on its ship. Ghana also bombed a Kenyan port.",
            [("KEN", "111", "GHAMIL"), ("GHA", "195", "KEN")],
        ),
        (
            "Kenyan police used water cannon to clear the road and arrested six Ghanaians.",
            [("KENCOP", "175", None), ("KENCOP", "173", "GHACVL")],
        ),
        ("Hackers from Ghana crippled the network of a Kenyan bank.", [("GHACRM", "176", "KENBUS")]),
        ("Two Kenyans accused of spying were arrested by Ghana.", [("GHA", "173", "KENCVL")]),
        ("The Kenyan parliament opened an inquiry into police abuses.", [("KENLEG", "092", "KENCOP")]),
        ("Kenyan students marched to the governor's office.", [("KENEDU", "141", "KENGOV")]),
    ],
)
def test_sides_of_force(text: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    full: Coder = coder()
    assert rows(full.code(text, date="2024-08-06")) == expected


def test_what_is_prevented_has_not_happened() -> None:
    assert [code for _, code, _ in rows(coder().code(BANNED))] == ["1722"]


def test_what_prosecutors_say_had_happened_is_alleged() -> None:
    text = "A Kenyan court met on Monday. Prosecutors said the man had attacked a Ghanaian diplomat. He denies it."
    (event,) = (e for e in coder().code(text) if e.code.startswith("19"))
    assert event.status == "alleged"

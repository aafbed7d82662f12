"""Armed people who have one enemy in a story fight him in its other clauses, too."""

from __future__ import annotations

import pytest

from tests.full import coder

FIGHT = "Malian soldiers fought Tuareg rebels in Mali on Sunday. "
TALK = "Residents left the town. "


def sides(text: str, root: str) -> set[tuple[str, str | None, str | None]]:
    told = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted" and e.code.startswith(root)]
    return {(e.code, e.source and e.source.code, e.target and e.target.code) for e in told}


@pytest.mark.parametrize(
    ("text", "root", "expected"),
    [
        (FIGHT + TALK + "Malian soldiers have taken control of a bridge.", "192", ("192", "MLIMIL", "MLIREBTMH")),
        (FIGHT + TALK + "Two Malian soldiers were shot dead.", "193", ("193", "MLIREBTMH", "MLIMIL")),
    ],
)
def test_the_one_enemy(text: str, root: str, expected: tuple[str, str, str]) -> None:
    assert expected in sides(text, root)


@pytest.mark.parametrize(
    ("text", "root", "expected"),
    [
        (
            FIGHT + "Malian soldiers fought Chadian troops, too. Malian soldiers have taken control of a bridge.",
            "192",
            None,
        ),
        (FIGHT + TALK + "Two Malian soldiers were shot dead in Niger.", "193", None),
        (FIGHT + TALK + "Two Malian teachers were shot dead.", "193", None),
    ],
)
def test_left_open(text: str, root: str, expected: None) -> None:
    found = sides(text, root)
    assert found
    assert all("MLIREBTMH" not in (s, t) for _, s, t in found)

"""People named by what befell them, by whom they speak for or work with, and by the place that is hit."""

from __future__ import annotations

import pytest

from tests.full import coder

SIDES = [
    ("A spokesman for the Colombian rebels condemned the raid.", "source", "COLREB"),
    ("A spokeswoman for the Iranian foreign ministry condemned Israel.", "source", "IRNGOV"),
    ("The French president conveyed his sympathies to those affected by the floods in Libya.", "target", "LBYCVL"),
    ("The Turkish president offered condolences to those in Lebanon.", "target", "LBNCVL"),
    ("Kenyan lawmaker Ann Odhiambo criticised her colleagues in parliament.", "target", "LEG"),
    ("Israeli warplanes pounded targets in southern Lebanon.", "target", "LBN"),
    ("The rebels launched rockets at the airport in Bamako.", "target", "MLI"),
    ("Russian forces shelled residential areas in the Ukrainian city of Kherson.", "target", "UKR"),
]
NOBODY = [
    "The Kenyan president praised those who voted.",
    "The Kenyan army shelled a frontline area.",
]


@pytest.mark.parametrize(("text", "side", "code"), SIDES, ids=[t for t, *_ in SIDES])
def test_side(text: str, side: str, code: str) -> None:
    found = [m.code for e in coder().code(text) if (m := getattr(e, side)) is not None]
    assert any(code in own for own in found), found


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert [e.target for e in coder().code(text) if e.status == "asserted" and e.target is not None] == []

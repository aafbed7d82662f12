"""Attacks of politicians in words are criticism; those of armed people and states stay force."""

from __future__ import annotations

import pytest

from tests.full import coder


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Kenyan president attacked Uganda over its tariffs.", "111"),
        ("The Kenyan opposition attacked the president for dissolving the commission.", "111"),
        ("The Kenyan ruling party launched new attacks on the Kenyan finance minister.", "111"),
        ("A Taliban attack on an Afghan government compound failed.", "190"),
        ("The Taliban attacked the Afghan government on Monday.", "190"),
        ("Kenyan rebels attacked the Kenyan finance minister.", "190"),
        ("Kenya attacked Uganda over the disputed island.", "190"),
        ("The Kenyan government attacked rebels over the ambush.", "190"),
        ("Kenyan herders attacked Ugandan farmers over a well.", "190"),
    ],
)
def test_attacks_in_words(text: str, code: str) -> None:
    assert {e.code for e in coder().code(text) if e.status == "asserted"} == {code}

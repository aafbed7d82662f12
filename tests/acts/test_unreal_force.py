"""Force that a story only speaks of: wars by which somebody is known."""

from __future__ import annotations

import pytest

from tests.full import coder

_STORY = " The dam was built in 1970. Engineers saw it on Monday."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A spokesman for the Malian troops fighting rebels said the dam was safe.", False),
        ("A bomb in a village in Mali struck Tuareg rebels fighting Boko Haram, killing at least 29 people.", False),
        ("Malian troops fighting rebels took control of a bridge.", True),
        ("Malian troops are fighting rebels.", True),
    ],
)
def test_wars_that_say_who_somebody_is(text: str, told: bool) -> None:
    found = [e for e in coder().code(text + _STORY) if e.status == "asserted" and e.pattern_id == "en.fight.enemy"]
    assert bool(found) is told

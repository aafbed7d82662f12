"""The country of the story as the target of outsiders' aid and sanctions."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

FLOOD = "KARACHI - Floods have displaced two million people in southern Pakistan, the Pakistani army said on Monday. "
SIEGE = (
    "The foreign ministers of the European Union met on Monday to discuss Belarus. "
    "Police in Belarus beat demonstrators in Minsk last week. "
)


def targets(open_coder: Coder, text: str, source: str) -> set[str | None]:
    """The targets of what an actor does in the last sentence of a text."""
    events = [e for e in open_coder.code(text, date="2022-09-06") if e.status == "asserted"]
    last = max(e.sentence.index for e in events)
    return {
        e.target and e.target.code for e in events if e.source and e.source.code == source and e.sentence.index == last
    }


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (FLOOD + "Japan promised $20 million in emergency aid.", "JPN", "PAK"),
        (FLOOD + "Turkey sent emergency aid on Tuesday.", "TUR", "PAK"),
        (SIEGE + "Canada imposed sanctions on Tuesday.", "CAN", "BLR"),
        # another receiver, a name that nobody knows, or the country's own aid
        (FLOOD + "Japan promised $20 million in emergency aid to the region.", "JPN", None),
        (FLOOD + "Japan promised emergency aid through the Ashdown Trust.", "JPN", None),
        (FLOOD + "Pakistan promised $20 million in emergency aid.", "PAK", None),
        (
            FLOOD + "Floods struck northern India as well, and India declared an emergency. Japan promised aid.",
            "JPN",
            None,
        ),
    ],
)
def test_the_country_of_the_story(open_coder: Coder, text: str, source: str, expected: str | None) -> None:
    assert targets(open_coder, text, source) == {expected}


def test_the_target_is_where_the_text_names_the_country(open_coder: Coder) -> None:
    text = FLOOD + "Japan promised $20 million in emergency aid."
    target = open_coder.code(text, date="2022-09-06")[-1].target
    assert target is not None
    assert text[target.start : target.end] in ("Pakistan", "Pakistani")

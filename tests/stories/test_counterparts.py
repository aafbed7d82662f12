"""The government as the target of those who deal with it, and they as that of its refusals."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

CHARGE = "LA PAZ, Bolivia - The government accused the opposition of violence on Tuesday. "


def dyads(full_coder: Coder, text: str) -> set[tuple[str | None, str | None]]:
    """Who did something to whom in the last sentence of a text that tells an event."""
    events = [e for e in full_coder.code(text, date="2019-10-29") if e.status == "asserted"]
    last = max(e.sentence.index for e in events)
    return {(e.source and e.source.code, e.target and e.target.code) for e in events if e.sentence.index == last}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CHARGE + "The opposition refused to end its campaign.", ("BOLOPP", "BOLGOV")),
        (CHARGE + "On Wednesday the opposition held a rally in the capital.", ("BOLOPP", "BOLGOV")),
        # nothing is told between the two, or the government deals with two groups
        ("LA PAZ, Bolivia - Miners marched on Tuesday. The opposition held a rally in the capital.", ("BOLOPP", None)),
        (
            CHARGE + "It also accused the teachers' union of violence. The government refused to negotiate.",
            ("BOLGOV", None),
        ),
    ],
)
def test_one_counterpart_is_the_target(full_coder: Coder, text: str, expected: tuple[str, str | None]) -> None:
    assert expected in dyads(full_coder, text)

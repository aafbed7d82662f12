"""Of several statuses of an act the gravest holds."""

from __future__ import annotations

import pytest

from coder.acts.status import StatusVerdict
from tests.full import coder


def test_the_gravest_status_holds_with_its_reason() -> None:
    verdict = StatusVerdict()
    verdict.add("hypothetical", "a condition")
    verdict.add("planned", "in the future")
    assert (verdict.status, verdict.reason) == ("hypothetical", "a condition")
    verdict.add("denied", "he denies it")
    assert (verdict.status, verdict.reason) == ("denied", "he denies it")


@pytest.mark.parametrize(
    "text",
    [
        "Police said that Iran planned air strikes on Iraq.",
        "Iran planned air strikes on Iraq, according to police.",
        "A minister said that rebels were preparing a car bombing against Iraqi soldiers.",
    ],
)
def test_what_a_speaker_tells_has_the_status_of_its_own_operator(text: str) -> None:
    told = {e.code[:2] for e in coder().code(text, date="2026-03-10") if e.status == "asserted"}
    assert told.isdisjoint({"18", "19"})


def test_what_a_speaker_tells_as_done_is_asserted() -> None:
    events = coder().code("Police said that Iran had carried out air strikes on Iraq.", date="2026-03-10")
    assert [e.code for e in events if e.status == "asserted"] == ["195"]

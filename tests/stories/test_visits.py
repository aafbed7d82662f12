"""Meetings on a visit that the story tells."""

from __future__ import annotations

import pytest

from coder.pipeline import Coder

ARRIVED = "The Chilean foreign minister arrived in Oslo on Monday. "
MEETING = "The Chilean foreign minister held talks with the Norwegian premier."


def rows(full_coder: Coder, text: str) -> set[tuple[str, str | None, str | None]]:
    return {
        (e.code, e.source and e.source.code, e.target and e.target.code)
        for e in full_coder.code(text, date="2018-05-09")
        if e.status == "asserted"
    }


def test_who_is_met_on_a_visit_hosts_it(full_coder: Coder) -> None:
    visited = {("042", "CHLGOV", "NORGOV"), ("043", "NORGOV", "CHLGOV")}
    assert rows(full_coder, ARRIVED + MEETING) == visited


@pytest.mark.parametrize(
    "text",
    [
        MEETING + " " + ARRIVED,  # what came before the visit
        ARRIVED + MEETING.removesuffix(".") + " on Tuesday.",
        ARRIVED + "The Chilean foreign minister held talks with the Swedish premier.",
    ],
)
def test_other_meetings_are_consultations(full_coder: Coder, text: str) -> None:
    assert "040" in {code for code, _, _ in rows(full_coder, text)}

"""To whom demands, refusals and threats are addressed where only the sentences around say so."""

from __future__ import annotations

import pytest

from tests.full import coder_with_open_sides as coder

DRILLS = "The North Korean foreign ministry denounced Japan on Tuesday for its naval drills. "
DOCTORS = (
    "NDOLA, Zambia - Doctors protested against the Zambian government on Monday. The walkout is in its third week. "
)
LATER = "Wards are closed. Patients wait. Beds are empty. "
ASKED = "Uzbekistan asked Kazakhstan for talks on Monday. "


def last_targets(text: str) -> set[str | None]:
    """The targets of the asserted events of the last sentence."""
    events = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted"]
    last = max((e.sentence.index for e in events), default=0)
    return {e.target and e.target.code for e in events if e.sentence.index == last}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DRILLS + "The ministry demanded an immediate end to them.", {"JPN"}),
        # somebody else is addressed, or two might be
        (DRILLS + "The ministry demanded an apology from the shipping line.", {None}),
        (DRILLS + "It condemned China as well. The ministry demanded an apology.", {None}),
        # what somebody is praised for is no quarrel
        ("The North Korean foreign ministry thanked Cuba on Monday. The ministry demanded an apology.", {None}),
        (ASKED + "Kazakhstan rejected the request.", {"UZB"}),
        (ASKED + "Kazakhstan's president ruled out talks.", {"UZB"}),
        # who is in dispute at home refuses the other side, others do not
        (DOCTORS + LATER + "The Zambian doctors refused to negotiate.", {"ZMBGOV"}),
        (DOCTORS + LATER + "The Zambian opposition refused to negotiate.", {None}),
    ],
)
def test_who_is_addressed(text: str, expected: set[str | None]) -> None:
    assert last_targets(text) == expected

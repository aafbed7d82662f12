"""Meetings and calls beside what was said there, and meetings that are only weighed."""

from __future__ import annotations

import pytest

from tests.full import coder
from tests.small import shown

CALL = {("KENGOV", "UGAGOV", "041"), ("UGAGOV", "KENGOV", "041")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The presidents of Kenya and Uganda spoke by telephone on Monday.", CALL),
        ("The presidents of Kenya and Uganda spoke at the opening of a school.", set()),
        ("In a video call with the Ugandan president, the Kenyan president discussed a border post.", CALL),
        (
            "In a phone call with the Ugandan president, the Kenyan president praised Chad.",
            {("KENGOV", "TCD", "051")},
        ),
        (
            "At a meeting with the Ugandan president, the Kenyan president promised to send a field hospital.",
            {("KENGOV", "UGAGOV", "0333")},
        ),
        ("Analysts say a meeting between the Kenyan and Ugandan presidents would calm the border.", set()),
        ("The president of Kenya plans to meet his Ugandan counterpart.", {("KENGOV", "UGAGOV", "036")}),
        ("The Kenyan minister signed the 2009 accords with Uganda.", set()),
        ("Kenya denied that it was arming the Ugandan rebels.", {("KEN", None, "016")}),
    ],
)
def test_rows(text: str, expected: set[tuple[str | None, str | None, str]]) -> None:
    assert shown(coder().code(text)) == expected

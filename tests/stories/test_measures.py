"""Who answers a law or an order deals with the one whose it is."""

from __future__ import annotations

import pytest

from tests.full import coder

RAIN = "Heavy rain fell over Lisbon on Tuesday. "
LAW = "The Portuguese parliament thanked Chile and passed a law on fishing on Monday. "
PLAN = "Spain's plan to close two ports came as Peru's president visited Chile. "


def answered(text: str, root: str) -> set[tuple[str, str | None]]:
    """Source and target of the asserted events of a root."""
    events = [e for e in coder().code(text, date="2026-03-10") if e.status == "asserted" and e.code[:2] == root]
    return {(e.source.code if e.source else "", e.target.code if e.target else None) for e in events}


@pytest.mark.parametrize(
    ("text", "root", "expected"),
    [
        (LAW + RAIN + "The Spanish government criticised the law.", "11", {("ESPGOV", "PRTLEG")}),
        (LAW + RAIN + "Spain rejected the new law.", "12", {("ESP", "PRTLEG")}),
        (PLAN + RAIN + "The Portuguese opposition slammed the plan.", "11", {("PRTOPP", "ESP")}),
        # of no other noun, another owner, two owners, or of those who speak
        (LAW + RAIN + "The Spanish government criticised a law.", "11", set()),
        (LAW + RAIN + "The Spanish government criticised the law of the sea.", "11", set()),
        (
            LAW + "France thanked Peru and passed a law on fishing, too. " + RAIN + "Spain criticised the law.",
            "11",
            set(),
        ),
        (LAW + RAIN + "The Portuguese parliament slammed the law.", "11", set()),
    ],
)
def test_the_owner_of_a_measure_is_answered(text: str, root: str, expected: set[tuple[str, str | None]]) -> None:
    assert answered(text, root) == expected

"""Deeds that a word names and no verb tells, and protests to come."""

from __future__ import annotations

import pytest

from tests.full import coder


def statuses(text: str, root: str) -> list[str]:
    return [e.status for e in coder().code(text) if e.code.startswith(root)]


@pytest.mark.parametrize(
    ("text", "root", "status"),
    [
        ("The Kenyan premier labelled the fire as a terror attack.", "18", "past_reference"),
        ("The attack on the Malian army was the third this month.", "19", "past_reference"),
        ("Kenyan unions announced a march for Saturday.", "14", "planned"),
        ("Where have the attacks on Malian troops occurred?", "19", "hypothetical"),
        ("Two Kenyans discussed attacking the Danish embassy.", "19", "hypothetical"),
        ("There was an attack on the Malian army.", "19", "asserted"),
        ("The attack on the Malian army was carried out by rebels.", "19", "asserted"),
        ("Kenyan unions held a march on Saturday.", "14", "asserted"),
    ],
)
def test_only_called(text: str, root: str, status: str) -> None:
    assert status in statuses(text, root)
    assert status == "asserted" or "asserted" not in statuses(text, root)


def test_clause_of_meanwhile_dates_the_deed() -> None:
    text = "A Kenyan senator was shot dead as he walked home in March 2014. His party met on Monday."
    (deed,) = [e for e in coder().code(text, date="2024-08-06") if e.code.startswith(("18", "19"))]
    assert (deed.status, str(deed.attributes.event_date)) == ("past_reference", "2014-03-15")


LEAD = "Ministers met in Paris on Monday. The talks were long. They left at noon. {} The weather was fine."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The envoy wrote to the widow of a Malian soldier, who was killed in a raid on rebels.", False),
        ("Rebels, who attacked a Malian base on Monday, fled.", True),
        ("A raid that killed nine Malian soldiers took place at dawn.", True),
        ("Malian troops have been hit by rising prices.", False),
        ("A falling shelf killed a Malian soldier.", False),
        ("A bomb killed a Malian soldier.", True),
        ("The army received the envoy on March 21 in Mali.", False),
    ],
)
def test_who_somebody_was_and_things_as_doers(sentence: str, found: bool) -> None:
    told = [e for e in coder().code(LEAD.format(sentence)) if e.code[:2] in ("14", "18", "19")]
    assert any(e.status == "asserted" for e in told) == found

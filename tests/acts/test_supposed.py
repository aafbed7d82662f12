"""Acts that somebody only alleges, claims, favours or supposes."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "Ministers met in Paris on Monday. {} The weather was fine. The hall was full."
SUPPOSED = [
    ("Kenyan police allegedly beat two students.", "1", "alleged"),
    ("The march followed the alleged rape of a student by Kenyan police.", "182", "alleged"),
    ("Ghana rejected his lies that the army of Ghana shelled Kenya.", "19", "hypothetical"),
    (
        "She spoke of allegations that the attack on the town was carried out by Kenyan troops.",
        "19",
        "hypothetical",
    ),
    ("Ghana bars foreigners who support boycotting Kenya.", "143", "hypothetical"),
    ("If this goes to trial, and Omar is found guilty by the Kenyan court, he will appeal.", "116", "hypothetical"),
]
TOLD = [
    ("The alleged gunman was arrested by Kenyan police.", "173"),
    ("Kenyan police arrested two students who allegedly lied.", "173"),
    ("She said that Kenyan soldiers shelled a village.", "19"),
    ("Ghana supports Kenya and condemned the rebels.", "111"),
    ("If it rains they stay, but Kenyan police arrested two students.", "173"),
]


def statuses(sentence: str, code: str) -> list[str]:
    events = coder().code(STORY.format(sentence), date="2024-08-06")
    return [e.status for e in events if e.code.startswith(code) and e.sentence.index == 1]


@pytest.mark.parametrize(("sentence", "code", "status"), SUPPOSED)
def test_supposed(sentence: str, code: str, status: str) -> None:
    assert set(statuses(sentence, code)) == {status}


@pytest.mark.parametrize(("sentence", "code"), TOLD)
def test_told(sentence: str, code: str) -> None:
    assert "asserted" in statuses(sentence, code)

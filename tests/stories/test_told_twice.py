"""One act told twice in a few sentences, and acts that only look alike."""

from __future__ import annotations

import pytest

from tests.full import coder

DAY = "2023-06-12"
ONCE = [
    ("Kenyan police arrested two students in Nairobi.", "Kenyan police arrested two students on Tuesday.", "173"),
    ("Kenya has criticised Ghana over the tax.", "Kenya criticised Ghana on Tuesday in a statement.", "111"),
    (
        "Three Kenyan soldiers were killed in a bomb attack.",
        "The soldiers were killed on Tuesday by a roadside bomb.",
        "18",
    ),
]
TWICE = [
    ("Kenyan police arrested two students on Monday.", "Kenyan police arrested two students on Tuesday.", "173"),
    ("Kenyan police arrested two students.", "Kenyan police also arrested two students on Tuesday.", "173"),
    ("Kenyan police arrested two students.", "Kenyan police arrested ten students on Tuesday.", "173"),
    ("Kenyan police arrested Omar Bello.", "Kenyan police arrested Ali Musa on Tuesday.", "173"),
    ("Kenyan police arrested two students in Nairobi.", "Kenyan police arrested two students in Kisumu.", "173"),
]


def told(first: str, second: str, code: str) -> list[tuple[str, int]]:
    events = coder().code(f"{first} It was warm. {second} Talks went on.", date=DAY)
    return [
        (str(e.attributes.event_date), e.n_mentions)
        for e in events
        if e.code.startswith(code) and e.status == "asserted" and e.sentence.index in (0, 2)
    ]


@pytest.mark.parametrize(("first", "second", "code"), ONCE)
def test_told_again_is_one_row_with_its_day(first: str, second: str, code: str) -> None:
    assert told(first, second, code) == [("2023-06-06", 2)]


@pytest.mark.parametrize(("first", "second", "code"), TWICE)
def test_others_stay(first: str, second: str, code: str) -> None:
    assert len(told(first, second, code)) == len([first, second])


def test_both_halves_of_a_meeting_are_told_once() -> None:
    first = "Kenya's president has met the Ghanaian president."
    second = "The Kenyan president met Ghana's president on Tuesday."
    assert told(first, second, "04") == [("2023-06-06", 2), ("2023-06-06", 2)]


def test_the_finer_code_holds() -> None:
    first, second, _ = ONCE[2]
    events = coder().code(f"{first} It was warm. {second} Talks went on.", date=DAY)
    assert [(e.code, e.attributes.fatalities) for e in events if e.code.startswith("18")][:1] == [("1833", 3)]

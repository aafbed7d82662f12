"""Blame without an author or between private people, verbal attacks, documents that speak for their authors."""

from __future__ import annotations

import pytest

from tests.full import coder_with_open_sides as coder

STORY = "Ministers met in Paris on Monday. {} The weather was fine. The hall was full."


def told(text: str, root: str) -> list[tuple[str | None, str, str | None]]:
    found = (e for e in coder().code(text) if e.status == "asserted" and e.code.startswith(root))
    return [(e.source and e.source.code, e.code, e.target and e.target.code) for e in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Environmentalists decried the prices.", []),
        ("The Kenyan minister has been criticised for his shoes.", []),
        ("A Kenyan farmer called a Kenyan miller a cheat.", []),
        ("The Kenyan president was accused of fraud.", [(None, "1121", "KENGOV")]),
        ("The Kenyan president condemned the bombing.", [("KENGOV", "111", None)]),
        ("The Kenyan president criticised Ghana.", [("KENGOV", "111", "GHA")]),
    ],
)
def test_blame_in_a_story_has_an_author(sentence: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    assert told(STORY.format(sentence), "11") == expected


def test_blame_in_one_sentence_may_lack_its_author() -> None:
    assert told("The Kenyan minister was criticised on Monday.", "11") == [(None, "111", "KENGOV")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan president attacked the judges as lazy.", [("KENGOV", "111", "KENJUD")]),
        ("The Kenyan president attacked Ghana by saying it harboured thieves.", [("KENGOV", "111", "GHA")]),
        ("The Kenyan premier's criticism of Ghana was harsh.", [("KENGOV", "111", "GHA")]),
        ("A report by the African Union accused Sudan of neglect.", [("IGOAFU", "112", "SDN")]),
        ("A statement from the Ghanaian foreign ministry criticised Togo.", [("GHAGOV", "111", "TGO")]),
        ("A report from Ghana criticised Togo.", [(None, "111", "TGO")]),
    ],
)
def test_who_criticises(text: str, expected: list[tuple[str | None, str, str | None]]) -> None:
    assert told(text, "11") == expected


def test_soldiers_and_protesters_attack_with_force() -> None:
    assert told("Ghanaian troops attacked Togolese lawmakers.", "1") == [("GHAMIL", "190", "TGOLEG")]
    assert told("Ghanaian protesters attacked the Ghanaian minister.", "1") == [("GHACVL", "190", "GHAGOV")]

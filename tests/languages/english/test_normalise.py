"""The text as it is parsed."""

from __future__ import annotations

import pytest

from coder.languages.english.normalise import parsed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the-UN said in-Oslo", "the UN said in Oslo"),
        ("It was-delayed,-the minister said:-“No”", 'It was delayed, the minister said: "No"'),
        ("a-Norwegian went by-the border", "a Norwegian went by the border"),
    ],
)
def test_hyphens_for_lost_blanks(text: str, expected: str) -> None:
    assert parsed(text) == expected
    assert len(parsed(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "her in-laws and by-elections, on-the-job and state-of-the-art, two-and-a-half",
        "an in-house a-list has-been, pre- and post-war, U.S.-Mexico, the anti-war march",
    ],
)
def test_compounds_stay(text: str) -> None:
    assert parsed(text) == text

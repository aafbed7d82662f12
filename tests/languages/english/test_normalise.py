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
        ("At least-70 men-were killed-by soldiers-on Sunday", "At least 70 men were killed by soldiers on Sunday"),
        ("reported-in the port", "reported in the port"),
        (
            '"It is over,"?she said; the port "?a trading town "?fell.',
            '"It is over," she said; the port - a trading town - fell.',
        ),
    ],
)
def test_hyphens_for_lost_blanks(text: str, expected: str) -> None:
    assert parsed(text) == expected
    assert len(parsed(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "her in-laws and by-elections, on-the-job and state-of-the-art, two-and-a-half",
        "a must-have item, an as-is sale, passers-by the shop, a sit-in the park, well-thought-of in town, a top-10",
        'Who said "no"? She asked "Who?" and "why"?',
        "an in-house a-list has-been, pre- and post-war, U.S.-Mexico, the anti-war march",
    ],
)
def test_compounds_stay(text: str) -> None:
    assert parsed(text) == text

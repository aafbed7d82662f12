"""Resignations, aid, deals and releases told without a day behind the lead."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = (
    "The Kenyan premier spoke in Nairobi on Monday. The session was long. It ended at noon. {} The weather was fine."
)


def asserted(text: str, root: str) -> bool:
    events = coder().code(text, date="2024-08-06")
    return any(e.status == "asserted" and e.code.startswith(root) for e in events)


@pytest.mark.parametrize(
    ("sentence", "root", "news"),
    [
        ("His justice minister resigned over the leak.", "0831", False),
        ("His justice minister resigned on Sunday.", "0831", True),
        ("His justice minister has resigned over the leak.", "0831", True),
        ("After the Kenyan justice minister resigned, people cheered.", "0831", False),
        ("His justice minister resigned earlier this week over the leak.", "0831", True),
        ("The Kenyan bishop resigned on Sunday.", "0831", False),
        ("Norway provided Somalia with food aid.", "07", False),
        ("Norway provided Somalia with food aid on Sunday.", "07", True),
        ("Germany is hosting more than a million Syrian refugees.", "075", False),
        ("Germany granted asylum to ten Syrian refugees on Sunday.", "075", True),
        ("Washington has been backing Kurdish fighters in Syria.", "051", False),
        ("Washington has backed the Syrian opposition.", "051", True),
        ("Rebels released ten Malian soldiers.", "0841", False),
        ("Rebels have released ten Malian soldiers.", "0841", True),
    ],
)
def test_behind_the_lead(sentence: str, root: str, news: bool) -> None:
    assert asserted(STORY.format(sentence), root) is news


def test_lead_and_single_sentences() -> None:
    assert asserted("The Kenyan justice minister resigned over the leak. The session was long. It ended.", "0831")
    assert asserted("The Kenyan justice minister resigned over the leak.", "0831")

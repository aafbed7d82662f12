"""Meetings and visits that a story comes back to, or that are still to come."""

from __future__ import annotations

import pytest

from tests.full import coder

STORY = "Ministers spoke in Nairobi on Monday. The session was long. {} The weather was fine."


def statuses(sentence: str, root: str = "04") -> set[str]:
    events = coder().code(STORY.format(sentence), date="2024-08-06")
    return {e.status for e in events if e.code.startswith(root) and e.sentence.index == 2}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's minister admitted that he had met the Russian ambassador.",
        "The Kremlin played down a meeting between the Kenyan premier and the Russian ambassador.",
        "New questions arose over a meeting that the Kenyan premier held with the Russian ambassador.",
        "Kenya's minister was dismissed for hiding his conversations with the Russian ambassador.",
    ],
)
def test_contact_that_the_story_comes_back_to(sentence: str) -> None:
    assert "asserted" not in statuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan premier will probably raise the issue during his visit to Moscow.",
        "The German chancellor will want to praise it after meeting the Kenyan premier.",
        "The Kenyan premier begins with breakfast at the embassy, before returning to the White House.",
        "The border will be on the agenda as the Kenyan premier meets the German chancellor later this week.",
    ],
)
def test_contact_beside_what_is_to_come(sentence: str) -> None:
    assert "asserted" not in statuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's minister admitted that he met the Russian ambassador on Monday.",
        "The Kenyan premier said after a meeting he held with the Russian president on Tuesday that he was content.",
        "The Kenyan premier told reporters during a visit to Germany that the vote would be held.",
        "The Kenyan premier flew to Berlin before travelling to Poland.",
        "The Kenyan premier said after a meeting with Angela Merkel that it was late.",
        "A statement said the Kenyan premier met the Russian president.",
    ],
)
def test_contact_that_is_news(sentence: str) -> None:
    assert "asserted" in statuses(sentence)


def test_visit_to_what_no_dictionary_has() -> None:
    assert not statuses("The Kenyan premier visited the Empire State Building.", "042")
    assert statuses("The Kenyan premier visited Poland.", "042") == {"asserted"}

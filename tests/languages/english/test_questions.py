"""Which tokens stand in a question."""

from __future__ import annotations

import pytest

from coder.languages.english.questions import questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Did rebels attack the base ?", "Did rebels attack the base"),
        ('He asked : " Who bombed it ? "', "Who bombed it"),
        ("It was dark . Who bombed it ?", "Who bombed it"),
        ('" It ended , " ? he said', ""),
        ("the ? sign was lost", ""),
        ("Rebels attacked the base .", ""),
    ],
)
def test_questions(text: str, asked: str) -> None:
    texts = text.split()
    assert " ".join(texts[i] for r in questions(texts) for i in r) == asked

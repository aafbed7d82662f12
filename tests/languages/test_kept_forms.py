"""What normal forms are kept: words, which come again; never sentences or documents, which would fill the memory."""

from __future__ import annotations

from coder.languages.kept_forms import LONGEST, kept


def test_words_are_kept_and_long_texts_are_not() -> None:
    asked: list[str] = []

    @kept
    def form(text: str) -> str:
        asked.append(text)
        return text.casefold()

    long = "D" * (LONGEST + 1)
    assert [form(text) for text in ("Détente", "Détente", long, long)] == [
        "détente",
        "détente",
        long.lower(),
        long.lower(),
    ]
    assert asked == ["Détente", long, long]

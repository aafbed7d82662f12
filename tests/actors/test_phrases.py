"""Phrases with a date and the code that the rules ask for, each put into a carrier sentence of its language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from coder.actors import ActorResolver
from coder.matcher import SentenceMatcher
from coder.model import ActorMention, Analysis, Document
from tests.full import coder

DATA = Path(__file__).parent / "data"
CARRIERS = {"en": "The newspaper criticised {} on Monday.", "ar": "انتقدوا {} يوم الاثنين."}
LEAST = 0.97


class Phrase(NamedTuple):
    """A phrase and the code that it must have in a text of that date; None: it names no actor."""

    lang: str
    text: str
    day: date
    code: str | None


def phrases(path: Path) -> Iterator[Phrase]:
    """The phrases of a file: by language a list of ``phrase``, ``date`` and ``code`` (all read as text)."""
    for lang, items in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items():
        for item in items:
            code = item["code"]
            yield Phrase(lang, item["phrase"], date.fromisoformat(item["date"]), None if code == "none" else code)


def coded(phrase: Phrase) -> str | None:
    """The code of the mention that covers most of the phrase."""
    carrier = CARRIERS[phrase.lang]
    start = carrier.index("{")
    end = start + len(phrase.text)
    found: list[ActorMention] = []

    def visit(analysis: Analysis, resolver: ActorResolver, matcher: SentenceMatcher) -> None:
        found.extend(m for m in resolver.mentions() if m.code.strip("-") and m.start < end and start < m.end)

    coder().inspect(Document("d", carrier.format(phrase.text), date=phrase.day, lang=phrase.lang), visit)
    best = max(found, key=lambda m: min(m.end, end) - max(m.start, start), default=None)
    return best.code if best is not None else None


def is_right(got: str | None, wanted: str | None) -> bool:
    """Whether a code is the one wanted; a ``*`` at its end stands for roles and the block of a named group."""
    return got is not None and got.startswith(wanted[:-1]) if wanted and wanted.endswith("*") else got == wanted


@pytest.mark.parametrize("path", sorted(DATA.glob("phrases_*.yaml")), ids=lambda path: path.stem)
def test_phrases_have_their_codes(path: Path) -> None:
    every = list(phrases(path))
    wrong = [f"{p.text} ({p.day}): {got}, not {p.code}" for p in every if not is_right(got := coded(p), p.code)]
    right = 1 - len(wrong) / len(every)
    assert right >= LEAST, f"{right:.1%} of {len(every)} right; wrong:\n" + "\n".join(wrong)

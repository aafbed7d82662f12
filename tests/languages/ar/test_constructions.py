"""Constructions of Arabic news and the events that they tell: joined adjectives, second accusatives, claims, duties ...

Each line of ``data/constructions.tsv`` is a sentence and its events as ``root source target``; of an actor the first
block counts, ``---`` leaves it open, and roots between which coders differ are joined by ``|``.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coder import Coder
from coder.dyads import code_of
from coder.model import ActorMention

LINES = Path(__file__).parent / "data" / "constructions.tsv"
STATEMENT = "01"


def sentences() -> list[tuple[str, str]]:
    with LINES.open(encoding="utf-8", newline="") as source:
        return [(row["arabic"], row["events"]) for row in csv.DictReader(source, delimiter="\t")]


def block(mention: ActorMention | None) -> str:
    return (code_of(mention) or "---")[:3]


def fits(wanted: str, found: tuple[str, str, str]) -> bool:
    roots, source, target = wanted.split()
    return found[0] in roots.split("|") and source in (found[1], "---") and target in (found[2], "---")


@pytest.mark.parametrize(("text", "events"), sentences())
def test_events_of_a_construction(full_coder: Coder, text: str, events: str) -> None:
    told = [e for e in full_coder.code(text, date="2023-05-10", lang="ar") if e.status == "asserted"]
    found = {(e.code[:2], block(e.source), block(e.target)) for e in told if e.code[:2] != STATEMENT}
    for wanted in filter(None, events.split(";")):
        match = next((f for f in sorted(found) if fits(wanted, f)), None)
        assert match is not None, f"{wanted} is missing; got {sorted(found)}"
        found.remove(match)
    assert not found, f"not expected: {sorted(found)}"

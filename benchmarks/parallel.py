"""Does a sentence give the same events in English and in Arabic?

    python benchmarks/parallel.py [--set 1|2|3] [--list misses|differences|all]

The pairs are ours (``data/parallel_sentences.tsv``: set, CAMEO root or 00 for no event, English, Arabic); each set was
written before the coder was run on it. Sentences are coded one by one, with a date and the default options. Statements
(root 01) are left out; of the actors the first block of the code (country or organisation) is compared. Agreement is
the Dice coefficient of the events of both languages: twice those in both, over all of them.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import coder
from coder.dyads import code_of
from coder.model import ActorMention, Event

PAIRS = Path(__file__).parent / "data" / "parallel_sentences.tsv"
DATE = "2023-05-10"
STATEMENT, NO_EVENT = "01", "00"
LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence in both languages, and the root of what it reports."""

    set: str
    root: str
    texts: tuple[str, str]


def pairs(path: Path = PAIRS) -> Iterator[Pair]:
    """The sentence pairs in the order of the file."""
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Pair(row["set"], row["root"], (row["english"], row["arabic"]))


def root(event: Event) -> str:
    """The CAMEO root of an event: the first two digits of its code."""
    return event.code[:2]


def block(mention: ActorMention | None) -> str:
    """The country or organisation that an actor's code begins with; ``---`` without one."""
    return (code_of(mention) or "---")[:3]


def is_right(pair: Pair, events: list[Event]) -> bool:
    """Whether the root is among the events; of a sentence without an event, whether there is none."""
    roots = {root(e) for e in events}
    return pair.root in roots or (pair.root == NO_EVENT and not roots)


def dice(counts: Counter[str], kind: str) -> float:
    """Agreement of the events counted in both languages under ``kind``."""
    return 2 * counts[f"both {kind}"] / max(1, counts[f"en {kind}"] + counts[f"ar {kind}"])


def count(pair: Pair, found: tuple[list[Event], list[Event]], counts: Counter[str]) -> bool:
    """Add a pair to the counts; whether both languages say the same."""
    roots = [{root(e) for e in events} for events in found]
    dyads = [{(root(e), block(e.source), block(e.target)) for e in events} for events in found]
    for kind, (english, arabic) in (("roots", roots), ("dyads", dyads)):
        counts[f"en {kind}"] += len(english)
        counts[f"ar {kind}"] += len(arabic)
        counts[f"both {kind}"] += len(english & arabic)
    for language, events in zip(LANGUAGES, found, strict=True):
        counts[f"{language} right"] += is_right(pair, events)
    counts["pairs"] += 1
    return dyads[0] == dyads[1]


def show(pair: Pair, found: tuple[list[Event], list[Event]]) -> None:
    """The pair with what was coded."""
    for text, events in zip(pair.texts, found, strict=True):
        print(pair.root, text)
        for e in events:
            print(f"      {e.code} {code_of(e.source)} {code_of(e.target)}  {e.trigger_text}")


def main() -> None:
    """Code the pairs; print how often each language is right and how far they agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", dest="only", help="one set of pairs (all)")
    parser.add_argument("--list", dest="listed", choices=("misses", "differences", "all"))
    chosen = parser.parse_args()
    coding = coder.load()

    def events(text: str, language: str) -> list[Event]:
        found = coding.code(text, date=DATE, lang=language)
        return [e for e in found if e.status == "asserted" and root(e) != STATEMENT]

    counts: dict[str, Counter[str]] = {}
    for pair in pairs():
        if chosen.only not in (None, pair.set):
            continue
        found = (events(pair.texts[0], "en"), events(pair.texts[1], "ar"))
        same = count(pair, found, counts.setdefault(pair.set, Counter()))
        missed = not all(is_right(pair, e) for e in found)
        if chosen.listed == "all" or (chosen.listed and missed) or (chosen.listed == "differences" and not same):
            show(pair, found)
    for name, own in sorted(counts.items()):
        print(
            f"set {name}: {own['pairs']} pairs; right root in {own['en right']} English and {own['ar right']} Arabic;"
            f" agreement of roots {dice(own, 'roots'):.3f}, of roots and countries {dice(own, 'dyads'):.3f}"
        )


if __name__ == "__main__":
    main()

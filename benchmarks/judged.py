"""How much of what is coded of whole English articles is right, by verdicts on rows that readers have settled?

    coder code articles.jsonl -o events.jsonl
    python benchmarks/judged.py events.jsonl [--list new|wrong|lost]

``data/judged_rows.csv`` holds the verdicts (docs/judging.md): for each row of the coding that was judged its article,
sentence, trigger, code and sides, whether each field is right, the cause of the first wrong one, and the row that
should stand there (``better``: ``code source->target``, or ``none``). It holds no text: set ``places`` is the 65
articles of the places records without unusable dates, coded without ``--date``; sets ``sample`` and ``fresh`` are
``news_sample.py --ids data/news_sample_3.txt`` and ``_4.txt``.

A coded row that was judged has its verdict; one that a reader put in the place of another is right; others are new and
count neither way: two readers have to judge them before a figure is quoted.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROWS = Path(__file__).parent / "data" / "judged_rows.csv"
OPEN = ("open", "")
TITLE = -1  # the sentence index of a title
LISTS = ("new", "wrong", "lost")


@dataclass(frozen=True, slots=True)
class Row:
    """Who did what to whom in which words: a coded row, without what readers do not judge. "" for an open side.

    ``trigger`` is an offset into the text, or the title; the number of a sentence changes when sentences are cut anew.
    """

    doc_id: str
    sentence: int = field(compare=False)
    trigger: int
    code: str
    source: str
    target: str
    title: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", self.sentence == TITLE)

    def told(self, code: str, source: str, target: str) -> tuple[tuple[object, ...], tuple[object, ...]]:
        """Some code and sides in these words, and in this sentence: a reader does not give words."""
        act = (self.doc_id, self.title, code, source, target)
        return (*act, "at", self.trigger), (*act, "in", self.sentence)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right of a row. ``source`` and ``target``: 1, 0, or .5 for the right side with a poor code."""

    code: bool
    root: bool
    source: float
    target: float
    status: bool
    political: bool
    cause: str = ""
    better: str = ""

    @property
    def strict(self) -> bool:
        """Whether code and both sides are right."""
        return self.code and min(self.source, self.target) == 1

    @property
    def lenient(self) -> bool:
        """The same, with codes of sides that lack a country or role."""
        return self.code and min(self.source, self.target) > 0


RIGHT = Verdict(True, True, 1, 1, True, True)
FIELDS = {
    "root": lambda v: v.root,
    "code": lambda v: v.code,
    "source": lambda v: v.source == 1,
    "source (lenient)": lambda v: v.source > 0,
    "target": lambda v: v.target == 1,
    "target (lenient)": lambda v: v.target > 0,
    "status": lambda v: v.status,
    "code and both": lambda v: v.strict,
    "code and both (lenient)": lambda v: v.lenient,
    "all, with status": lambda v: v.strict and v.status,
}


def read_verdicts(path: Path = ROWS) -> dict[str, dict[Row, Verdict]]:
    """The verdicts of each set by their rows."""
    sets: dict[str, dict[Row, Verdict]] = {}
    with path.open(encoding="utf-8", newline="") as source:
        for line in csv.DictReader(source):
            row = Row(
                line["doc_id"],
                int(line["sentence_index"]),
                int(line["trigger_start"]),
                line["event_code"],
                line["source_code"],
                line["target_code"],
            )
            sets.setdefault(line["set"], {})[row] = Verdict(
                line["code"] == "1",
                line["root"] == "1",
                float(line["source"]),
                float(line["target"]),
                line["status"] == "1",
                line["political"] == "1",
                line["cause"],
                line["better"],
            )
    return sets


def read_rows(lines: Iterable[str]) -> list[Row]:
    """The asserted rows of a coding in JSON Lines."""
    return [_row(e) for e in map(json.loads, lines) if e["status"] == "asserted"]


def _row(event: Mapping[str, Any]) -> Row:
    sides = (event["source_code"] or "", event["target_code"] or "")
    return Row(event["doc_id"], event["sentence_index"], event["trigger_start"], event["event_code"], *sides)


def betters(verdicts: Mapping[Row, Verdict]) -> Iterator[tuple[object, ...]]:
    """The acts that readers put in the place of wrong ones, where they may stand."""
    for row, verdict in verdicts.items():
        code, _, sides = verdict.better.partition(" ")
        source, arrow, target = sides.partition("->")
        if arrow:
            yield from row.told(code, _side(source), _side(target))


def _side(code: str) -> str:
    return "" if code.strip() in OPEN else code.strip()


def settle(rows: Sequence[Row], verdicts: Mapping[Row, Verdict]) -> tuple[dict[Row, Verdict], list[Row]]:
    """The verdicts that stand for some rows, and the rows that nobody has judged."""
    good = set(betters(verdicts))
    known = {
        row: verdicts.get(row, RIGHT)
        for row in rows
        if row in verdicts or not good.isdisjoint(row.told(row.code, row.source, row.target))
    }
    return known, [row for row in rows if row not in known]


def tally(known: Mapping[Row, Verdict]) -> dict[str, float]:
    """The share of rows right in each field; nothing without a row."""
    return {name: sum(map(right, known.values())) / len(known) for name, right in FIELDS.items()} if known else {}


def main(given: Sequence[str] | None = None) -> int:
    """Print the shares of each set that the coding holds articles of."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("events", type=Path, help="a coding of the articles, JSON Lines")
    parser.add_argument("--rows", type=Path, default=ROWS, help="the verdicts")
    parser.add_argument("--list", choices=LISTS, help="rows that nobody has judged, wrong ones, or right ones now lost")
    options = parser.parse_args(given)
    with options.events.open(encoding="utf-8") as lines:
        coded = read_rows(lines)
    for name, verdicts in read_verdicts(options.rows).items():
        articles = {row.doc_id for row in verdicts}
        rows = [row for row in coded if row.doc_id in articles]
        if rows:
            _report(name, rows, verdicts, options.list)
    return 0


def _report(name: str, rows: Sequence[Row], verdicts: Mapping[Row, Verdict], listed: str | None) -> None:
    known, new = settle(rows, verdicts)
    lost = [row for row, verdict in verdicts.items() if verdict.strict and row not in known]
    wrong = [row for row, verdict in known.items() if not verdict.strict]
    print(f"{name}: {len(rows)} rows of {len(verdicts)} judged; {len(new)} new, {len(lost)} right ones lost")
    for name, share in tally(known).items():
        print(f"  {name:26} {share:5.1%} of {len(known)}")
    causes = Counter(known[row].cause for row in wrong)
    print("  causes:", ", ".join(f"{cause} {times}" for cause, times in causes.most_common()))
    for row in {"new": new, "wrong": wrong, "lost": lost}.get(listed or "", ()):
        verdict = verdicts.get(row)
        sides = f"{row.code} {row.source or OPEN[0]} -> {row.target or OPEN[0]}"
        print("   ", row.doc_id, row.sentence, row.trigger, sides, verdict.better if verdict else "")


if __name__ == "__main__":
    sys.exit(main())

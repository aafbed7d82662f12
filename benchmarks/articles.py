"""What is coded of whole articles, against the events that a careful human coder would code?

    python benchmarks/articles.py [FILE...] [--list]

The articles are ours (``data/articles_*.jsonl``): made-up reports in the manner of agencies and papers, written with
their events before the coder was run on them. The second set (``articles_2_*``) is blind: nothing is mended on it.
An expected event has ``code``, ``source``, ``target`` ("" for no actor), ``trigger``, words of the ``sentence`` that
reports it and of others that tell it again (``also``); an ``optional`` one, on which two careful coders might differ,
counts neither way.

A coded event (asserted, default options) is paired with one expected event of its root that is told in its sentence;
what is left over is missed or false. The mirrored half of a mutual event belongs to its other half: either may fit.
Actors are compared whole (strict) and by their first block, the country or the organisation (lenient).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import coder
from coder.actors.codes import SHARED_BLOCKS, UNKNOWN
from coder.dyads import code_of
from coder.model import Event

DATA = Path(__file__).parent / "data"
FILES = tuple(DATA / f"articles_{name}.jsonl" for name in ("en", "ar", "2_en", "2_ar"))
TITLE = -1  # the sentence index of a title
LEVELS = (
    "root",
    "code",
    "root, source (lenient)",
    "root, target (lenient)",
    "code, both (lenient)",
    "code, both (strict)",
)
Passage = tuple[bool, int, int]  # in the title, start, end


@dataclass(frozen=True, slots=True)
class Act:
    """A CAMEO code between two actor codes ("" without one)."""

    code: str
    source: str
    target: str

    @property
    def root(self) -> str:
        """The first two digits of the code."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class Expected:
    """An event that a careful coder would code, and the passages that tell it."""

    act: Act
    trigger: str
    passages: tuple[Passage, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded event with the mirrored half it may have, and the sentence it was found in."""

    acts: tuple[Act, ...]
    trigger: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Article:
    """One made-up report and its events."""

    id: str
    kind: str
    date: str
    title: str
    text: str
    expected: tuple[Expected, ...]


@dataclass(slots=True)
class Outcome:
    """Expected events with their coded ones, what was missed, and what is false."""

    paired: list[tuple[Expected, Coded]] = field(default_factory=list)
    missed: list[Expected] = field(default_factory=list)
    false: list[Coded] = field(default_factory=list)


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file; ``ValueError`` where the words of an event are not once in its article."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            expected = tuple(_expected(item, row) for item in row["events"])
            yield Article(row["id"], row["kind"], row["date"], row["title"], row["text"], expected)


def _expected(item: dict[str, object], row: dict[str, str]) -> Expected:
    words = [str(item["sentence"]), *item.get("also", ())]  # type: ignore[misc]
    passages = tuple(_passage(part, row) for part in words)
    act = Act(str(item["code"]), str(item["source"]), str(item["target"]))
    return Expected(act, str(item["trigger"]), passages, bool(item.get("optional")))


def _passage(words: str, row: dict[str, str]) -> Passage:
    found = [(in_title, row[part].find(words)) for in_title, part in ((True, "title"), (False, "text"))]
    if row["title"].count(words) + row["text"].count(words) != 1:
        raise ValueError(f"article {row['id']}: {words!r} is not in it exactly once; choose other words")
    in_title, start = next(place for place in found if place[1] >= 0)
    return in_title, start, start + len(words)


def with_mirrors(events: Sequence[Event]) -> list[Coded]:
    """The coded events, each with its mirrored half."""
    mirrors: dict[str, list[Event]] = {}
    for event in events:
        if event.reciprocal_of:
            mirrors.setdefault(event.reciprocal_of, []).append(event)
    return [_coded(e, mirrors.get(e.event_id, [])) for e in events if not e.reciprocal_of]


def _coded(event: Event, mirrored: Sequence[Event]) -> Coded:
    place = event.sentence
    acts = tuple(Act(e.code, code_of(e.source) or "", code_of(e.target) or "") for e in (event, *mirrored))
    return Coded(acts, event.trigger_text, (place.index == TITLE, place.start, place.end))


def block(code: str) -> str:
    """What an actor code begins with: the country or organisation; "" for no actor or one without a code."""
    return "" if code.startswith(UNKNOWN) else code[: 6 if code[:3] in SHARED_BLOCKS else 3]


def is_told(expected: Expected, coded: Coded) -> bool:
    """Whether the coded event's sentence is one of those that tell the expected event."""
    in_title, start, end = coded.passage
    return any(there == in_title and start < until and first < end for there, first, until in expected.passages)


def levels(expected: Act, coded: Act) -> tuple[bool, ...]:
    """For each of ``LEVELS``, whether two acts of one root agree."""
    lenient = [block(a) == block(b) for a, b in ((expected.source, coded.source), (expected.target, coded.target))]
    strict = (expected.source, expected.target) == tuple(a.removeprefix(UNKNOWN) for a in (coded.source, coded.target))
    same = expected.code == coded.code
    return expected.root == coded.root, same, *lenient, same and all(lenient), same and strict


def best(expected: Expected, coded: Coded) -> Act:
    """The half of the coded event that is nearest to the expected one."""
    return max(coded.acts, key=lambda act: _nearness(expected.act, act))


def _nearness(one: Act, other: Act) -> tuple[int, ...]:
    actors = ((one.source, other.source), (one.target, other.target))
    return sum(block(a) == block(b) for a, b in actors), one.code == other.code, sum(a == b for a, b in actors)


def pair(expected: Sequence[Expected], coded: Sequence[Coded]) -> Outcome:
    """Pair events one to one, the nearest first; optional ones that nothing was coded for are not missed."""
    candidates = [
        (not _shares_trigger(e, c), tuple(-n for n in _nearness(e.act, best(e, c))), e.optional, i, k)
        for i, e in enumerate(expected)
        for k, c in enumerate(coded)
        if is_told(e, c) and e.act.root == best(e, c).root
    ]
    partner: dict[int, int] = {}
    for *_, i, k in sorted(candidates):
        if i not in partner and k not in partner.values():
            partner[i] = k
    taken = set(partner.values())
    return Outcome(
        [(expected[i], coded[k]) for i, k in sorted(partner.items())],
        [e for i, e in enumerate(expected) if i not in partner and not e.optional],
        [c for k, c in enumerate(coded) if k not in taken],
    )


def _shares_trigger(expected: Expected, coded: Coded) -> bool:
    return expected.trigger in coded.trigger or coded.trigger in expected.trigger


def count(outcome: Outcome) -> Counter[str]:
    """Expected events, those found at each level, and false ones; optional pairs are left out."""
    counts = Counter({"missed": len(outcome.missed), "false": len(outcome.false)})
    for expected, coded in outcome.paired:
        if not expected.optional:
            counts["paired"] += 1
            counts.update(
                name for name, same in zip(LEVELS, levels(expected.act, best(expected, coded)), strict=True) if same
            )
    return counts


def figures(counts: Counter[str], level: str) -> str:
    """Recall, precision and F1 of the events that agree at this level."""
    right, asked = counts[level], counts["paired"] + counts["missed"]
    given = counts["paired"] + counts["false"]
    return f"{right / max(1, asked):.3f}  {right / max(1, given):.3f}  {2 * right / max(1, asked + given):.3f}"


def show(article: Article, outcome: Outcome) -> None:
    """The misses and false events of an article."""
    for expected in outcome.missed:
        in_title, start, end = expected.passages[0]
        words = (article.title if in_title else article.text)[start:end]
        print(f"{article.id} missed {_line(expected.act)}  [{expected.trigger}] {words}")
    for coded in outcome.false:
        in_title, start, end = coded.passage
        sentence = (article.title if in_title else article.text)[start:end].replace("\n", " ")
        print(f"{article.id} false  {_line(coded.acts[0])}  [{coded.trigger}] {sentence}")


def _line(act: Act) -> str:
    return f"{act.code:4} {act.source or '-'} > {act.target or '-'}"


def report(name: str, by_kind: dict[str, Counter[str]]) -> None:
    """Print the figures of a file, as a whole and by kind of article."""
    total = sum(by_kind.values(), Counter[str]())
    print(f"{name}: expected {total['paired'] + total['missed']}, found {total['paired']}, false {total['false']}")
    print(f"  {'agreeing in':24}recall prec.  F1")
    for level in LEVELS:
        print(f"  {level:24}{figures(total, level)}")
    for kind, own in sorted(by_kind.items()):
        asked = own["paired"] + own["missed"]
        print(f"  {kind:14} expected {asked:3}  found {own['paired']:3}  false {own['false']:3}")


def main() -> None:
    """Code the articles; print what was found, what is false, and with ``--list`` each miss and false event."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, default=list(FILES))
    parser.add_argument("--list", action="store_true", dest="listed", help="print misses and false events")
    chosen = parser.parse_args()
    coding = coder.load()
    for path in chosen.files:
        by_kind: dict[str, Counter[str]] = {}
        for article in articles(path):
            events = coding.code(article.text, date=article.date, title=article.title, id=article.id)
            outcome = pair(article.expected, with_mirrors([e for e in events if e.status == "asserted"]))
            by_kind.setdefault(article.kind, Counter()).update(count(outcome))
            if chosen.listed:
                show(article, outcome)
        report(path.stem, by_kind)


if __name__ == "__main__":
    main()

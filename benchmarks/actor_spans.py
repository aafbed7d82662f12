"""How many actors that gold standards mark are touched by a coded mention, with the misses.

    python benchmarks/actor_spans.py plv  plv_dev.tsv      a table with `marked_sentence`: <s>source</s>, <t>target</t>
    python benchmarks/actor_spans.py gsr  gsr_ar_dev/      a folder with *_spans.json of annotated Arabic sentences

A span is touched when a mention of ``coder actors`` with a code (a country, an organisation, a group or a role; not the
bare ``---``) overlaps it. In the Arabic records, whose spans are words out of order, a mention touches a span when they
share a content word and the mention has at most eight words more.

Not every span names a political actor (*the decision*, *a car bomb*). Arabic: those count to which at least half of the
annotators gave a country or a role. English has no such judgement: all spans count, and apart from them those with
a capital letter (names, demonyms, titles; a lower bound of neither).
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import coder
from coder.model import Document

EXTRA_WORDS = 8
_TAG = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Span:
    """One gold span: its document, its words, where they stand (None: anywhere), whether it counts."""

    document: Document
    side: str
    text: str
    place: tuple[int, int] | None
    named: bool


def plv_spans(path: Path) -> Iterator[Span]:
    """The spans of a table with sentences in which source and target are marked."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
            text, marks = unmarked(row["marked_sentence"])
            document = Document(f"plv-{number}", text, lang="en")
            for side, start, end in marks:
                words = text[start:end]
                yield Span(document, side, words, (start, end), any(c.isupper() for c in words))


def unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The sentence without its tags, and (side, start, end) of what they marked."""
    parts, spans, begun, at = [], [], dict[str, int](), 0
    length = 0
    for tag in _TAG.finditer(marked):
        parts.append(marked[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        side = {"s": "source", "t": "target"}[tag.group()[-2]]
        if tag.group().startswith("</"):
            spans += [(side, begun.pop(side), length)] if side in begun else []
        else:
            begun[side] = length
    return "".join([*parts, marked[at:]]), spans


def gsr_spans(folder: Path) -> Iterator[Span]:
    """The agreed spans of annotated Arabic sentences; those count that annotators gave a country or role."""
    for path in sorted(folder.glob("*_spans.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            found = re.search(r"_(\d{4})(\d\d)(\d\d)\.", row["source"])
            day = date(*map(int, found.groups())) if found else None
            document = Document(f"{path.stem}-{row['_id']}", row["text"], date=day, lang="ar")
            for side in ("source", "target"):
                text = row[f"{side}_gold"].strip()
                roles = [s[f"{side}_role"] for s in row["spans"]]
                if text:
                    yield Span(document, side, text, None, sum(map(is_political, roles)) * 2 >= len(roles))


def is_political(role: Any) -> bool:
    """Whether an annotator gave a country (`main`) or a role."""
    return isinstance(role, dict) and any(value not in ("None", "") for value in role.values())


def content_words(text: str) -> frozenset[str]:
    """Arabic words of three letters and more without conjunction, preposition and article."""
    words = re.findall("[\u0621-\u064a]+", text)
    bare = (re.sub("^(?:[وف](?=\\w{3}))?(?:[بكل](?=ال))?(?:ال|لل)?", "", w) for w in words)
    return frozenset(w for w in bare if len(w) > 2)


def is_touched(span: Span, mentions: Iterable[dict[str, Any]]) -> bool:
    """Whether one of the mentions of its document touches the span."""
    if span.place is not None:
        start, end = span.place
        return any(m["start"] < end and start < m["end"] for m in mentions)
    wanted, most = content_words(span.text), len(span.text.split()) + EXTRA_WORDS
    return any(wanted & content_words(m["text"]) and len(m["text"].split()) <= most for m in mentions)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("kind", choices=("plv", "gsr"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="show so many misses")
    options = parser.parse_args()
    spans = list((plv_spans if options.kind == "plv" else gsr_spans)(options.path))
    documents = {s.document.id: s.document for s in spans}
    found = {r["doc_id"]: r["mentions"] for r in coder.load().actor_records(documents.values())}
    touched = {id(s): is_touched(s, found[s.document.id]) for s in spans}
    for side in ("source", "target", "both"):
        own = [s for s in spans if side in ("both", s.side)]
        for name, part in (("all", own), ("named", [s for s in own if s.named])):
            hits = sum(touched[id(s)] for s in part)
            print(f"{side:7} {name:6} {hits}/{len(part)} = {hits / max(1, len(part)):.3f}")
    for span in [s for s in spans if s.named and not touched[id(s)]][: options.misses]:
        print(f"missed: {span.text}\n    {span.document.date or ''} {span.document.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

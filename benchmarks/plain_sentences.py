"""Are plain English news sentences of conflict coded wholly right?

    python benchmarks/plain_sentences.py [--batch 1..5] [--faults]

150 sentences of ours (``data/plain_sentences_en.jsonl``), each with the rows that a careful coder gives: lists of
values that count as right (null: none) for code, source, target, killed, injured, date and place; a source or
target that ends in ``*`` needs that beginning only. Rows marked ``optional`` may be missing. A sentence is right when
every row is there and no other one; statements (root 01) are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import coder
from coder.dyads import code_of
from coder.model import Event

SENTENCES = Path(__file__).parent / "data" / "plain_sentences_en.jsonl"


def side_fits(values: Sequence[str | None], code: str | None) -> bool:
    """Whether an actor's code is one of those that count as right."""
    return any(v == code or (v is not None and v.endswith("*") and (code or "").startswith(v[:-1])) for v in values)


def place_fits(values: Sequence[str | None], event: Event) -> bool:
    """Whether the place is one of those named; where none is asked for, none may be read from the text alone."""
    a = event.attributes
    named = f"{a.location_name or ''} {a.location_text or ''}"
    if any(v is not None and v in named for v in values):
        return True
    if None not in values:
        return False
    start, end = a.location_start, a.location_end
    sides = [m for m in (event.source, event.target) if m is not None]
    return start is None or end is None or any(m.start < end and start < m.end for m in sides)


def faults(row: Mapping[str, Any], event: Event, counted: bool) -> list[str]:
    """The fields in which an event differs; ``counted``: whether its incident's dead stand with this event."""
    a = event.attributes
    fits = {
        "code": event.code in row["code"],
        "source": side_fits(row["source"], code_of(event.source)),
        "target": side_fits(row["target"], code_of(event.target)),
        "killed": a.fatalities in row["killed"] or not counted,
        "injured": a.injuries in row["injured"] or not counted,
        "date": row["date"] is None or (a.event_date is not None and a.event_date.isoformat() in row["date"]),
        "place": place_fits(row["place"], event),
    }
    return [name for name, right in fits.items() if not right]


def judged(rows: Sequence[Mapping[str, Any]], events: Sequence[Event]) -> Iterator[str]:
    """What is wrong with the events of a sentence; nothing where they are wholly right."""
    left, first = list(events), {e.incident_id: e.event_id for e in reversed(events)}
    for row in sorted(rows, key=lambda r: bool(r.get("optional"))):
        ranked = sorted(left, key=lambda e: len(faults(row, e, first[e.incident_id] == e.event_id)))
        wrong = faults(row, ranked[0], first[ranked[0].incident_id] == ranked[0].event_id) if ranked else ["missing"]
        if ranked and (not wrong or not row.get("optional")):
            left.remove(ranked[0])
        if wrong and not row.get("optional"):
            yield f"{'/'.join(row['code'])}: {', '.join(wrong)}"
    yield from (f"extra {e.code}" for e in left)


def main() -> None:
    """Print the share wholly right of each batch, with the faults on request."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--batch")
    parser.add_argument("--faults", action="store_true")
    options = parser.parse_args()
    program = coder.load()
    right, total = Counter[str](), Counter[str]()
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        batch = record["id"].split(".")[0]
        if options.batch not in (None, batch):
            continue
        found = [e for e in program.code(record["text"], date=record["date"]) if e.status == "asserted"]
        wrong = list(judged(record["rows"], [e for e in found if e.code[:2] != "01"]))
        total[batch] += 1
        right[batch] += not wrong
        if wrong and options.faults:
            print(record["id"], record["text"], *wrong, sep="\n    ")
    for batch in sorted(total):
        print(f"batch {batch}: {right[batch]} of {total[batch]}")


if __name__ == "__main__":
    main()

"""Comparing two tables of events: read, compare, and write what people look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coder.analysis.agreement import Evaluation, evaluate
from coder.analysis.matching import Coded, Rules, coded, match
from coder.analysis.tables import Row, read_table
from coder.dataset import Column
from coder.errors import InputError
from coder.exporters.tables import write_table
from coder.ontology import Ontology

KINDS = ("code", "actors", "missed", "extra")


def _interval_columns(name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(name, "number", what),
        Column(f"{name}_low", "number", "Lower end of its 95 % interval (bootstrap over documents)."),
        Column(f"{name}_high", "number", "Upper end."),
    )


SCORE_COLUMNS = (
    Column("class", "string", "Root code or quad class; all: every event."),
    Column("gold", "integer", "Events of the class in the gold coding."),
    Column("found", "integer", "Events of the class in the other coding."),
    Column("matched", "integer", "Gold events of the class that the other coding has too."),
    *_interval_columns("precision", "Share of the events found that are in the gold coding."),
    *_interval_columns("recall", "Share of the gold events that were found."),
    *_interval_columns("f1", "Harmonic mean of the two."),
)
CONFUSION_COLUMNS = (
    Column("gold", "string", "Class in the gold coding; (none): no such event there."),
    Column("found", "string", "Class in the other coding; (none): no such event there."),
    Column("events", "integer", "How many."),
)
AGREEMENT_COLUMNS = (
    Column("question", "string", "On what the two codings agree or not."),
    Column("units", "integer", "How many units both judged."),
    Column("observed", "number", "Share of units on which they agree."),
    Column("kappa", "number", "Cohen's kappa."),
    Column("alpha", "number", "Krippendorff's alpha, nominal."),
)
_SIDES = ("gold", "found")
DISAGREEMENT_COLUMNS = (
    Column("kind", "string", "code, actors: what differs; missed: only in gold; extra: only in the other.", KINDS),
    Column("doc_id", "string", "Document."),
    Column("sentence_index", "integer", "Sentence."),
    *(Column(f"{side}_{name}", "string", f"{name} there.") for name in ("code", "source", "target") for side in _SIDES),
    Column("sentence", "string", "The sentence, where a table has it."),
    Column("event_id", "string", "Event in the other coding."),
    Column("pattern_id", "string", "Dictionary entry that coded it."),
    Column("pattern_file", "string", "Where the entry stands."),
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two events that differ, or one that only one coding has."""

    kind: str
    gold: Coded | None
    found: Coded | None


def compare_files(gold: Path, events: Path, rules: Rules, ontology: Ontology, *, mirrored: bool = True) -> Evaluation:
    """Compare two tables of events (see ``read_table``). Both need ``doc_id`` and ``event_code``.

    A gold row without a code says that its document, or its sentence, was read and holds no event. ``mirrored``: count
    the second halves of reciprocal events (those with ``reciprocal_of``); people often code a meeting once.
    """
    required = ["doc_id", "event_code", *(["sentence_index"] if rules.within == "sentence" else [])]
    tables = [read_table(path, required) for path in (gold, events)]
    empty = [(str(row["doc_id"]), row.get("sentence_index")) for row in tables[0] if row.get("event_code") is None]
    sides = [
        [coded(row, ontology) for row in table if row["event_code"] and (mirrored or not row.get("reciprocal_of"))]
        for path, table in zip((gold, events), tables, strict=True)
        if _check(path, table, ontology)
    ]
    if not tables[0]:
        raise InputError("holds no row", where=str(gold), hint="one row an event; an empty code for a document without")
    return evaluate(sides[0], sides[1], rules, empty)


def _check(path: Path, table: Sequence[Row], ontology: Ontology) -> bool:
    for number, row in enumerate(table, 1):
        code = row.get("event_code")
        if row.get("doc_id") is None:
            raise InputError(f"row {number} has no doc_id", where=str(path), hint="name the document of every row")
        if code is not None and ontology.nearest(str(code)) is None:
            raise InputError(
                f"row {number}: {str(code)[:20]!r} is no CAMEO code",
                where=str(path),
                hint="write codes with their zero (010, not 10); format the column as text in a spreadsheet",
            )
    return True


def disagreements(evaluation: Evaluation) -> Iterator[Disagreement]:
    """All that is not the same in both, to read: other codes first, then other actors, then what one coding lacks."""
    gold, found = list(evaluation.gold), list(evaluation.found)
    same = {i for i, _ in evaluation.pairs}, {j for _, j in evaluation.pairs}
    left, right = ([n for n in range(len(side)) if n not in out] for side, out in zip((gold, found), same, strict=True))
    rules = evaluation.rules
    for kind, eased in (("code", replace(rules, code="any")), ("actors", replace(rules, actors="any"))):
        pairs = match([gold[i] for i in left], [found[j] for j in right], eased)
        for i, j in pairs:
            yield Disagreement(kind, gold[left[i]], found[right[j]])
        used = {i for i, _ in pairs}, {j for _, j in pairs}
        left = [x for n, x in enumerate(left) if n not in used[0]]
        right = [x for n, x in enumerate(right) if n not in used[1]]
    yield from (Disagreement("missed", gold[i], None) for i in left)
    yield from (Disagreement("extra", None, found[j]) for j in right)


def _disagreement_row(item: Disagreement) -> Mapping[str, Any]:
    events = {"gold": item.gold, "found": item.found}
    one = item.found or item.gold
    rows: list[Mapping[str, Any]] = [event.row for event in (item.found, item.gold) if event is not None]
    first = {
        name: next((row[name] for row in rows if row.get(name) is not None), None)
        for name in ("sentence_index", "sentence", "event_id", "pattern_id", "pattern_file")
    }
    return {
        "kind": item.kind,
        "doc_id": one.document if one else None,
        **first,
        **{
            f"{side}_{name}": (getattr(event, name) or None) if event else None
            for side, event in events.items()
            for name in ("code", "source", "target")
        },
    }


def write_evaluation(evaluation: Evaluation, folder: Path) -> tuple[Path, ...]:
    """Write scores.csv, confusion.csv, agreement.csv and disagreements.csv; returns the files."""
    scores = (
        {
            "class": s.name,
            "gold": s.gold,
            "found": s.found,
            "matched": s.matched,
            **{
                f"{name}{end}": value
                for name, interval in (("precision", s.precision), ("recall", s.recall), ("f1", s.f1))
                for end, value in (("", interval.value), ("_low", interval.low), ("_high", interval.high))
            },
        }
        for s in evaluation.scores
    )
    confusion = ({"gold": a, "found": b, "events": n} for (a, b), n in evaluation.confusion.items())
    agreements = (
        {"question": a.name, "units": a.units, "observed": a.observed, "kappa": a.kappa, "alpha": a.alpha}
        for a in evaluation.agreements
    )
    tables: tuple[tuple[str, Sequence[Column], Iterator[Mapping[str, Any]]], ...] = (
        ("scores.csv", SCORE_COLUMNS, scores),
        ("confusion.csv", CONFUSION_COLUMNS, confusion),
        ("agreement.csv", AGREEMENT_COLUMNS, agreements),
        ("disagreements.csv", DISAGREEMENT_COLUMNS, (_disagreement_row(d) for d in disagreements(evaluation))),
    )
    for name, columns, rows in tables:
        write_table(folder / name, columns, rows)
    return tuple(folder / name for name, *_ in tables)

"""A stratified sample of events for checking by hand, as a sheet to fill in; and what the filled sheet says."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from coder.analysis.agreement import Interval
from coder.analysis.highlight import marked
from coder.analysis.tables import Row, read_table
from coder.dataset import Column
from coder.errors import InputError, OptionError
from coder.exporters.tables import write_table

Allocation = Literal["equal", "proportional"]
# Short names of what one stratifies by; any other column can be named in full.
BY = {
    "root": "event_root",
    "quad": "quad_class",
    "language": "lang",
    "country": "country_iso3",
    "acled": "acled_event_type",
    "plover": "plover_event",
}
NOTHING = "(none)"
Z = 1.959963984540054  # 95 %

QUESTIONS = ("code", "source", "target", "date", "place", "fatalities")
_ASKED = {
    "code": "Is the event code right?",
    "source": "Is the source right (words and code; empty if there is none)?",
    "target": "Is the target right?",
    "date": "Is the date right?",
    "place": "Is the place right?",
    "fatalities": "Is the number of deaths right?",
}
_SHOWN = (
    *("event_id", "stratum", "stratum_size", "doc_id", "publication_date", "sentence", "event_code", "event_label"),
    *("source_code", "source_text", "target_code", "target_text", "event_date", "date_precision", "location_name"),
    *("country_iso3", "fatalities"),
)
_DATES, _INTEGERS = ("publication_date", "event_date"), ("stratum_size", "fatalities")


def _kind(name: str) -> Literal["string", "integer", "date"]:
    return "date" if name in _DATES else "integer" if name in _INTEGERS else "string"


SHEET_COLUMNS = (
    *(Column(name, _kind(name), "") for name in _SHOWN),
    *(
        Column(f"{question}_right", "string", f"{text} y, n, or ? if it cannot be told.")
        for question, text in _ASKED.items()
    ),
    Column("comment", "string", "Remarks."),
)


# ---------------------------------------------------------------------- drawing


def draw(rows: Sequence[Row], size: int, by: str, seed: int, allocation: Allocation = "equal") -> list[Row]:
    """``size`` rows, stratified by a column (see ``BY``), each with ``stratum`` and ``stratum_size`` (all its events).

    ``equal`` gives every stratum the same number, as far as it has as many; ``proportional`` its share, at least one.
    Which events are drawn depends on the seed and on their ids only, not on their order.
    """
    column = BY.get(by, by)
    if rows and column not in rows[0]:
        raise OptionError(
            f"no column {column!r}", where="--by", hint=f"one of {', '.join(BY)}, or a column of events.csv"
        )
    strata: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        strata[str(NOTHING if row[column] is None else row[column])].append(row)
    shares = _shares({name: len(members) for name, members in strata.items()}, size, allocation)
    return [
        {**row, "stratum": name, "stratum_size": len(strata[name])}
        for name in sorted(strata)
        for row in sorted(strata[name], key=lambda row: _lot(row, seed))[: shares[name]]
    ]


def _lot(row: Row, seed: int) -> tuple[str, str]:
    """A lot that does not depend on the order of the rows or on a library's random numbers."""
    name = str(row.get("event_id"))
    return hashlib.blake2b(f"{seed}|{name}".encode(), digest_size=16).hexdigest(), name


def _shares(sizes: Mapping[str, int], size: int, allocation: Allocation) -> dict[str, int]:
    if size >= sum(sizes.values()):
        return dict(sizes)
    if allocation == "proportional":
        exact = {name: size * n / sum(sizes.values()) for name, n in sizes.items()}
        shares = {name: max(1, math.floor(share)) for name, share in exact.items()}
        ranked = sorted(sizes, key=lambda name: (math.floor(exact[name]) - exact[name], name))
    else:
        shares, ranked = dict.fromkeys(sizes, 0), sorted(sizes)
    while sum(shares.values()) < size:
        open_ = [name for name in ranked if shares[name] < sizes[name]]
        for name in open_[: size - sum(shares.values())]:
            shares[name] += 1
    return shares


def write_sample(path: Path, rows: Sequence[Row]) -> None:
    """Write the sheet: a workbook with coloured words (.xlsx), or a table with marks around them."""
    empty = {column.name: None for column in SHEET_COLUMNS}
    if path.suffix.lower() == ".xlsx":
        from coder.analysis.workbook import write_sheet

        write_sheet(path, SHEET_COLUMNS, [{**empty, **row} for row in rows])
        return
    if path.suffix.lower() != ".csv":
        raise OptionError("is no sheet", where=str(path), hint="name a file that ends in .xlsx or .csv")
    plain = ({**empty, **row, "sentence": marked(row)} for row in rows)
    iso = ({**row, **{n: None if row[n] is None else str(row[n]) for n in _DATES}} for row in plain)
    write_table(path, SHEET_COLUMNS, iso, excel=True)


# ---------------------------------------------------------------------- reading back

_YES = frozenset(["y", "yes", "1", "true", "t", "right", "x", "نعم", "صح"])
_NO = frozenset(["n", "no", "0", "false", "f", "wrong", "لا", "خطأ"])
_OPEN = frozenset(["?", "unsure", "na", "n/a", "-"])


@dataclass(frozen=True, slots=True)
class Precision:
    """The share of right answers to a question in a stratum, or in all weighted by the strata's sizes.

    ``events``: all events of the strata; ``judged``: those called right or wrong; ``unsure``: those with a ``?``.
    """

    question: str
    stratum: str
    events: int
    judged: int
    right: int
    unsure: int
    precision: Interval


PRECISION_COLUMNS = (
    Column("question", "string", "What was judged; event: code, source and target together."),
    Column("stratum", "string", "Stratum; all: every stratum that was judged, weighted by its size."),
    Column("events", "integer", "Events of the stratum in the data set."),
    Column("judged", "integer", "Events judged right or wrong."),
    Column("right", "integer", "Events judged right."),
    Column("unsure", "integer", "Events with a question mark."),
    Column("precision", "number", "Share of right ones."),
    Column("precision_low", "number", "Lower end of its 95 % interval."),
    Column("precision_high", "number", "Upper end."),
)


def is_filled_sheet(path: Path) -> bool:
    """Whether a table is a sheet of ``coder sample``."""
    return any("code_right" in row and "stratum" in row for row in read_table(path)[:1])


def read_verdicts(path: Path) -> list[Precision]:
    """What a filled sheet says. Raises ``InputError`` for a verdict that is not understood and for an empty sheet."""
    rows = read_table(path, ["stratum", "stratum_size", "code_right"])
    verdicts = [_verdicts(row, f"{path}: event {row.get('event_id')}") for row in rows]
    sizes = {str(row["stratum"]): _size(row, path) for row in rows}
    found = [
        precision
        for question in ("event", *QUESTIONS)
        for precision in _question(
            question, [(str(r["stratum"]), v[question]) for r, v in zip(rows, verdicts, strict=True)], sizes
        )
    ]
    if not found:
        raise InputError("holds no verdict", where=str(path), hint="fill the columns that end in _right with y or n")
    return found


def _size(row: Row, path: Path) -> int:
    try:
        return int(row["stratum_size"])
    except (TypeError, ValueError):
        raise InputError(
            f"stratum_size is {row['stratum_size']!r}",
            where=f"{path}: event {row.get('event_id')}",
            hint="do not change this column",
        ) from None


def _verdicts(row: Row, where: str) -> dict[str, str]:
    """For each question y, n, ? or nothing."""
    said = {question: _verdict(row.get(f"{question}_right"), question, where) for question in QUESTIONS}
    parts = [said[question] for question in ("code", "source", "target")]
    event = "n" if "n" in parts else "?" if "?" in parts else said["code"]
    return {**said, "event": event}


def _verdict(value: object, question: str, where: str) -> str:
    text = str(value if value is not None else "").strip().casefold()
    for answer, words in (("", {""}), ("y", _YES), ("n", _NO), ("?", _OPEN)):
        if text in words:
            return answer
    raise InputError(f"{question}_right is {text[:30]!r}", where=where, hint="write y, n or ?, or leave it empty")


def _question(question: str, verdicts: Sequence[tuple[str, str]], sizes: Mapping[str, int]) -> list[Precision]:
    answers: dict[str, Counter[str]] = defaultdict(Counter)
    for stratum, verdict in verdicts:
        answers[stratum][verdict] += 1
    strata = [
        Precision(question, name, sizes[name], n["y"] + n["n"], n["y"], n["?"], wilson(n["y"], n["y"] + n["n"]))
        for name, n in sorted(answers.items())
        if n["y"] + n["n"] + n["?"]
    ]
    judged = [stratum for stratum in strata if stratum.judged]
    if not judged:
        return []
    total = Precision(
        question,
        "all",
        sum(s.events for s in judged),
        sum(s.judged for s in judged),
        sum(s.right for s in judged),
        sum(s.unsure for s in strata),
        weighted([(s.events, s.precision) for s in judged]),
    )
    return [total, *strata]


def wilson(right: int, judged: int) -> Interval:
    """A proportion with Wilson's score interval (Wilson 1927), 95 %."""
    if not judged:
        return Interval(None)
    p, z2 = right / judged, Z * Z
    centre = (p + z2 / (2 * judged)) / (1 + z2 / judged)
    half = Z * math.sqrt(p * (1 - p) / judged + z2 / (4 * judged * judged)) / (1 + z2 / judged)
    return Interval(p, max(0.0, centre - half) if right else 0.0, min(1.0, centre + half) if right < judged else 1.0)


def weighted(strata: Sequence[tuple[int, Interval]]) -> Interval:
    """The proportion in the population, from those of its strata with their sizes.

    The interval puts the strata's Wilson intervals together by the method of variance estimates recovery (Zou, Huang
    and Zhang 2009); with one stratum it is Wilson's own. No finite population correction: it is rather wide.
    """
    total = sum(size for size, _ in strata)
    value = below = above = 0.0
    for size, interval in strata:
        p, low, high = interval.value or 0.0, interval.low or 0.0, interval.high or 0.0
        weight = size / total
        value += weight * p
        below += (weight * (p - low)) ** 2
        above += (weight * (high - p)) ** 2
    return Interval(value, max(0.0, value - math.sqrt(below)), min(1.0, value + math.sqrt(above)))


def precision_rows(found: Sequence[Precision]) -> list[dict[str, Any]]:
    """The rows of ``precision.csv``."""
    return [
        {
            **{name: getattr(p, name) for name in ("question", "stratum", "events", "judged", "right", "unsure")},
            "precision": p.precision.value,
            "precision_low": p.precision.low,
            "precision_high": p.precision.high,
        }
        for p in found
    ]

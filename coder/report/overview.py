"""The figures at the head of the report, and the tables of what is not in the events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coder.left_out import LEFT_OUT
from coder.report.fatalities import deaths_by_incident
from coder.report.figure import Column, Table
from coder.report.source import WITHHELD, Package

LISTED = 300
LANGUAGES = {"en": "English", "ar": "Arabic"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its name."""

    name: str
    value: str


def facts(package: Package) -> list[Fact]:
    """Documents, events, period, languages, rejected, withheld, places, deaths."""
    events = package.events
    incidents = deaths_by_incident(events)
    return [
        Fact("Documents", f"{package.documents:,}"),
        Fact("Events", f"{len(events):,}"),
        Fact("Incidents", f"{len({i or e for i, e in events.rows('incident_id', 'event_id')}):,}"),
        Fact("Period", _period([day for day in events["event_date"] if day])),
        Fact("Languages", _languages(events["lang"])),
        Fact("Countries", f"{len({code for code in events['country_iso3'] if code}):,}"),
        Fact("Reported deaths", f"{sum(number for _, number in incidents.values()):,}"),
        Fact("Withheld events", f"{len(package.withheld):,}"),
        Fact("Rejected documents", f"{len(package.rejected):,}"),
    ]


def _period(days: Sequence[str]) -> str:
    if not days:
        return "no dates"
    first, last = min(days), max(days)
    return first if first == last else f"{first} to {last}"


def _languages(langs: Sequence[str | None]) -> str:
    counts = Counter(lang or "unknown" for lang in langs)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{LANGUAGES.get(lang, lang)} {count:,}" for lang, count in ordered) or "none"


def run_facts(run: Mapping[str, Any]) -> list[Fact]:
    """Versions and options of the run."""
    options = run.get("options")
    pairs = [(name, value) for name, value in run.items() if name not in ("counts", "options", "packages")]
    pairs += list((run.get("packages") or {}).items())
    pairs += [(f"option {name}", value) for name, value in (options or {}).items()]
    return [Fact(name.replace("_", " "), _shown(value)) for name, value in pairs]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "none" if value is None else str(value)


def withheld_counts(package: Package) -> Table:
    """Withheld events by status, those that a rule leaves out whatever theirs together."""
    counts = Counter(map(_why, package.withheld))
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Table("withheld-counts", "Withheld events by status", [Column("Status"), Column("Events", True)], rows)


def withheld_table(package: Package) -> Table:
    """The first withheld events of each status, and of those left out, with their reasons, at most ``LISTED``."""
    seen: Counter[str] = Counter()
    ranked = []
    for position, record in enumerate(package.withheld):
        status = _why(record)
        ranked.append((seen[status], position))
        seen[status] += 1
    first = sorted(position for _, position in sorted(ranked)[:LISTED])
    rows = [tuple(_text(package.withheld[k].get(name)) for name in WITHHELD) for k in first]
    columns = [Column(x) for x in ("Status", "Why", "Source", "Code", "Target", "Sentence")]
    return Table("withheld-table", _caption("Withheld events", len(rows), len(package.withheld)), columns, rows, True)


def _why(record: Mapping[str, Any]) -> str:
    left_out = str(record.get("status_reason") or "").startswith(LEFT_OUT)
    return LEFT_OUT if left_out else str(record.get("status") or "unknown")


def rejected_table(package: Package) -> Table:
    """The first rejected documents with reasons, at most ``LISTED``."""
    rows = [tuple(item.get(name, "") for name in ("doc_id", "where", "reason")) for item in package.rejected[:LISTED]]
    columns = [Column(x) for x in ("Document", "Where", "Why")]
    return Table(
        "rejected-table", _caption("Rejected documents", len(rows), len(package.rejected)), columns, rows, True
    )


def _caption(what: str, shown: int, whole: int) -> str:
    return what if shown == whole else f"{what}: {shown:,} of {whole:,}"


def _text(value: Any) -> str:
    """Text of a JSON record; half a surrogate pair, which no page can hold, is escaped."""
    return "" if value is None else str(value).encode("utf-8", "backslashreplace").decode()

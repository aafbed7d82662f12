"""The codebook of a package: every column, what it may hold, and how often it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coder.dataset import Column

# A value list longer than this is cut; the tables hold the rest.
MOST_VALUES = 400

TITLES = {
    "events.csv": "events.csv, events.parquet, events.jsonl: everything that the coder knows",
    "cameo.csv": "cameo.csv: dyads with the columns of the Phoenix daily file",
    "acled.csv": "acled.csv: what lies in ACLED's scope, one row for each of its events",
}


class ColumnCounts:
    """Counts the filled cells of every column, and the values of those with few."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)
        self.rows = 0
        self.filled: Counter[str] = Counter()
        self.values: dict[str, Counter[str]] = {column.name: Counter() for column in columns if column.counted}

    def add(self, row: Mapping[str, Any]) -> None:
        """Count one row."""
        self.rows += 1
        self.filled.update(name for name, value in row.items() if value is not None)
        for name, counter in self.values.items():
            if row[name] is not None:
                counter[str(row[name])] += 1


def codebook(counts: Mapping[str, Any], tables: Sequence[tuple[str, ColumnCounts]]) -> str:
    """The codebook as Markdown."""
    lines = [
        "# Codebook",
        "",
        f"{counts['events']} events from {counts['documents']} documents; {counts['rejected']} documents rejected.",
        "An empty cell is a missing value: the text does not say. Offsets are Unicode code points, end exclusive.",
        "",
        *_counted("Events by root code", counts["events_by_root"]),
        *_counted("Events by language", counts["events_by_language"]),
        *_counted("Withheld events by status (withheld.jsonl)", counts["withheld_by_status"]),
    ]
    for name, table in tables:
        lines += [f"## {TITLES.get(name, name)}", "", f"{table.rows} rows.", "", *_columns(table), *_values(table)]
    return "\n".join(lines).rstrip() + "\n"


def _counted(title: str, counts: Mapping[str, int]) -> list[str]:
    if not counts:
        return []
    return [f"{title}: " + ", ".join(f"{value} {n}" for value, n in counts.items()) + ".", ""]


def _columns(table: ColumnCounts) -> list[str]:
    lines = ["| column | type | filled | meaning |", "| --- | --- | ---: | --- |"]
    for column in table.columns:
        allowed = f" One of: {', '.join(column.values)}." if column.values else ""
        meaning = (column.description + allowed).replace("|", "\\|")
        lines.append(f"| `{column.name}` | {column.type} | {table.filled[column.name]} | {meaning} |")
    return [*lines, ""]


def _values(table: ColumnCounts) -> list[str]:
    lines: list[str] = []
    for name, counter in table.values.items():
        if not counter:
            continue
        ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        cut = ", ..." if len(ranked) > MOST_VALUES else ""
        shown = ", ".join(f"{value} {n}" for value, n in ranked[:MOST_VALUES])
        lines += [f"`{name}`: {shown}{cut}", ""]
    return lines

"""The codebook of a package: every column, what it may hold, and how often it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coder.dataset import Column
from coder.exporters.base import layout_of
from coder.exporters.definitions import MEANINGS, SOURCES, meaning
from coder.left_out import REASONS
from coder.ontology import Ontology

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


def codebook(counts: Mapping[str, Any], tables: Sequence[tuple[str, ColumnCounts]], ontology: Ontology) -> str:
    """The codebook of a package as Markdown."""
    lines = [
        "# Codebook",
        "",
        f"{counts['events']} events from {counts['documents']} documents; {counts['rejected']} documents rejected.",
        "",
        *_CONVENTIONS,
        "",
        *_counted("Events by root code", counts["events_by_root"]),
        *_counted("Events by language", counts["events_by_language"]),
        *_counted("Withheld events by status (withheld.jsonl)", counts["withheld_by_status"]),
        *_left_out(counts["left_out_by_reason"]),
    ]
    for name, table in tables:
        lines += [f"## {TITLES.get(name, name)}", "", f"{table.rows} rows.", ""]
        lines += [*_columns(table), *_values(table, ontology)]
    lines += _sources()
    return "\n".join(lines).rstrip() + "\n"


def reference(ontology: Ontology) -> str:
    """The codebook of all layouts without a data set, as Markdown: columns, values and their meaning, sources."""
    lines = ["# Codebook", "", *_REFERENCE, "", *_CONVENTIONS, ""]
    for name in LAYOUT_TITLES:
        layout = layout_of(name)
        lines += [f"## {LAYOUT_TITLES[name]}", "", "| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{column.name}` | {column.type} | {_meaning(column)} |" for column in layout.columns]
        lines.append("")
    lines += [*_WITHHELD, *(f"- {reason}" for reason in REASONS), "", "## Values", ""]
    for column_name, values in MEANINGS.items():
        lines += [f"`{column_name}`", "", "| value | meaning |", "| --- | --- |"]
        lines += [*(f"| `{value}` | {text} |" for value, text in values.items()), ""]
    lines += ["`event_code`", "", "| code | label | quad class | Goldstein | PLOVER | ACLED |"]
    lines += [
        "| --- | --- | --- | ---: | --- | --- |",
        *(_code_line(code, ontology) for code in sorted(ontology.codes)),
        "",
    ]
    lines += _sources()
    return "\n".join(lines).rstrip() + "\n"


LAYOUT_TITLES = {
    "native": "native: events.csv, events.parquet, events.jsonl, withheld.jsonl, left_out.jsonl",
    "cameo": "cameo: the columns of the Phoenix daily file, and what it lacks",
    "acled": "acled: the columns of ACLED's export",
    "plover": "plover: the columns of POLECAT",
}
_REFERENCE = (
    "The columns of every layout. The codebook in a dataset package says the same of that data set, with counts and",
    "shares of missing values. This file is made by `scripts/make_codebook.py` from the definitions in the program.",
)
_WITHHELD = (
    "## withheld.jsonl and left_out.jsonl",
    "",
    "The native columns and `status_reason`: why the event is in no table. withheld.jsonl holds the events of the",
    "statuses that were not asked for; left_out.jsonl, whatever `--statuses` says, what a rule leaves out though it is",
    "told. The `status` of these is what the text gives, mostly asserted; for acts without a known side no date and",
    "place are read. Other reports of an event that has a row are not listed: `n_mentions` counts them. What is left",
    "out has one of these reasons, followed by what gave the status if it is not asserted:",
    "",
)
_CONVENTIONS = (
    "Every table is UTF-8, dates are ISO 8601 (2024-08-05) unless a layout has its own form, numbers have a decimal",
    "point. A missing value is an empty cell (null in JSON Lines and Parquet, `.` or an empty text in Stata): the text",
    "does not say; it is never 0 (only the ACLED layout writes, as ACLED does, 0 deaths where none is reported). Codes",
    "are text: `010` is not 10. Offsets are Unicode code points, end exclusive.",
)


def _code_line(code: str, ontology: Ontology) -> str:
    plover, acled = (" / ".join(part for part in of(code) if part) for of in (ontology.plover, ontology.acled))
    cells = (f"`{code}`", ontology.label(code), ontology.quad_class(code), ontology.goldstein(code), plover, acled)
    return "| " + " | ".join("" if cell is None else str(cell) for cell in cells) + " |"


def _sources() -> list[str]:
    return ["## Sources of the definitions", "", *(f"- {source}" for source in SOURCES), ""]


def _counted(title: str, counts: Mapping[str, int]) -> list[str]:
    if not counts:
        return []
    return [f"{title}: " + ", ".join(f"{value} {n}" for value, n in counts.items()) + ".", ""]


def _left_out(counts: Mapping[str, int]) -> list[str]:
    """The reasons of what left_out.jsonl holds, most frequent first."""
    if not counts:
        return []
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ["Left out of every table (left_out.jsonl, `status_reason`):", "", *(f"- {n} {r}" for r, n in ranked), ""]


def _meaning(column: Column) -> str:
    allowed = f" One of: {', '.join(column.values)}." if column.values else ""
    return (column.description + allowed).replace("|", "\\|")


def _columns(table: ColumnCounts) -> list[str]:
    lines = ["| column | type | filled | missing | meaning |", "| --- | --- | ---: | ---: | --- |"]
    for column in table.columns:
        filled = table.filled[column.name]
        missing = f"{1 - filled / table.rows:.1%}" if table.rows else ""
        lines.append(f"| `{column.name}` | {column.type} | {filled} | {missing} | {_meaning(column)} |")
    return [*lines, ""]


def _values(table: ColumnCounts, ontology: Ontology) -> list[str]:
    lines: list[str] = []
    for name, counter in table.values.items():
        if not counter:
            continue
        ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
        shown = [(value, n, meaning(name, value, ontology)) for value, n in ranked[:MOST_VALUES]]
        cut = [f"and {len(ranked) - MOST_VALUES} more", ""] if len(ranked) > MOST_VALUES else []
        if any(text for _, _, text in shown):
            lines += [f"`{name}`", "", "| value | rows | meaning |", "| --- | ---: | --- |"]
            lines += [*(f"| `{value}` | {n} | {text} |" for value, n, text in shown), "", *cut]
        else:
            lines += [f"`{name}`: " + ", ".join(f"{value} {n}" for value, n, _ in shown), "", *cut]
    return lines

"""What an import did with every line: counts by kind, and a note for each line that was not taken over as it stands."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Outcome = Literal["changed", "merged", "not understood"]
COLUMNS = ("file", "line", "outcome", "kind", "what", "text")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source file: text without its comment, and the comment."""

    file: str
    number: int
    text: str
    comment: str = ""

    @property
    def place(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.number}"


@dataclass(frozen=True, slots=True)
class Note:
    """What happened to a line."""

    line: Line
    outcome: Outcome
    kind: str
    what: str

    def row(self) -> tuple[str, ...]:
        """The note as a row of the report."""
        return (self.line.file, str(self.line.number), self.outcome, self.kind, self.what, self.line.text.strip())

    def __str__(self) -> str:
        return f"{self.line.place}: {self.outcome}: {self.what} ({self.kind}): {self.line.text.strip()}"


@dataclass(slots=True)
class Report:
    """Counts: what was read is what was written, merged into another entry, or not understood."""

    read: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    merged: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    notes: list[Note] = field(default_factory=list)

    def take(self, kind: str, number: int = 1) -> None:
        """An item was read and written."""
        self.read[kind] += number
        self.written[kind] += number

    def merge(self, kind: str, line: Line, what: str) -> None:
        """An item was read and became part of another, or is already there."""
        self.read[kind] += 1
        self.merged[kind] += 1
        self.notes.append(Note(line, "merged", kind, what))

    def lose(self, kind: str, line: Line, what: str) -> None:
        """An item was read and could not be taken over."""
        self.read[kind] += 1
        self.lost[kind] += 1
        self.notes.append(Note(line, "not understood", kind, what))

    def change(self, kind: str, line: Line, what: str) -> None:
        """A written item says something else than its line."""
        self.notes.append(Note(line, "changed", kind, what))

    def unbalanced(self) -> list[str]:
        """Kinds whose counts do not add up; always empty unless the importer has a fault."""
        return [k for k in self.read if self.read[k] != self.written[k] + self.merged[k] + self.lost[k]]

    def lines(self) -> Iterator[str]:
        """The summary, one line for each kind of item."""
        yield f"{'kind':<16}{'read':>8}{'written':>9}{'merged':>8}{'not understood':>16}"
        for kind in sorted(self.read):
            yield (f"{kind:<16}{self.read[kind]:>8}{self.written[kind]:>9}{self.merged[kind]:>8}{self.lost[kind]:>16}")
        yield f"{sum(n.outcome == 'changed' for n in self.notes)} written items differ from their lines"

    def write(self, path: Path) -> None:
        """Write all notes as CSV, in the order of the source lines."""
        notes = sorted(self.notes, key=lambda n: (n.line.file, n.line.number))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(note.row() for note in notes)

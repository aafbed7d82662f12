"""One family of errors. Each says what is wrong, where (path:line or document id), and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class CoderError(Exception):
    """Base of every error that the coder raises on purpose."""

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{place}{self.what}{hint}"


class InputError(CoderError):
    """An input that cannot be read at all (a missing file, an unknown format)."""


class DocumentError(CoderError):
    """One document that cannot be coded; the run goes on and lists it. ``where`` is the document id."""


class ModelError(CoderError):
    """A language model or morphology that is missing or has the wrong version."""


class OptionError(CoderError):
    """A command-line or library option with a value that makes no sense."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a dictionary: where it is, what it is, what to do. Sorts by place."""

    path: str
    line: int
    what: str
    hint: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}\n    hint: {self.hint}"


class DictionaryError(CoderError):
    """All faults of a dictionary at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(p) for p in self.problems))

"""Which sentences of a document can name what a reference looks for, told from their words without analysing them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import Ref

GROUPS = frozenset({"organization", "armed_group", "party"})
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")

Sought = frozenset[Ref] | None  # some of these entries; None: a group of whatever entry


@dataclass(frozen=True)
class Outline:
    """The dictionary entries that a sentence may name, its words, and those that it may make last names.

    ``entries`` is None where they cannot be told without an analysis.
    """

    entries: frozenset[Ref] | None
    group: bool
    text: str
    last_names: frozenset[str] | None  # None: all of its capitalised words

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Its capitalised words, casefolded."""
        return frozenset(word.casefold() for word in _CAPITALISED.findall(self.text))

    def may_name(self, sought: Sought) -> bool:
        """Whether the sentence itself may name what is sought."""
        if self.entries is None:
            return True
        return self.group if sought is None else not sought.isdisjoint(self.entries)


def outline(
    text: str, entries: Iterable[ActorEntry | AgentEntry] | None, introduces: bool, last_names: frozenset[str]
) -> Outline:
    """The outline of a sentence. One that introduces a short name lends its meaning to all its capitalised words."""
    named = None if entries is None else list(entries)
    return Outline(
        None if named is None else frozenset(e.ref for e in named),
        named is None or any(isinstance(e, ActorEntry) and e.kind in GROUPS for e in named),
        text,
        None if introduces else last_names,
    )


class Whereabouts:
    """The sentences that may name what is sought: by its own words, or by a name that such a sentence has given it."""

    def __init__(self, outlines: Callable[[], Sequence[Outline]]) -> None:
        """``outlines`` reads the document; it is called when the first reference is looked up."""
        self._read = outlines
        self._outlines: Sequence[Outline] | None = None
        self._found: dict[Sought, list[bool]] = {}

    def may_name(self, sought: Sought, position: int) -> bool:
        """Whether the sentence at a position may name what is sought."""
        if sought not in self._found:
            self._found[sought] = self._find(sought)
        return self._found[sought][position]

    def _find(self, sought: Sought) -> list[bool]:
        if self._outlines is None:
            self._outlines = self._read()
        found: list[bool] = []
        names: set[str] = set()
        for sentence in self._outlines:
            found.append(sentence.may_name(sought) or (bool(names) and not names.isdisjoint(sentence.capitals)))
            if found[-1]:
                names |= sentence.capitals if sentence.last_names is None else sentence.last_names
        return found

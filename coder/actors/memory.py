"""What a document has said so far: recent actors for coreference, and last names of people.

A sentence is read for its actors only when a reference asks for it, the nearest first: a sentence without any event
need not even be analysed unless a later one refers to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from coder.actors.whereabouts import Sought, Whereabouts
from coder.model import ActorMention, Ref

_REACH = 2
# How many mentions back a reference may reach; articles have fewer, and without it a book takes quadratic time.
_KEPT = 400
_WORD = re.compile(r"\w+")
_TOLD_OF = frozenset({"is", "was", "who", "became", "remains"})
_ARABIC_CLITICS = frozenset("وفبلكا")


@dataclass(slots=True)
class Recent:
    """An actor that was mentioned, with what a reference to it must agree with.

    ``rank``: how far a text goes on being about it, among the subjects of its sentence; ``speaker``: it says what the
    sentence tells; ``entries``: the entries of all its words, a title before a name included; ``core``: it acts or is
    acted on, and is no place or time; ``shares``: its actors, where it names several; ``start``: where its own words
    begin, which are not those of ``mention`` where it is a reference itself; ``thing``: a thing that is the actor's.
    """

    mention: ActorMention
    person: bool
    plural: bool
    gender: str | None
    group: bool
    subject: bool = False
    sentence: int = 0
    named: bool = False
    rank: tuple[int, int] = (0, 0)
    speaker: bool = False
    entries: frozenset[Ref] = frozenset()
    core: bool = False
    shares: tuple[ActorMention, ...] = ()
    start: int = 0
    thing: bool = False


@dataclass(slots=True)
class Told:
    """What one sentence says: its actors in the order of its phrases, and whom its last names mean."""

    recent: list[Recent] = field(default_factory=list)
    surnames: dict[str, ActorMention] = field(default_factory=dict)


class Teller(Protocol):
    """A sentence of a document, as references see it. ``index`` is that of the sentence."""

    index: int

    def begin(self) -> None:
        """Read the sentence for its actors; raises ``PendingError`` where another one must be read first."""

    def told(self) -> Told | None:
        """What the sentence says, as far as it is read; None where nobody has begun."""


class PendingError(Exception):
    """A reference leads to a sentence that is not read yet. ``position``: its place in the document's list."""

    def __init__(self, position: int) -> None:
        super().__init__(f"sentence {position} is not read yet")
        self.position = position


class NameIndex:
    """In which sentences of a document a word may be the last name of a full name: spares reading all others."""

    def __init__(self, names: Iterable[tuple[Iterable[str], Callable[[str], str]]]) -> None:
        """``names``: the ``last_names`` of each sentence, with the function that normalises its language."""
        self._positions: dict[str, list[int]] = {}
        for position, (words, normalise) in enumerate(names):
            norms = set(map(normalise, words))
            for form in norms.union(*map(_behind_clitics, norms)):
                self._positions.setdefault(form, []).append(position)

    def between(self, norm: str, first: int, end: int) -> Iterator[int]:
        """The sentences from ``first`` to before ``end`` that may hold a token of this form, the last first."""
        bare = norm.removeprefix("ال")
        words = [bare] if bare.isalnum() else _WORD.findall(bare)
        listed = self._positions.get(words[-1], []) if words else []
        return (listed[i] for i in range(bisect_left(listed, end) - 1, bisect_left(listed, first) - 1, -1))


def _no_names() -> NameIndex:
    return NameIndex(())


def last_names(text: str) -> list[str]:
    """The words that may end a full name, or a name that is told of.

    With a capital, as one of the two words before, the next one or in front of *is* or *who*; any in other scripts.
    """
    found: list[str] = []
    words = _WORD.findall(text)
    last = before = False
    for at, word in enumerate(words, 1):
        capital = not "a" <= word[0] <= "z" and word[0].isupper()
        if capital:
            behind = words[at] if at < len(words) else ""
            if last or before or behind in _TOLD_OF or behind[:1].isupper():
                found.append(word)
        elif not ("a" <= word[0] <= "z" or word[0].islower()):
            found.append(word)
        last, before = capital, last
    return found


def _behind_clitics(word: str) -> list[str]:
    """What is left of a word without letters that Arabic writes on the next word."""
    found: list[str] = []
    for cut in range(1, min(5, len(word) - 1)):
        if word[cut - 1] not in _ARABIC_CLITICS:
            break
        found.append(word[cut:])
    return found


Fits = Callable[[Recent], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a pronoun asks of its antecedent.

    ``fits``: what it may mean, ``fits_well``: what it means rather; ``speaks``: its own verb is one of speaking:
    who spoke before is likelier; ``objects``: it may mean what no verb has for its subject; ``acted_on``: it is the
    object of a verb that has a subject, and rather means the other side that its own sentence names.
    """

    fits: Fits
    fits_well: Fits
    speaks: bool = False
    objects: bool = False
    acted_on: bool = False

    def rank(self, recent: Recent) -> tuple[int, int]:
        """How likely a subject of a sentence before is meant."""
        level, order = recent.rank
        if recent.speaker:
            level = level + 1 if self.speaks else level - 2
        return level, order


class DocumentMemory:
    """The sentences of a document in order. References see their own, as far as it is read, and those before it."""

    def __init__(
        self, tellers: Sequence[Teller], names: Callable[[], NameIndex], whereabouts: Whereabouts | None = None
    ) -> None:
        """``names`` makes the index of last names; it is called when the first is looked up."""
        self._tellers, self._make, self._whereabouts = tellers, names, whereabouts
        self._names: NameIndex | None = None
        self._bearers: dict[str, tuple[int, ActorMention | None]] = {}  # with the sentence up to which it was looked up

    def forget(self) -> None:
        """Let go of the sentences: the document is coded."""
        self._tellers, self._make, self._whereabouts, self._names = (), _no_names, None, None
        self._bearers.clear()

    def settle(self, position: int) -> None:
        """Read a sentence for its actors, and before it those to which it refers."""
        waiting = [position]
        while waiting:
            try:
                self._tellers[waiting[-1]].begin()
            except PendingError as pending:
                waiting.append(pending.position)
            else:
                waiting.pop()

    def _told(self, position: int) -> Told:
        told = self._tellers[position].told()
        if told is None:
            raise PendingError(position)
        return told

    def latest(
        self, fits: Fits, before: int, position: int, own: Told, among: Callable[[int], bool] = lambda _: True
    ) -> Recent | None:
        """The latest mention that begins before the offset ``before`` and fits, as seen from a sentence.

        ``own``: what that sentence has said so far; ``among``: which other sentences can hold one that fits.
        """
        seen = 0
        for at in range(position, -1, -1):
            if at != position and not among(at):
                continue
            told = own if at == position else self._told(at)
            for item in reversed(told.recent):
                seen += 1
                if seen > _KEPT:
                    return None
                if item.start < before and fits(item):
                    return item
        return None

    def may_name(self, sought: Sought, position: int) -> bool:
        """Whether a sentence may name some entries (None: a group), by its words or by those of sentences before."""
        return self._whereabouts is None or self._whereabouts.may_name(sought, position)

    def antecedent(self, asked: Asked, before: int, position: int, own: Told) -> Recent | None:
        """Whom a pronoun means: the latest fitting subject of this or the two sentences before, else the latest actor
        of this sentence. Subjects go on being what a text is about, those of main clauses first."""
        same: Recent | None = None
        for at, told in self._near(position, own):
            near = [r for r in told.recent if r.start < before and asked.fits(r)]
            near = [r for r in near if asked.fits_well(r)] or near
            subjects = [r for r in near if r.subject]
            if at == position and subjects:
                return subjects[-1]
            if at == position and asked.acted_on and (sides := [r for r in near if r.core]):
                return sides[-1]
            if asked.objects and same is not None and asked.fits_well(same) and not any(map(asked.fits_well, subjects)):
                return same  # *he told lawmakers a day after they met*: a country of before is no *they*
            if subjects:
                return max(subjects, key=asked.rank)
            if at == position:
                same = near[-1] if near else None
            elif any(map(asked.fits_well, near)) and asked.objects:
                return near[0]
        return same

    def before(self, position: int) -> Iterator[list[Recent]]:
        """The mentions of all sentences before, the first one last."""
        return (self._told(at).recent for at in range(position - 1, -1, -1))

    def near(self, position: int, own: Told) -> Iterator[list[Recent]]:
        """The mentions of this and the two sentences before, the nearest sentence first."""
        return (told.recent for _, told in self._near(position, own))

    def _near(self, position: int, own: Told) -> Iterator[tuple[int, Told]]:
        index = self._tellers[position].index
        for at in range(position, -1, -1):
            if index - self._tellers[at].index > _REACH:
                return
            yield at, own if at == position else self._told(at)

    def bearer(self, surname: str, position: int, own: Told | None) -> ActorMention | None:
        """The person whom a normalised last name has meant last. ``own``: None where the sentence has no full name."""
        if own is not None and (known := own.surnames.get(surname)):
            return known
        if self._names is None:
            self._names = self._make()
        until, known = self._bearers.get(surname, (0, None))
        if until > position:
            until, known = 0, None
        found = (self._told(at).surnames.get(surname) for at in self._names.between(surname, until, position))
        known = next((mention for mention in found if mention is not None), known)
        self._bearers[surname] = position, known
        return known

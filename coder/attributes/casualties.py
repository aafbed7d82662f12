"""How many were killed and injured: numbers of a sentence tied to its words for killing and wounding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from coder.attributes.numbers import Quantity, quantities
from coder.languages import normaliser
from coder.model import Analysis, Predicate, Token

Harm = Literal["killed", "injured"]

_REACH_BEFORE, _REACH_AFTER = 5, 8
_STOPS = frozenset({"PUNCT", "CCONJ", "SCONJ", "VERB"})
_OF = frozenset({"of", "من", "ب"})
_AMONG = frozenset({"including", "among", "بينهم", "بين", "ضمنهم", "منهم"})
_UNITS = {
    "en": "mile kilometer kilometre km meter metre foot percent % year day hour minute week month dollar euro pound "
    "ton rocket missile shell bomb round time am pm a.m. p.m. o'clock point vehicle tank house home building attack "
    "raid strike",
    "ar": "كيلومتر كيلومترا متر مترا كم بالمئة % سنة عام عاما يوم أيام ساعة ساعات دقيقة أسبوع شهر دولار يورو طن "
    "صاروخ صواريخ قذيفة قذائف قنبلة غارة غارات مرة مرات سيارة سيارات آلية منزل منازل مبنى هجوم هجمات ضربة ضربات",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people killed or injured and the words that say so; ``value`` is None where they are vague."""

    harm: Harm
    value: int | None
    low: int | None
    high: int | None
    start: int
    end: int
    marker: int
    civilians: bool = False


@dataclass(frozen=True, slots=True)
class Casualties:
    """What a sentence says of the dead and the injured of one event."""

    killed: tuple[Count, ...] = ()
    injured: tuple[Count, ...] = ()


class CasualtyCounter:
    """Reads casualties with the word lists of each language. Holds the counts of the sentence looked at last."""

    def __init__(self, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._words = words
        self._last: tuple[Analysis, list[Count]] | None = None

    def casualties(self, analysis: Analysis, predicate: Predicate) -> Casualties:
        """The counts that belong to a predicate: its own when it means killing, else the nearest in the sentence."""
        counts = self._counts(analysis)
        return Casualties(_near(counts, "killed", predicate), _near(counts, "injured", predicate))

    def _counts(self, analysis: Analysis) -> list[Count]:
        if self._last is None or self._last[0] is not analysis:
            self._last = analysis, list(self._read(analysis))
        return self._last[1]

    def _read(self, analysis: Analysis) -> Iterator[Count]:
        lang = analysis.sentence.lang
        lists = self._words.get(lang, {})
        reader = _SentenceReader(
            analysis,
            _words(lang, tuple(lists.get("killed_words", ()))),
            _words(lang, tuple(lists.get("injured_words", ()))),
            _words(lang, tuple(lists.get("civilian_words", ()))),
            _words(lang, tuple(_UNITS.get(lang, "").split())),
        )
        yield from reader.counts()


class _SentenceReader:
    def __init__(
        self,
        analysis: Analysis,
        killed: frozenset[str],
        injured: frozenset[str],
        civilians: frozenset[str],
        units: frozenset[str],
    ) -> None:
        self.analysis, self.tokens, self.lang = analysis, analysis.tokens, analysis.sentence.lang
        self.civilians, self.units = civilians, units
        self.harms: dict[int, Harm] = {}
        for index, token in enumerate(self.tokens):
            if _is_one_of(token, injured):
                self.harms[index] = "injured"
            elif _is_one_of(token, killed):
                self.harms[index] = "killed"

    def counts(self) -> Iterator[Count]:
        if not self.harms:
            return
        found = self._quantities()
        markers = [self._marker(quantity) for quantity in found]
        for index in range(1, len(found)):
            if (
                markers[index] is None
                and markers[index - 1] is not None
                and self._listed(found[index - 1], found[index])
            ):
                markers[index] = markers[index - 1]
        for index in range(len(found) - 2, -1, -1):
            if (
                markers[index] is None
                and markers[index + 1] is not None
                and self._listed(found[index], found[index + 1])
            ):
                markers[index] = markers[index + 1]
        for quantity, marker in zip(found, markers, strict=True):
            if marker is not None:
                yield self._count(quantity, marker)

    def _quantities(self) -> list[Quantity]:
        """Numbers, Arabic duals, and single persons after a word of harm, in text order."""
        found = quantities(self.tokens, self.lang)
        taken = {index for quantity in found for index in range(quantity.first, quantity.last)}
        for index, token in enumerate(self.tokens):
            if index not in taken and token.feats.get("num") == "d" and token.pos in ("NOUN", "ADJ"):
                if index - 1 not in taken:
                    found.append(Quantity(index, index + 1, 2, noun=True))
            elif index not in taken and self._single(index):
                found.append(Quantity(index, index + 1, 1, noun=self.lang != "en"))
        return sorted(found, key=lambda quantity: quantity.first)

    def _single(self, index: int) -> bool:
        """One person: "killed a soldier", or an Arabic indefinite singular right after a word of harm."""
        token = self.tokens[index]
        if self.lang == "en":
            following = self.tokens[index + 1 : index + 4]
            noun = next((t for t in following if t.pos != "ADJ"), None)
            person = noun is not None and noun.pos == "NOUN" and not _is_one_of(noun, self.units)
            return (
                token.norm in ("a", "an")
                and index - 1 in self.harms
                and person
                and self.tokens[index - 1].pos == "VERB"
            )
        plain = token.pos == "NOUN" and token.feats.get("num") == "s" and "def" not in token.feats
        alone = index + 1 >= len(self.tokens) or self.tokens[index + 1].pos in ("CCONJ", "PUNCT", "ADP", "ADJ")
        return plain and alone and index - 1 in self.harms and index not in self.harms and token.norm.isalpha()

    def _marker(self, quantity: Quantity) -> int | None:
        """The word of harm that a number belongs to: right before it, or after the people it counts."""
        if quantity.first in self.harms:
            return quantity.first
        if not self._counts_people(quantity) or self._is_part(quantity):
            return None
        before = self._scan(range(quantity.first - 1, max(-1, quantity.first - 1 - _REACH_BEFORE), -1), before=True)
        after = self._scan(range(quantity.last, min(len(self.tokens), quantity.last + _REACH_AFTER)), before=False)
        if after is not None and after - quantity.last <= 1 and self.tokens[after].pos != "VERB":
            return after
        return before if before is not None else after

    def _scan(self, indices: range, before: bool) -> int | None:
        nouns, aside = 0, False
        for index in indices:
            token = self.tokens[index]
            if not before and token.norm in (",", "،", "-", "–") and (aside or self._is_aside(index)):
                aside = not aside
                continue
            if aside:
                continue
            if index in self.harms:
                return index
            if token.pos in _STOPS or (token.pos == "ADP" and token.norm not in _OF):
                return None
            if before and token.pos == "NOUN" and token.norm not in ("number", "total", "عدد"):
                nouns += 1
                if self.lang == "en" or nouns > 1:
                    return None
            if not before and token.pos == "NUM":
                return None
        return None

    def _is_aside(self, index: int) -> bool:
        """Whether an aside begins here that says who is among those counted."""
        return any(token.norm in _AMONG for token in self.tokens[index + 1 : index + 3])

    def _is_part(self, quantity: Quantity) -> bool:
        """Whether a number is part of another one: "ten people, including two children"."""
        return any(token.norm in _AMONG for token in self.tokens[max(0, quantity.first - 2) : quantity.first])

    def _listed(self, first: Quantity, second: Quantity) -> bool:
        """Whether two numbers stand in one list: "two policemen and three soldiers"."""
        between = self.tokens[first.last : second.first]
        joined = any(t.pos == "CCONJ" or t.norm in (",", "،") for t in between)
        plain = not any(t.pos in ("VERB", "ADP", "SCONJ") for t in between) and not self._is_part(second)
        return joined and plain and len(between) <= 6 and self._counts_people(first) and self._counts_people(second)

    def _counts_people(self, quantity: Quantity) -> bool:
        noun = self._counted(quantity)
        return noun is None or noun in self.harms or not _is_one_of(self.tokens[noun], self.units)

    def _counted(self, quantity: Quantity) -> int | None:
        if quantity.noun:
            return quantity.first
        for index in range(quantity.last, min(len(self.tokens), quantity.last + 4)):
            token = self.tokens[index]
            own = index == quantity.last and (index in self.harms or (self.lang == "ar" and token.pos == "ADJ"))
            if own or token.pos in ("NOUN", "PROPN") or token.norm == "%":
                return index
            if token.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ") or (
                token.pos == "ADP" and token.norm not in _OF
            ):
                return None
        return None

    def _count(self, quantity: Quantity, marker: int) -> Count:
        noun = self._counted(quantity)
        last = quantity.last if noun is None else max(noun + 1, quantity.last)
        value, high = quantity.value, quantity.high
        low = None if quantity.bound in ("at most", "vague") else value
        if high is None and quantity.bound in ("exact", "at most", "about"):
            high = value
        people = self.tokens[quantity.first : min(last + 1, len(self.tokens))]
        start, end = self.tokens[quantity.first].start, self.tokens[last - 1].end
        civilians = any(_is_one_of(token, self.civilians) for token in people)
        return Count(self.harms[marker], value, low, high, start, end, self.tokens[marker].start, civilians)


def _near(counts: Sequence[Count], harm: Harm, predicate: Predicate) -> tuple[Count, ...]:
    """The counts of the word of harm that is the predicate itself, else of the nearest one, those after it first."""
    own = [count for count in counts if count.harm == harm]
    if not own:
        return ()
    nearest = min(own, key=lambda count: (_distance(count.marker, predicate), count.start))
    return tuple(count for count in own if count.marker == nearest.marker)


def _distance(position: int, predicate: Predicate) -> int:
    if predicate.start <= position < predicate.end:
        return 0
    return position - predicate.end + 1 if position >= predicate.end else 2 * (predicate.start - position)


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.lemma in words or token.norm in words


@lru_cache(maxsize=64)
def _words(lang: str, listed: tuple[str, ...]) -> frozenset[str]:
    normalise = normaliser(lang)
    return frozenset(normalise(word) for word in listed)

"""One group of people is one actor all through its story, by whatever noun it is taken up.

*Teachers marched ... the police beat the protesters*: the protesters are the teachers. *Two bloggers were arrested ...
a court jailed the pair*; *kidnapped two oil workers ... freed the hostages*. Only what is definite or the headline's is
taken up, and only where one such group of the country is told of. People whom police arrest have the country that the
story names for those whom they arrest (*arrested three Chilean students ... the arrest of the three*), and one country
where the police of two arrest them together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import BLOCK, UNKNOWN
from coder.dyads import code_of
from coder.model import TITLE_INDEX, ActorMention, Analysis, Event
from coder.stories.triggers import is_definite, predicate_of

_PROTEST = "14"
_IN_STREETS = (_PROTEST, "17", "18", "19")  # teachers who storm a building are a crowd, too
_GENERAL = frozenset({"", "CVL"})  # what a word says that does not tell of what kind people are
_KINDS = frozenset({"EDU", "LAB", "AGR", "MED", "REL", "HLH", "OPP", "REF", "BUS", "HRI", "ENV", "SET", "COP", "MIL"})
_FORCES = frozenset({"COP", "MIL"})  # who may be hurt or held like others, but are no protesters
_HELD = ("116", "17", "18", "19")  # what is done to people who are taken up
_ARREST = "173"
_OWN_WORDS = frozenset({"composed", "demonym", "coreference"})  # rules that read a country in the words for people
_WORDS = re.compile(r"[\w'-]+")
_DEFINITE = frozenset({"the", "these", "those", "both"})
_PARTS = 4  # words of *several dozen of the*
_OF = "of"
_HANGING = frozenset({"in", "at", "of", "near", "from", "who", "outside", "with", "for", "on", "by"})
_COUNTS = {2: "set.two", 3: "set.three"}


@dataclass(frozen=True, slots=True)
class _Group:
    """People of a kind, as one event tells of them."""

    mention: ActorMention
    event: Event

    @property
    def country(self) -> str:
        return self.mention.code[:BLOCK]

    @property
    def kind(self) -> str:
        return self.mention.code[BLOCK:]

    @property
    def words(self) -> list[str]:
        return _words(self.mention)

    @property
    def protests(self) -> bool:
        """Whether the event is a protest."""
        return self.event.code.startswith(_PROTEST)

    @property
    def is_kind(self) -> bool:
        """Whether they are of a known country and one known kind, and have no name."""
        if self.mention.actor_id is not None or self.country == UNKNOWN:
            return False
        words = self.mention.text.split()
        return self.kind in _KINDS and not (len(words) > 1 and words[-1][:1].isupper())


class SamePeople:
    """The groups of one story's events."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml."""
        self.crowds = frozenset(words.get("set.crowds", ()))
        self.held = frozenset(words.get("set.held", ()))
        self.counting = frozenset(words.get("set.counting", ()))
        self.numbers = {w: str(n) for n, name in _COUNTS.items() for w in words.get(name, ())}

    def settled(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, with the code of their group for people who are taken up by another noun."""
        events = [e for own in found for e in own]
        if not self.crowds or not any(self._is_open(m) for e in events for m in (e.source, e.target)):
            return found
        marching = [_Group(e.source, e) for e in events if e.code.startswith(_IN_STREETS) and e.source is not None]
        marching = [g for g in marching if g.is_kind or (g.protests and not _is_definite(g.words))]
        suffering = [_Group(e.target, e) for e in events if e.code.startswith(_HELD) and e.target is not None]

        def known(analysis: Analysis, event: Event, mention: ActorMention | None) -> ActorMention | None:
            if mention is None or not self._is_open(mention):
                return mention
            together = _together(suffering, event, mention) if mention is event.target else None
            if together is not None:
                return replace(mention, code=together.code)
            words = self._whole(_words(mention))
            groups = self._crowd(marching, event, words) or self._held(suffering, event, words)
            groups = groups or self._counted(suffering, event, words)
            if not groups and mention is event.target and self._is_arrest_again(analysis, event, mention, words):
                return self._arrested(suffering, event, mention)
            own = {g.mention.code: g for g in groups}
            group = groups[0] if len(own) == 1 else None
            if group is None or mention.code[:BLOCK] not in (UNKNOWN, group.country):
                return mention
            if group.is_kind:
                return replace(mention, code=group.mention.code, resolved_by="coreference")
            return replace(mention, code=group.country + mention.code[BLOCK:])

        return [
            [replace(e, source=known(a, e, e.source), target=known(a, e, e.target)) for e in own]
            for a, own in zip(analyses, found, strict=True)
        ]

    def _whole(self, words: list[str]) -> list[str]:
        """What a part is of: *the strikers* of *eleven of the strikers*, but *relatives* of *relatives of the pair*."""
        at = words.index(_OF) if _OF in words[:_PARTS] else 0
        return words[at + 1 :] if at and self.counting.issuperset(w for w in words[:at] if not w.isdigit()) else words

    def _is_open(self, mention: ActorMention | None) -> bool:
        return mention is not None and mention.code[BLOCK:] in _GENERAL and mention.actor_id is None

    def _crowd(self, marching: Sequence[_Group], event: Event, words: Sequence[str]) -> list[_Group]:
        """Who protested last, for *the protesters*, *eleven of the strikers*; in a headline also for *protesters*."""
        if _head(words) not in self.crowds:
            return []
        marching = [g for g in marching if g.kind not in _FORCES]
        if event.sentence.index == TITLE_INDEX:
            return [g for g in marching if g.event.sentence.index != TITLE_INDEX]
        if not _is_definite(words):
            return []
        return _latest([g for g in marching if g.event.sentence.index <= event.sentence.index])

    def _held(self, suffering: Sequence[_Group], event: Event, words: Sequence[str]) -> list[_Group]:
        """The people to whom something was done before, for *the pair*, *the two men*, *the hostages*."""
        if _head(words) not in self.held or not _is_definite(words):
            return []
        told = [g for g in suffering if g.event.sentence.index < event.sentence.index]
        number = self._number(words)
        return _latest(told if number is None else [g for g in told if self._number(g.words) == number])

    def _counted(self, suffering: Sequence[_Group], event: Event, words: Sequence[str]) -> list[_Group]:
        """Some of those on whom the same doers act in the same sentence (*evicted the pupils and arrested seven*)."""
        if event.source is None or not all(w in self.counting or w.isdigit() for w in words):
            return []
        near = (g for g in suffering if g.event.sentence.index == event.sentence.index and g.event is not event)
        return [
            g for g in near if code_of(g.event.source) == event.source.code and g.mention.start < event.trigger_start
        ]

    def _is_arrest_again(self, analysis: Analysis, event: Event, mention: ActorMention, words: Sequence[str]) -> bool:
        """Whether an arrest of people, who have only the country of the story, can be one told of elsewhere."""
        if event.code != _ARREST or event.source is None or mention.resolved_by != "document":
            return False
        predicate = predicate_of(analysis, event)
        noun = predicate is not None and predicate.kind == "noun" and is_definite(analysis, predicate.head)
        return noun or _is_definite(words)

    def _arrested(self, suffering: Sequence[_Group], event: Event, mention: ActorMention) -> ActorMention:
        """Those of whom the same doers' arrest elsewhere tells by their country, if they can be as many."""
        told = [g for g in suffering if g.event.code == _ARREST and code_of(g.event.source) == code_of(event.source)]
        told = [g for g in told if g.mention.resolved_by in _OWN_WORDS and g.mention.actor_id is None]
        told = [g for g in told if g.event.sentence.index < event.sentence.index and g.country != UNKNOWN]
        counted = self._counts(_words(mention))
        fits = len({g.mention.code for g in told}) == 1 and all(counted <= self._counts(g.words) for g in told)
        return replace(mention, code=told[-1].mention.code, resolved_by="coreference") if fits else mention

    def _counts(self, words: Sequence[str]) -> set[str]:
        return {self.numbers.get(w, w) for w in words if w in self.counting or w.isdigit()}

    def _number(self, words: Sequence[str]) -> str | None:
        return next((self.numbers.get(w, w) for w in words if w in self.numbers or w.isdigit()), None)


def _together(suffering: Sequence[_Group], event: Event, mention: ActorMention) -> ActorMention | None:
    """The people as those of the doer named first, where doers of two countries act together and each gave his own."""
    if mention.resolved_by != "document":
        return None
    at = (event.sentence.index, event.trigger_start, mention.start)
    same = (g for g in suffering if (g.event.sentence.index, g.event.trigger_start, g.mention.start) == at)
    first = next((g for g in same if g.mention.resolved_by == "document"), None)
    known = first is not None and first.event is not event and first.kind == mention.code[BLOCK:]
    return first.mention if first is not None and known else None


def _words(mention: ActorMention) -> list[str]:
    return _WORDS.findall(mention.text.casefold())


def _latest(groups: Sequence[_Group]) -> list[_Group]:
    """The groups of the last sentence that tells of any."""
    last = max((g.event.sentence.index for g in groups), default=None)
    return [g for g in groups if g.event.sentence.index == last]


def _is_definite(words: Sequence[str]) -> bool:
    return not _DEFINITE.isdisjoint(words[:1])


def _head(words: Sequence[str]) -> str:
    """The last word in front of what hangs on the noun."""
    return words[len(whole_noun(words)) - 1] if words else ""


def whole_noun(words: Sequence[str]) -> Sequence[str]:
    """The words in front of what hangs on the noun (*a young man* of *a young man at a station*)."""
    return words[: next((i for i, w in enumerate(words) if w in _HANGING and i), len(words))]

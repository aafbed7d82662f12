"""Somebody is killed once: *a lawmaker was shot dead ... he was gunned down at his door ... the murder of Berg*.

Acts of force against one person are one deed where he is named again, or is the same mention, and the doers may be the
same; against a man who has no name, where police or soldiers felled one such man in the story and he is taken up (*the
gunman*, *he*). It has the exactest code and the doer that any of its tellings gives; an assassination stays one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from coder.actors.codes import STATE_FORCES, UNKNOWN
from coder.acts.incidents import of_one_state, sharper
from coder.dataset import filled
from coder.dyads import code_of
from coder.model import TITLE_INDEX, ActorMention, Analysis, Event, overlap
from coder.ontology import actor_blocks
from coder.stories.retelling import elsewhere, is_nobody, is_open, pointed
from coder.stories.same_people import whole_noun
from coder.stories.triggers import DEFINITE_WORDS

_ASSASSINATION, _FATAL = "186", ("186", "1823")
_WAYS = ("182", "1823", "183", "1831", "1832", "1833", "186", "190", "193", "194", "195", "1951", "1952", "2041")
_SHOT = ("190", "193")  # how police and soldiers fell one man
_BY_GUN = "193"
_NAMELESS = frozenset({"CVL", "UAF", "INS", "CRM"})
_MANY = frozenset({"REB", "INS", "SEP", "IMG"})  # whose names are those of groups
_WITH_ROLE = 2  # blocks of a country and a role
_FULL_NAME = 2  # capitalised words
_DEAD = 1  # of such a deed


@dataclass(slots=True)
class _Killing:
    """One deed: the event as known so far, and where its tellings stand."""

    event: Event
    person: _Person
    at: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Person:
    """Who was hit: his words, the names among them, and whether he is taken up (*the gunman*, *him*)."""

    mention: ActorMention
    names: frozenset[str]
    taken_up: bool
    is_single: bool


class Killings:
    """The killings of one story."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml."""
        lists = ("set.counting", "set.held", "set.collectives")
        self.many = frozenset(word for name in lists for word in words.get(name, ()))

    def once(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, where later tellings of a killing are reports of the first."""
        killings: list[_Killing] = []
        for i, k, event, person in self._fellings(analyses, found):
            same = [d for d in killings if self._is_one(d, event, person)]
            if len(same) == 1:
                _join(same[0], event, person)
                same[0].at.append((i, k))
            else:
                killings.append(_Killing(event, person, [(i, k)]))
        told = [d for d in killings if len(d.at) > 1]
        if not told:
            return found
        now = [list(events) for events in found]
        for deed in told:
            for i, k in deed.at:
                now[i][k] = _as_told(now[i][k], deed.event)
        return now

    def _fellings(
        self, analyses: Sequence[Analysis], found: list[list[Event]]
    ) -> Iterator[tuple[int, int, Event, _Person]]:
        """The acts of force of the text against one person, each with its place."""
        for i, (analysis, events) in enumerate(zip(analyses, found, strict=True)):
            for k, event in enumerate(events):
                told = event.status == "asserted" and event.sentence.index != TITLE_INDEX and not event.reciprocal_of
                if told and event.code in _WAYS and (person := self._person(analysis, event.target)) is not None:
                    yield i, k, event, person

    def _person(self, analysis: Analysis, mention: ActorMention | None) -> _Person | None:
        if mention is None:
            return None
        words = whole_noun(mention.text.split(",")[0].split())
        if not words or not self.many.isdisjoint(w.casefold() for w in words) or any(w.isdigit() for w in words):
            return None
        own = mention.head is not None and mention.start >= analysis.sentence.start
        feats = analysis.tokens[mention.head].feats if own and mention.head is not None else {}
        if feats.get("num") == "p":
            return None
        names = frozenset(w for w in words if w[:1].isupper()) if words[-1][:1].isupper() else frozenset[str]()
        taken_up = not own or feats.get("person") == "yes" or words[0].casefold() in DEFINITE_WORDS
        return _Person(mention, names, taken_up, own)

    def _is_one(self, deed: _Killing, event: Event, person: _Person) -> bool:
        before = deed.event
        if elsewhere(event, before) or not _may_be_one_doer(event.source, before.source):
            return False
        if not _counts_fit(event, before):
            return False
        killed = _is_fatal(event) or _is_fatal(before) or event.code == before.code == _BY_GUN
        return (killed and _is_one_person(person, deed.person)) or self._felled_by_force(deed, event, person)

    def _felled_by_force(self, deed: _Killing, event: Event, person: _Person) -> bool:
        """Whether police or soldiers shot a man without a name, who is told of again."""
        doer, before = deed.event.source, deed.person.mention
        if doer is None or not person.taken_up or STATE_FORCES.isdisjoint(actor_blocks(doer.code)):
            return False
        shot = event.code in _SHOT and deed.event.code in _SHOT and not person.names
        own, others = actor_blocks(person.mention.code), actor_blocks(before.code)
        people = all(len(b) == _WITH_ROLE and b[1] in _NAMELESS for b in (own, others))
        return shot and people and (own[0] == others[0] or UNKNOWN in (own[0], others[0]))


def _is_one_person(person: _Person, other: _Person) -> bool:
    """Whether two mentions are one or bear the same name: *Ambassador Rolf Berger*, *Berger*."""
    if any(len(blocks) < _WITH_ROLE or not _MANY.isdisjoint(blocks) for blocks in map(_blocks, (person, other))):
        return False
    few, more = sorted((person.names, other.names), key=len)
    countries = {_blocks(p)[0] for p in (person, other)} - {UNKNOWN}
    full = len(more) >= _FULL_NAME or (few == more and person.mention.code == other.mention.code)
    if full and few and few <= more and len(countries) < _WITH_ROLE:
        return True
    return (other.is_single or len(more) >= _FULL_NAME) and overlap(person.mention, other.mention)


def _blocks(person: _Person) -> list[str]:
    return list(actor_blocks(person.mention.code))


def _is_fatal(event: Event) -> bool:
    return event.code in _FATAL or event.attributes.fatalities == _DEAD


def _counts_fit(event: Event, before: Event) -> bool:
    own, others = event.attributes.fatalities, before.attributes.fatalities
    return own in (None, _DEAD) and others in (None, _DEAD)


def _may_be_one_doer(doer: ActorMention | None, other: ActorMention | None) -> bool:
    if is_nobody(doer) or is_nobody(other) or code_of(doer) == code_of(other):
        return True
    return of_one_state(code_of(doer) or "", code_of(other) or "")


def _join(deed: _Killing, event: Event, person: _Person) -> None:
    """Give a deed the code, the doer, the place and the day that another telling has better."""
    before = deed.event
    code = _ASSASSINATION if event.code == _ASSASSINATION else sharper(before.code, event.code)
    doer = before.source
    if is_nobody(doer) and not is_open(event.source) and code_of(event.source) != code_of(before.target):
        doer = pointed(event.source, event, before) if event.source is not None else doer
    deed.person = replace(deed.person, names=max(deed.person.names, person.names, key=len))
    deed.event = replace(before, code=code, source=doer, attributes=filled(before.attributes, event.attributes))


def _as_told(event: Event, deed: Event) -> Event:
    """A telling as a report of the deed; de-duplication makes one row of all."""
    return replace(event, code=deed.code, attributes=deed.attributes, source=deed.source, target=deed.target)

"""Who did it to whom: the dyads of a coding, reciprocal ones included, and what may stand without an actor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from coder.actors.codes import BLOCK, UNKNOWN
from coder.acts.blamed import is_idle_blame
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.acts.incidents import FORCE_ROOTS, Coding
from coder.left_out import IDLE_BLAME, NO_DYAD, NO_KNOWN_SIDE, NO_PARTNER
from coder.model import HYPHENS, ActorMention, Phrase, Predicate, overlap

UnknownActors = Literal["one", "drop", "all"]
_SIGN_AGREEMENT, _OCCUPY, _PROPERTY = "057", "192", "171"
_MUTUAL = ("040", "041", "042", "043", "044", "046")  # a consultation without a partner says nothing of relations
_MEMBERS = "IGO"  # but members of one body may meet
_PROTEST, _CONSULT, _INTENT = "14", "04", "03"
_REFUSED = ("12", "13")  # one side does that to the other, also where what is refused is mutual
MATERIAL_TARGET_ROOTS = CONTENTIOUS_ROOTS - {_PROTEST}
_CRITICAL_ROOTS = frozenset({"09", "11", "12", _PROTEST})
_ON_DEEDS = ("object", "into", "of", "against")  # where the deed stands that is condemned, investigated, protested
_STATEMENT = "01"
_ON_PERSONS = (*sorted(MATERIAL_TARGET_ROOTS), "116")
_PRIVATE = "CVL"
_BETWEEN = ("between", "among", "بين")

Key = str | tuple[int, int] | None
_Pair = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class EventOptions:
    """What a user may choose about events."""

    unknown_actors: UnknownActors = "one"
    require_dyad: bool = False
    open_sides: bool = False
    window_days: int = 30


@dataclass(frozen=True, slots=True)
class Dyad:
    """One source and one target; ``mirrored`` where it is the other half of a reciprocal act.

    ``left_out``: why it makes no row, if it makes none.
    """

    source: ActorMention | None
    target: ActorMention | None
    mirrored: bool = False
    left_out: str | None = None


class DyadBuilder:
    """Splits codings into dyads by the options of the user."""

    def __init__(
        self,
        resolve_all: Callable[[Phrase], list[ActorMention]],
        thing: Callable[[Phrase, bool], ActorMention | None],
        options: EventOptions,
        is_person: Callable[[ActorMention], bool],
        is_mutual: Callable[[Predicate], bool] = lambda _: False,
        in_story: bool = False,
    ) -> None:
        """``thing`` makes an unknown actor of a phrase that names none, and civilians of a village if told so.

        ``is_person``: whether a mention names a person; ``is_mutual``: whether those who do an act do it to each other;
        ``in_story``: whether the sentence is of an article, in which who is criticised is named.
        """
        self.is_mutual, self.in_story = is_mutual, in_story
        self.resolve_all, self.thing, self.options, self.is_person = resolve_all, thing, options, is_person

    def dyads(self, codings: Sequence[Coding], given: Sequence[ActorMention] = ()) -> list[list[Dyad]]:
        """The dyads of each coding of a sentence, those that make no row marked.

        ``given``: the mentions that came with the document, in it.
        """
        roots = MATERIAL_TARGET_ROOTS
        if self.options.unknown_actors == "all" and not given:
            roots |= _CRITICAL_ROOTS
        found = [list(self._dyads(coding, roots)) for coding in codings]
        if len(given) > 1:
            self._link(codings, found, given)
        return [[self._settled(d, coding) for d in own] for coding, own in zip(codings, found, strict=True)]

    def _settled(self, dyad: Dyad, coding: Coding) -> Dyad:
        """A dyad as it makes a row, or with all its sides and why it makes none."""
        told = self._without_strangers(dyad)
        reason = self._reason_against(told, coding)
        return told if reason is None else replace(dyad, left_out=reason)

    def _link(self, codings: Sequence[Coding], dyads: list[list[Dyad]], given: Sequence[ActorMention]) -> None:
        """Who hands over the actors asks how they relate: an act that leaves a side open takes the other given actor.

        Only where no act of the sentence joins the two; acts with a known source go first, the nearest actor counts.
        """
        joined = {_pair(d) for own in dyads for d in own if d.source is not None and d.target is not None}
        for forward in (True, False):
            for coding, own in zip(codings, dyads, strict=True):
                if coding.status == "asserted" and coding.code[:2] != _STATEMENT and len(own) == 1:
                    own[0] = self._linked(coding, own[0], given, forward, joined)

    def _linked(
        self, coding: Coding, dyad: Dyad, given: Sequence[ActorMention], forward: bool, joined: set[_Pair]
    ) -> Dyad:
        known, open_side = (dyad.source, dyad.target) if forward else (dyad.target, dyad.source)
        if known is None or known.resolved_by != "given" or not (open_side is None or _is_role(open_side, coding)):
            return dyad
        taken = [known, *(m for p in coding.speakers for m in self.resolve_all(p))]
        other = _nearest(coding.predicate, [g for g in given if not any(overlap(g, t) for t in taken)])
        made = dyad if other is None else Dyad(known, other) if forward else Dyad(other, known)
        if made is dyad or _pair(made) in joined:
            return dyad
        joined.add(_pair(made))
        return made

    def _dyads(self, coding: Coding, roots_with_things: frozenset[str]) -> Iterator[Dyad]:
        sides = coding.match.sides
        if sides is not None:
            sources, targets = list(sides.sources), list(sides.targets)
        else:
            sources, targets = self._mentions(coding.sources), self._aims(coding)
        if not sources and coding.code[:2] == _PROTEST:
            sources = self._crowds(coding)
        if not targets and coding.code[:2] in roots_with_things:
            targets = self._things(coding) or self._deeds(coding)
        if sides is None and coding.code.startswith(_ON_PERSONS) and coding.predicate.kind == "verb":
            sources, targets = list(map(self._private, sources)), list(map(self._private, targets))
        if sides is not None and sides.among:
            yield from self._reciprocal(coding, sources, [])
            return
        if sides is None and not targets and len(sources) > 1 and self.is_mutual(coding.predicate):
            yield from self._reciprocal(coding, sources, [])
            return
        if coding.code[:2] == _CONSULT:
            targets = _without_companions(targets)
        mutual = coding.match.pattern.operator == "agree" or coding.code == _SIGN_AGREEMENT or _meant_mutually(coding)
        both = any(s.resolved_by == "coreference" for s in sources)
        strangers = not targets or (both and all(t.code.startswith(UNKNOWN) for t in targets))
        together = mutual and strangers and len(sources) > 1
        targets = [] if together else targets
        if together or (coding.match.pattern.reciprocal and not (targets and coding.code.startswith(_REFUSED))):
            yield from self._reciprocal(coding, sources, targets)
            return
        sources = [s for s in sources if not any(_clash(s, t) for t in targets)] or sources
        seen: set[tuple[Key, Key]] = set()
        acting: Sequence[ActorMention | None] = sources or [None]
        acted_on: Sequence[ActorMention | None] = targets or [None]
        for source in acting:
            for target in acted_on:
                pair = (key_of(source), key_of(target))
                if pair not in seen and not (source and target and _clash(source, target)):
                    seen.add(pair)
                    own = _is_own_pronoun(source, target) or _is_own(source, target, coding.code)
                    yield Dyad(source, None if own else target)

    def _reciprocal(self, coding: Coding, sources: list[ActorMention], targets: list[ActorMention]) -> Iterator[Dyad]:
        between = (
            []
            if coding.match.sides is not None
            else self._mentions(tuple(p for s in _BETWEEN for p in coding.predicate.slots.get(s, ())))
        )
        if len(between) >= 2:
            sources, targets = between, []
        if not targets and len(sources) >= 2:
            pairs = [(a, b) for i, a in enumerate(sources) for b in sources[i + 1 :]]
        else:
            pairs = [(s, t) for s in sources for t in targets if not overlap(s, t)]
        pairs = [(s, t) for s, t in pairs if not _is_same_actor(s, t)]
        if not pairs:
            yield Dyad(sources[0] if sources else None, targets[0] if targets and not sources else None)
            return
        for source, target in pairs:
            yield Dyad(source, target)
            yield Dyad(target, source, mirrored=True)

    def _mentions(self, phrases: Sequence[Phrase]) -> list[ActorMention]:
        found: list[ActorMention] = []
        for mention in (m for p in phrases for m in self.resolve_all(p)):
            if self.options.unknown_actors == "drop" and is_unknown(mention):
                continue
            if not any(overlap(mention, other) for other in found):
                found.append(mention)
        return found

    def _aims(self, coding: Coding) -> list[ActorMention]:
        """The targets; a name that nobody knows is where people protest (*gathered outside the Barlow Market*)."""
        targets = self._mentions(coding.targets)
        strict = coding.code[:2] == _PROTEST and self.options.unknown_actors == "one"
        return [t for t in targets if not is_unknown(t)] if strict else targets

    def _private(self, mention: ActorMention) -> ActorMention:
        """A named person whom no dictionary knows is a private one where force is used or a sentence passed.

        Also where the words tell the country: *Ana Lopes of Portugal*.
        """
        stranger = mention.resolved_by == "unknown" and is_unknown(mention)
        national = mention.resolved_by == "composed" and len(mention.code) == BLOCK
        if not (stranger or national) or not self.is_person(mention):
            return mention
        return replace(mention, code=mention.code + _PRIVATE, resolved_by="agent" if stranger else "composed")

    def _crowds(self, coding: Coding) -> list[ActorMention]:
        """Protesters of whom only the number is told (*thousands marched*)."""
        people = (self.thing(p, False) for p in coding.sources if p.kind == "noun")
        return [m for m in people if m is not None and not is_unknown(m)]

    def _things(self, coding: Coding) -> list[ActorMention]:
        """What force is used on is its target even where it is no actor: *stormed a mosque*."""
        if self.options.unknown_actors == "drop":
            return []
        fired_on = coding.code.startswith((*FORCE_ROOTS, _PROPERTY)) and coding.code != _OCCUPY
        things = [m for p in coding.targets if p.kind == "noun" and (m := self.thing(p, fired_on)) is not None]
        if self.options.unknown_actors == "all":
            return things
        return [m for m in things if not is_unknown(m)] or things[:1]  # groves and cars are one unknown target

    def _deeds(self, coding: Coding) -> list[ActorMention]:
        """*Condemned the attacks*, *an investigation into the killing of the mayor*: the words of the deed, unknown.

        Whom the deed hit is not whom the critic is against; who keeps all unknown actors gets what was criticised.
        """
        if coding.code[:2] not in _CRITICAL_ROOTS or self.options.unknown_actors != "all":
            return []
        slots = coding.predicate.slots
        fillers = next((f for s in _ON_DEEDS if (f := [p for p in slots.get(s, ()) if p.kind == "noun"])), [])
        if not fillers:
            deeds = {c.predicate.head for c in coding.embedded}
            fillers = [p for own in slots.values() for p in own if p.head in deeds and p.kind == "noun"]
        sources = {p.head for p in coding.sources}
        found = (self.thing(p, False) for p in fillers if p.head not in sources)
        return [replace(m, code=UNKNOWN, resolved_by="unknown") for m in found if m is not None]

    def _without_strangers(self, dyad: Dyad) -> Dyad:
        """By default an unknown actor counts only beside a known one."""
        if self.options.unknown_actors != "one":
            return dyad
        known = any(m is not None and not is_unknown(m) for m in (dyad.source, dyad.target))
        return dyad if known else replace(dyad, source=None, target=None)

    def _reason_against(self, dyad: Dyad, coding: Coding) -> str | None:
        """Why a dyad makes no row; None if it does."""
        if self.options.require_dyad and (dyad.source is None or dyad.target is None):
            return NO_DYAD
        if coding.code[:2] in CONTENTIOUS_ROOTS:
            return None
        sides = [m for m in (dyad.source, dyad.target) if m is not None]
        if coding.code in _MUTUAL and len(sides) == 1 and not sides[0].code.startswith(_MEMBERS):
            return NO_PARTNER
        if not sides:
            return NO_KNOWN_SIDE
        if self.options.unknown_actors == "all":
            return None
        if self.in_story and is_idle_blame(coding, (dyad.source, dyad.target)):
            return IDLE_BLAME
        return None if any(not is_unknown(m) for m in sides) else NO_KNOWN_SIDE


def _without_companions(targets: list[ActorMention]) -> list[ActorMention]:
    """*Received the Omani minister and an accompanying delegation*: who is of no country came along."""
    known = [t for t in targets if not t.code.startswith(UNKNOWN) or t.is_given]
    return known or targets


def _meant_mutually(coding: Coding) -> bool:
    """Whether what several pledge is mutual: *Vietnam and Laos pledged to deepen ties*."""
    return coding.code.startswith(_INTENT) and any(inner.match.pattern.reciprocal for inner in coding.embedded)


def _is_role(mention: ActorMention, coding: Coding) -> bool:
    """Whether a protest is against a role of no country (*the authorities*), which a given actor may be."""
    return coding.code[:2] == _PROTEST and mention.resolved_by == "agent" and mention.code.startswith(UNKNOWN)


def is_unknown(mention: ActorMention) -> bool:
    """Whether nothing of the actor's code is known; actors given with the document always count as known."""
    return not mention.code.strip("-") and mention.resolved_by != "given"


def code_of(mention: ActorMention | None) -> str | None:
    """The actor's code; None for no actor."""
    return mention.code if mention is not None else None


def _is_same_actor(one: ActorMention, other: ActorMention) -> bool:
    """Whether both name one actor; two provincial governments of a country are two with one code."""
    if one.code != other.code or is_unknown(one):
        return False
    return one.text == other.text or "coreference" in (one.resolved_by, other.resolved_by)


def _clash(source: ActorMention, target: ActorMention) -> bool:
    """Whether both sides stand in the same words, other than in *anti-Chinese protesters*."""
    inside = target.start - source.start
    opposed = inside > 0 and source.text[inside - 1 : inside] in HYPHENS
    return overlap(source, target) and not opposed


def _is_own_pronoun(source: ActorMention | None, target: ActorMention | None) -> bool:
    """Whether a pronoun has been taken for the doer: *it refuses to move them* moves something else."""
    if source is None or target is None or target.resolved_by != "coreference" or source.resolved_by != "coreference":
        return False
    return target.actor_id is not None and source.actor_id == target.actor_id


def _is_own(source: ActorMention | None, target: ActorMention | None, code: str) -> bool:
    """Whether force would hit the doer's own people, by a possessive (*attacked the village and seized its chief*)."""
    if source is None or target is None or not code.startswith(FORCE_ROOTS) or target.resolved_by != "coreference":
        return False
    return source.code == target.code and source.start != target.start and not is_unknown(source)


def key_of(mention: ActorMention | None) -> Key:
    """What tells actors apart: their code, or where they stand when the code says nothing."""
    if mention is None:
        return None
    return mention.code if mention.code.strip("-") else (mention.start, mention.end)


def spans_of(dyad: Dyad) -> tuple[int | None, ...]:
    """Start and end of source and target, None for each that is missing."""
    return tuple(x for m in (dyad.source, dyad.target) for x in ((m.start, m.end) if m else (None, None)))


def _pair(dyad: Dyad) -> _Pair:
    return frozenset((m.start, m.end) for m in (dyad.source, dyad.target) if m is not None)


def _nearest(predicate: Predicate, mentions: Sequence[ActorMention]) -> ActorMention | None:
    """The first mention after the trigger, else the last before it."""
    return min(mentions, key=lambda m: (m.start < predicate.start, abs(m.start - predicate.start)), default=None)

"""One protest is told in many sentences: who protests, and against whom, stands in some of them.

*Thousands marched against the government ... the protests continued on Sunday*: theirs, and against it. A protest that
is only the scene of something else (*arrested during a rally*, *a bomb exploded at a march*) has no sides and is no act
of its own behind the lead.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from coder.actors.codes import BLOCK, UNKNOWN
from coder.dyads import code_of
from coder.model import TITLE_INDEX, ActorMention, Analysis, Event, Predicate
from coder.ontology import actor_blocks
from coder.protests import PROTEST
from coder.stories.retelling import OWN_PLACE, is_open, pointed
from coder.stories.triggers import is_definite, predicate_of

_OTHER_FORMS = ("142", "143", "144", "145")  # strikes, road blocks and riots have their own people
_LEAD = 0
_RALLY, _RIOT, _PLAIN = "141", "145", 3
_ASKING, _REFORMS, _AIMS = ("02", "10"), ("024", "104"), ("1", "2", "3", "4")
_NEAR, _HEAD = 3, 4  # sentences; words
_OWNED = frozenset({"'s", "’s", "'"})
_TELLING = ("subject", "object")
_COUNTER = "counter"
_CIVIL, _BOYCOTT = "CVL", "143"
_PEOPLE = frozenset({_CIVIL})
_POWERS = frozenset({"GOV", "MIL"})
_NO_RALLY = "a government or an army: no demonstration"
_AGAIN = "the protest of the story, told before"
_DEMANDED = "what the demonstrators of the story ask for is told by their protest"
_SCENE = "the scene of something else, of nobody: spoken of, not told"


class Rallies:
    """The protests of one story."""

    def __init__(self, blocks: Mapping[str, str], chanting: Container[str] = (), crowds: Container[str] = ()) -> None:
        """``blocks``: country blocks by ISO 3166 code.

        ``chanting``, ``crowds``: the lists ``chanting_verbs`` and ``set.demonstrators`` of words.yaml.
        """
        self.blocks, self.chanting, self.crowds = blocks, chanting, crowds

    def settled(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence: protests with the sides that the story gives them elsewhere."""
        found = [[_with_fit_sides(_of_people(e)) for e in own] for own in found]
        told = [e for own in found for e in own if _is_protest(e)]
        rallies = [e for e in told if not e.code.startswith(_OTHER_FORMS)]
        groups = [e for e in rallies if e.source is not None and _is_group(e.source)]
        source = _only(groups or [e for e in told if _is_crowds_riot(e)], "source")
        target = _only([e for e in rallies if _is_aimed(e)], "target")
        found = [[self._of(e, a, source, target) for e in own] for a, own in zip(analyses, found, strict=True)]
        found = self._with_aims(self._with_demands(found))
        return self._once(analyses, found) if self.chanting else found

    def _with_demands(self, found: list[list[Event]]) -> list[list[Event]]:
        """Without what the demonstrators of the story ask for beside it: the protest says it (CAMEO 14, not 02 or 10).

        *Hundreds gathered outside the ministry. They called for the minister's resignation*: one protest, 1411.
        """
        told: list[tuple[int, int]] = []
        for at, own in enumerate(found):
            for i, event in enumerate(own):
                if _is_protest(event) and event.code.startswith(_RALLY) and event.sentence.index >= 0:
                    told.append((at, i))
                elif event.code.startswith(_ASKING) and event.status == "asserted" and event.sentence.index >= 0:
                    before = next((p for p in reversed(told) if self._asks(event, found[p[0]][p[1]])), None)
                    if before is not None:
                        own[i] = replace(event, status="past_reference", status_reason=_DEMANDED)
                        found[before[0]][before[1]] = _asking_for(event, found[before[0]][before[1]])
        return found

    def _asks(self, demand: Event, protest: Event) -> bool:
        """Whether those who ask are those who protest: taken up by a pronoun, or called demonstrators again."""
        asking, crowd = demand.source, protest.source
        if asking is None or crowd is None or crowd.actor_id is not None or asking.code != crowd.code:
            return False
        if asking.resolved_by == "coreference" and asking.text == crowd.text:
            return 0 < demand.sentence.index - protest.sentence.index <= _NEAR
        words = asking.text.casefold().split()
        return any(w in self.crowds or w.removesuffix("s") in self.crowds for w in words[:_HEAD])

    def _with_aims(self, found: list[list[Event]]) -> list[list[Event]]:
        """The aim that all protests of a story tell is that of a headline and of one whose people it does not name."""
        told = [
            e for own in found for e in own if _is_protest(e) and e.code.startswith(_RALLY) and len(e.code) > _PLAIN
        ]
        return [[self._with_aim(e, told) if told and e.code == _RALLY else e for e in own] for own in found]

    def _with_aim(self, event: Event, told: Sequence[Event]) -> Event:
        own = event.source is not None and event.source.resolved_by != "coreference" and event.sentence.index >= 0
        if own or not _is_protest(event) or _COUNTER in event.trigger_text.casefold():
            return event
        one = all(self._may_be_one(t, event) and _have_one(t.target, event.target) for t in told)
        codes = {t.code for t in told}
        return replace(event, code=codes.pop()) if one and len(codes) == 1 else event

    def _once(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """Without the protests that take up one told before: *the protesters chanted*, *Sunday's demonstration*."""
        told: list[Event] = []
        out = []
        for analysis, own in zip(analyses, found, strict=True):
            settled = [self._taken_up(e, predicate_of(analysis, e), analysis, told) for e in own]
            told += [e for e in settled if _is_protest(e) and e.sentence.index >= 0]
            out.append(settled)
        return out

    def _taken_up(self, event: Event, act: Predicate | None, analysis: Analysis, told: Sequence[Event]) -> Event:
        if not _is_protest(event) or event.code.startswith(_OTHER_FORMS) or act is None:
            return event
        known = _is_known(analysis, act) if act.kind == "noun" else self._goes_on(analysis, act)
        if not known:
            return event
        same = any(not t.code.startswith(_OTHER_FORMS) and self._may_be_one(t, event) for t in told)
        return replace(event, status="past_reference", status_reason=_AGAIN) if same else event

    def _goes_on(self, analysis: Analysis, verb: Predicate) -> bool:
        """*Protesters chanted*, *the demonstrators were calling for new elections*."""
        crowds = (p.head for p in verb.slots.get("subject", ()) if analysis.tokens[p.head].lemma in self.crowds)
        return verb.lemma in self.chanting or any(is_definite(analysis, head) for head in crowds)

    def _may_be_one(self, told: Event, again: Event) -> bool:
        """Whether neither place nor people of two protests differ."""
        places = {self._place(e) for e in (told, again) if e.attributes.location_rule in OWN_PLACE}
        people = {e.source.code[:BLOCK] for e in (told, again) if e.source is not None}
        return len(places - {None}) < 2 and len(people - {UNKNOWN}) < 2

    def _of(self, event: Event, analysis: Analysis, source: Event | None, target: Event | None) -> Event:
        if not _is_protest(event):
            return event
        predicate = predicate_of(analysis, event)
        if event.source is None and event.target is None and predicate is not None and _is_scene(predicate, analysis):
            return replace(event, status="hypothetical", status_reason=_SCENE)
        if _COUNTER in event.trigger_text.casefold():
            return event
        event = self._with_source(event, source)
        same = source is not None and code_of(event.source) == code_of(source.source)
        if same and event.target is None and target is not None and target.target is not None:
            own = code_of(target.source) in (UNKNOWN, "", None) or code_of(target.source) == code_of(event.source)
            if own and code_of(target.target) != code_of(event.source):
                event = replace(event, target=pointed(target.target, target, event))
        return event

    def _with_source(self, event: Event, known: Event | None) -> Event:
        """Those who protest in the story, or, for people without a country, those of the place where they do."""
        place = self._place(event)
        own = event.attributes.location_rule in OWN_PLACE and place is not None
        if known is not None and known.source is not None and self._fits(event.source, known.source):
            there = not own or place in (self._place(known), known.source.code[:BLOCK])
            event = replace(event, source=pointed(known.source, known, event)) if there else event
        if own and place is not None and event.source is not None and _is_crowd(event.source):
            code = place + event.source.code[BLOCK:]
            return replace(event, source=replace(event.source, code=code, resolved_by="place"))
        return event

    def _place(self, event: Event) -> str | None:
        return self.blocks.get(event.attributes.country_iso3 or "")

    @staticmethod
    def _fits(mention: ActorMention | None, known: ActorMention) -> bool:
        named = known.resolved_by != "place"  # where people protest says whose they are only of themselves
        return mention is None or (named and _is_crowd(mention) and mention.code[BLOCK:] == known.code[BLOCK:])


def _asking_for(demand: Event, protest: Event) -> Event:
    """The protest with what is asked in it and of whom."""
    digit = demand.code[3:] if demand.code[:3] in _REFORMS and demand.code[3:] in _AIMS else ""
    code = protest.code + digit if protest.code == _RALLY else protest.code
    if protest.target is None and demand.target is not None and code_of(demand.target) != code_of(protest.source):
        return replace(protest, code=code, target=pointed(demand.target, demand, protest))
    return replace(protest, code=code)


def _have_one(one: ActorMention | None, other: ActorMention | None) -> bool:
    return one is None or other is None or code_of(one) == code_of(other)


def _is_known(analysis: Analysis, noun: Predicate) -> bool:
    """*The rally*, *Sunday's demonstration*, *jailed for staging a rally*: one that the reader knows."""
    verb = next((p for p in analysis.predicates if p.head == noun.support), None)
    if verb is not None and verb.tense is None and verb.clause is not None:
        return True
    before = noun.head - 1
    return is_definite(analysis, noun.head) or (before > 0 and analysis.tokens[before].norm in _OWNED)


def _of_people(event: Event) -> Event:
    """*Nigerians protested*, *an Indonesian rally*: who demonstrates are people of the country, and not the state."""
    source = event.source
    if not _is_protest(event) or event.code.startswith(_BOYCOTT) or source is None or source.resolved_by != "demonym":
        return event
    return event if len(source.code) > BLOCK else replace(event, source=replace(source, code=source.code + _CIVIL))


def _with_fit_sides(event: Event) -> Event:
    """Governments do not demonstrate, and nobody does against people in general."""
    if not _is_protest(event) or event.code.startswith(_OTHER_FORMS):
        return event
    if not _POWERS.isdisjoint(_roles(event.source)):
        return replace(event, status="hypothetical", status_reason=_NO_RALLY)
    return replace(event, target=None) if _roles(event.target) == _PEOPLE else event


def _roles(mention: ActorMention | None) -> frozenset[str]:
    return frozenset() if mention is None or mention.is_given else frozenset(actor_blocks(mention.code)[1:])


def _is_protest(event: Event) -> bool:
    return event.status == "asserted" and event.code[:2] == PROTEST


def _is_crowds_riot(event: Event) -> bool:
    """*Thousands took to the streets and caused damage*: people who riot, with nobody named on the other side."""
    people = event.source is not None and _is_group(event.source) and _roles(event.source) == _PEOPLE
    return event.code.startswith(_RIOT) and people and event.target is None


def _is_group(mention: ActorMention) -> bool:
    return not is_open(mention) and mention.actor_id is None


def _is_aimed(event: Event) -> bool:
    """Whether the protest names somebody whom it can be against: no people, and not those who protest."""
    people = event.target is not None and _PEOPLE.issuperset(actor_blocks(event.target.code)[1:2])
    return not is_open(event.target) and not people and code_of(event.target) != code_of(event.source)


def _is_crowd(mention: ActorMention) -> bool:
    """Whether they are people without a country."""
    blocks = mention.code[BLOCK:]
    return mention.code.startswith(UNKNOWN) and mention.actor_id is None and blocks in _PEOPLE


def _only(events: Sequence[Event], side: str) -> Event | None:
    """The first event of those that name one and the same actor there; None where they name several."""
    codes = {code_of(getattr(e, side)) for e in events}
    text = [e for e in events if e.sentence.index != TITLE_INDEX]
    return (text or list(events))[0] if len(codes) == 1 else None


def _is_scene(noun: Predicate, analysis: Analysis) -> bool:
    """Whether something else happens at, during or after a protest, or is of it."""
    if analysis.sentence.index <= _LEAD or not noun.is_bare_noun:
        return False
    return any(
        phrase.head == noun.head
        for verb in analysis.predicates
        if verb.kind == "verb" and verb is not noun
        for slot, phrases in verb.slots.items()
        if slot not in _TELLING
        for phrase in phrases
    )

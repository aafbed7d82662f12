"""Who arrests, charges and sentences where a passive does not say: the police and courts of which its story speaks.

*A deputy was arrested in May* in a story in which the state police speak; *was sentenced to ten years*, with the judge
named two sentences later. One body near the act decides, for arrests else the only one of the story; two of different
codes leave it open. Read from the words of all sentences, so that it does not matter which of them hold events. The
words of a story do not tell a policeman who is arrested from those who arrest him: the police of an arrest beside do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import BLOCK, UNKNOWN
from coder.actors.hits import SentenceHits
from coder.actors.index import Hit
from coder.actors.role_countries import named_roles
from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import TITLE_INDEX, ActorMention, Analysis, Event, Predicate, Sentence, overlap
from coder.ontology import actor_blocks
from coder.stories.triggers import predicate_of

_ARREST, _VERDICT, _ACCUSED = "173", "116", "112"
_POLICE, _COURT, _GOVERNMENT = "COP", "JUD", "GOV"
_OPEN = ("agent", "coreference")
_PEOPLE = frozenset({"CVL", "EDU", "MED", "LAB", "CRM", "UAF"})
_PUBLIC = frozenset({"GOV", "ELI", "OPP", "PTY", "LEG", "JUD", "COP"})
_FIGHTERS = frozenset({"REB", "INS", "SEP", "IMG"})  # armies and others take them, too
_WHERE = frozenset({"in", "to", "before", "into"})  # *appear in court*: a place, nobody who acts
_NEAR = 1  # sentences between an arrest and the police who speak of it


@dataclass(frozen=True, slots=True)
class _Body:
    """Police or a court in the words of a sentence; ``country`` is empty where the words name none."""

    sentence: Sentence
    start: int
    end: int
    role: str
    country: str


class Officers:
    """The police and courts of one story."""

    def __init__(
        self,
        words: Mapping[str, tuple[str, ...]],
        sentences: Iterable[SentenceHits],
        home: str | None,
        country_blocks: Mapping[str, str],
    ) -> None:
        """``words``: the lists of words.yaml; ``sentences``: the hits of every sentence of the story.

        ``home``: the country block of the story; ``country_blocks``: the blocks by ISO 3166 code.
        """
        self.arresting = frozenset(words.get("arrest_verbs", ()))
        self.charging = frozenset(words.get("charging_verbs", ()))
        self.ministries = frozenset(words.get("police_ministries", ()))
        self.prosecuting = frozenset(words.get("prosecuting_ministries", ()))
        self.strangers = frozenset((*words.get("strangers", ()), *words.get("from_abroad", ())))
        self._home, self.country_blocks = home, country_blocks
        self._bodies = [body for hits in sentences for body in _bodies_in(hits)] if self.arresting else []

    def named(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, arrests and verdicts with the body that the story names for them."""
        if not self.arresting:
            return found
        found = [[self._with_body(a, e) for e in events] for a, events in zip(analyses, found, strict=True)]
        arrests = [e for events in found for e in events if _is_by_police(e)]
        if not arrests:
            return found
        return [[self._as_beside(a, e, arrests) for e in events] for a, events in zip(analyses, found, strict=True)]

    def _with_body(self, analysis: Analysis, event: Event) -> Event:
        predicate = _without_doer(analysis, event)
        if predicate is None:
            return event
        roles = self._roles(event.code, predicate.lemma)
        near = predicate.kind == "verb" and not event.code.startswith(_ACCUSED)
        source = self._speaker(event, roles) or (self._body_near(event, roles) if near else None)
        return event if source is None else replace(event, source=source, target=self._at_home(event.target, source))

    def _at_home(self, target: ActorMention | None, body: ActorMention) -> ActorMention | None:
        """People whom police and courts hold are of their country, where nothing else is said."""
        if target is None or target.resolved_by not in _OPEN or body.code.startswith(UNKNOWN):
            return target
        open_people = target.code.startswith(UNKNOWN) and _PEOPLE.issuperset(actor_blocks(target.code)[1:])
        if not open_people or target.code == UNKNOWN or not self.strangers.isdisjoint(target.text.casefold().split()):
            return target
        return replace(target, code=body.code[:BLOCK] + target.code[BLOCK:], resolved_by="document")

    def _as_beside(self, analysis: Analysis, event: Event, arrests: Sequence[Event]) -> Event:
        """The arrest of a policeman, with the police who arrest others in the same sentence or one beside it."""
        if event.code != _ARREST or event.target is None or _POLICE not in actor_blocks(event.target.code):
            return event
        predicate = _without_doer(analysis, event)
        if predicate is None or predicate.kind != "verb" or _POLICE not in self._roles(event.code, predicate.lemma):
            return event
        near = [e for e in arrests if abs(e.sentence.index - event.sentence.index) <= _NEAR]
        bodies = {e.source.code: e.source for e in near if e.source is not None}
        code, body = next(iter(bodies.items()), (None, None))
        if code is None or body is None or len(bodies) != 1 or self._country(code[:BLOCK], event) is None:
            return event
        return replace(event, source=replace(body, resolved_by="coreference", head=None))

    def _roles(self, code: str, lemma: str) -> tuple[str, ...]:
        """The roles of those who can have done it."""
        if code == _VERDICT:
            return (_COURT,)
        if code.startswith(_ACCUSED):
            return (_POLICE, _COURT)  # *the prosecutors said that he was accused of fraud*
        if lemma in self.charging:
            return (_POLICE, _COURT)
        return (_POLICE,) if lemma in self.arresting else ()

    def _speaker(self, event: Event, roles: tuple[str, ...]) -> ActorMention | None:
        """Who says so, if police, a court or the ministry of the police."""
        code, text = event.attributed_code, event.attributed_to
        if not roles or code is None or text is None:
            return None
        own = set(actor_blocks(code))
        known = self.prosecuting if len(roles) > 1 else self.ministries if _POLICE in roles else frozenset[str]()
        ministry = _GOVERNMENT in own and not known.isdisjoint(text.casefold().split())
        if own.isdisjoint(roles) and not ministry:
            return None
        if code.startswith(UNKNOWN):
            country = self._country("", event)
            code = None if country is None else country + code[BLOCK:]
        at = event.sentence.text.find(text)
        if code is None or at < 0:
            return None
        start = event.sentence.start + at
        return ActorMention(start, start + len(text), text, code, None, "coreference")

    def _body_near(self, event: Event, roles: tuple[str, ...]) -> ActorMention | None:
        target = event.target
        if target is None or not set(actor_blocks(target.code)).isdisjoint(roles):
            return None
        fits = [b for b in self._bodies if b.role in roles and not overlap(b, target)]
        if event.code == _ARREST:
            near = [b for b in fits if abs(b.sentence.index - event.sentence.index) <= _NEAR]
            fighters = not _FIGHTERS.isdisjoint(actor_blocks(target.code))
            fits = near if _COURT in roles or fighters else near or fits
        coded = [(b, country + b.role) for b in fits if (country := self._country(b.country, event)) is not None]
        if len({code for _, code in coded}) != 1:
            return None
        body, code = min(coded, key=lambda pair: abs(pair[0].sentence.index - event.sentence.index))
        text = body.sentence.between(body.start, body.end)
        return ActorMention(body.start, body.end, text, code, None, "coreference")

    def _country(self, named: str, event: Event) -> str | None:
        """The country of a body: its own words', else the story's; None where the arrest was in another."""
        target, own = event.target, named or self._home
        at = self.country_blocks.get(event.attributes.country_iso3 or "")
        suffered = target.code[:BLOCK] if target is not None and not target.code.startswith(UNKNOWN) else None
        if own is None:
            return suffered if target is not None and _is_local(target) and at in (None, suffered) else None
        return own if own == (at or suffered or own) else None


def _is_local(target: ActorMention) -> bool:
    """Whether the police who arrest somebody are those of his country: found by place, or in public life there."""
    return target.resolved_by in ("place", "document") or not _PUBLIC.isdisjoint(actor_blocks(target.code))


def _is_by_police(event: Event) -> bool:
    """Whether an event of the text is an arrest by the police of a known country."""
    told = event.status == "asserted" and event.sentence.index != TITLE_INDEX and event.code == _ARREST
    source = event.source if told else None
    return source is not None and actor_blocks(source.code)[1:] == [_POLICE] and not source.code.startswith(UNKNOWN)


def _without_doer(analysis: Analysis, event: Event) -> Predicate | None:
    """The noun or passive of an open arrest or verdict that does not say by whom."""
    predicate = predicate_of(analysis, event) if is_open_arrest(event) else None
    if predicate is None or predicate.slots.get("by"):
        return None
    return predicate if predicate.kind != "verb" or predicate.voice == "passive" else None


def is_open_arrest(event: Event) -> bool:
    """Whether an event of the text is an arrest, charge, accusation or verdict without its doer."""
    told = event.status == "asserted" and event.sentence.index != TITLE_INDEX
    return told and event.code.startswith((_ARREST, _VERDICT, _ACCUSED)) and event.source is None


def _bodies_in(hits: SentenceHits) -> Iterator[_Body]:
    sentence = hits.analysis.sentence
    if sentence.index == TITLE_INDEX:
        return
    if not any(_role_of(hit, {})[0] for hit in hits.all_hits()):
        return
    countries = {agent.id: country for agent, country in named_roles(hits)}
    found = [(hit, *_role_of(hit, countries)) for hit in hits.all_hits()]
    offsets = hits.offsets()
    words = hits.analysis.tokens
    for hit, role, country in found:
        where = hit.first > 0 and words[hit.first - 1].norm in _WHERE
        if role and not where:
            yield _Body(sentence, offsets[hit.first][0], offsets[hit.last][1], role, country)


def _role_of(hit: Hit, countries: Mapping[str, str]) -> tuple[str, str]:
    """The role of police or a court, and the country that goes with it; two empty strings for others."""
    entry = hit.terminal.entry
    if isinstance(entry, AgentEntry):
        only = entry.roles[0] if len(entry.roles) == 1 and hit.terminal.kind == "agent" else ""
        return (only if only in (_POLICE, _COURT) else ""), countries.get(entry.id, "")
    if isinstance(entry, ActorEntry) and entry.kind == "organization" and entry.country:
        roles = [r.role for r in entry.roles if r.role in (_POLICE, _COURT)]
        return (roles[0] if len(roles) == 1 else ""), entry.country
    return "", ""

"""Demonstrations that a sentence tells for the first time beside what it is about.

*Police dispersed hundreds of demonstrators who were chanting*, *the ruling angered residents, who took to the streets*,
*demonstrators blocked the road, but police broke up the protest*: the first form has a relative clause, the last one
demonstrators with an article, and yet nobody has told of the protest before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coder.acts.grounding import Grounding
from coder.acts.incidents import Coding
from coder.matcher import EventMatch, SentenceMatcher
from coder.model import Phrase, Predicate

_AGAINST_PROTESTS = ("173", "175")
_DISPERSAL, _RIOT = "175", "145"
_BROKEN_UP = ("object", "genitive")

_Match = Callable[[Predicate], EventMatch | None]


def is_introduced(coding: Coding, grounding: Grounding, match: _Match) -> bool:
    """Whether a relative clause tells a protest of people who are new, or whom something angered."""
    verb = coding.predicate
    if verb.kind != "verb" or coding.code.startswith(_RIOT):
        return False
    return any(_is_angered(p, grounding) or _is_broken_up(p, grounding, match) for p in coding.sources)


def _is_angered(people: Phrase, grounding: Grounding) -> bool:
    outer, relation = grounding.phrases.get(people.head, (people, ""))
    return relation == "genitive" and grounding.analysis.tokens[outer.head].lemma in grounding.words.angers


def _is_broken_up(people: Phrase, grounding: Grounding, match: _Match) -> bool:
    """Whether an act against new demonstrators is told (*dispersed, arrested dozens of demonstrators*)."""
    if not grounding.new_demonstrators(people):
        return False
    above = (g for g, _ in grounding.arguments.get(people.head, ()) if g.head < people.head)
    found = (match(g) for g in above if g.clause is None or g.kind == "noun")
    return any(m is not None and (m.pattern.code or "").startswith(_AGAINST_PROTESTS) for m in found)


def goes_on(coding: Coding, matcher: SentenceMatcher, grounding: Grounding, addressed: bool) -> bool:
    """Whether known demonstrators riot, or do something that is neither a gathering nor addressed to anybody.

    ``addressed``: whether the protest has a target. One that the police break up in the same sentence is new.
    """
    predicate = coding.predicate
    riots = coding.code.startswith(_RIOT)
    told = grounding.gathers(predicate) or (addressed and not riots)
    noun = predicate.kind != "verb" and not riots
    if noun or (told and not grounding.is_imperfect(predicate)):
        return False
    known = any(grounding.known_demonstrators(p) for p in coding.sources)
    return known and not _is_dispersed(coding, matcher.matches(), grounding)


def _is_dispersed(coding: Coding, matches: Iterable[EventMatch], grounding: Grounding) -> bool:
    """Whether the sentence goes on with the end of the protest: the police broke it up."""
    if coding.code.startswith(_RIOT):
        return False
    tokens, rallies = grounding.analysis.tokens, grounding.words.rallies
    return any(
        tokens[p.head].lemma in rallies
        for m in matches
        if m.pattern.code == _DISPERSAL and m.predicate.head > coding.predicate.head
        for s in _BROKEN_UP
        for p in m.predicate.slots.get(s, ())
    )

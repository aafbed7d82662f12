"""What exactly is asked for, demanded or refused: the last digits of appeals, demands and refusals.

CAMEO tells an appeal for a policy change (0242) from one for rights (0243), elections (024) or restraint (0256). Much
of what is asked is no event of its own when it is done (*protect the rights of minorities*), so that no event is
embedded: entries with ``asked_only`` say what it would be. They give digits, never an event.
"""

from __future__ import annotations

from dataclasses import replace

from coder.acts.incidents import Coding
from coder.dictionary.compiled import CompiledPattern
from coder.matcher import EventMatch, SentenceMatcher
from coder.model import Phrase, Predicate
from coder.ontology import Composition, Ontology

_ASKING, _VOWING = ("appeal", "demand"), ("intend", "offer", "agree")
_STOPPED = ("14", "15", "163", "17", "18", "19", "20")
_ANY, _RALLIED, _INTENT = "01", "113", "03"
_ROOT = 2
_HELD = ("of", "object", "genitive")


def finer(code: str, match: EventMatch, matcher: SentenceMatcher, ontology: Ontology) -> str:
    """The code of an operator's own event with the digits of what stands below it."""
    operator = match.pattern.operator
    if operator is None or operator not in ontology.operators or not matcher.dictionary.asked:
        return code
    for path in match.pattern.embedded:
        for phrase in matcher.slot(match.predicate, path):
            inner = matcher.by_head.get(phrase.head)
            if inner is not None and inner is not match.predicate:
                found = finer_below(code, operator, inner, matcher, ontology)
                if found != code:
                    return found
    return code


def finer_below(code: str, operator: str, inner: Predicate, matcher: SentenceMatcher, ontology: Ontology) -> str:
    """The code with the digits that the operator's table has for one deed; only a general code becomes finer."""
    if inner.negated and operator in _VOWING and code.startswith(_INTENT):
        return ontology.compose("reject", code) or code  # *vowed not to work with them*
    reading = _reading(inner, matcher)
    found = ontology.compose(operator, reading.code) if reading is not None and reading.code is not None else None
    if found is None:
        return code
    general = code == f"{code[:_ROOT]}0" and found.startswith(code[:_ROOT])
    return found if general or found.startswith(code) else code


def _reading(inner: Predicate, matcher: SentenceMatcher) -> CompiledPattern | None:
    """What is asked for, or tried (*accused it of trying to infiltrate its territory*); nothing that is not to be."""
    if inner.negated:
        return None
    tried = (matcher.by_head.get(p.head) for p in inner.slots.get("complement", ()))
    below = (matcher.asked(q) for q in tried if q is not None and not q.negated)
    found = matcher.asked(inner)
    if found is None and inner.lemma in matcher.dictionary.word_set("trying_verbs"):
        found = next((r for r in below if r is not None), None)
    return found


def composed(
    operator: str, match: EventMatch, inner: Coding, matcher: SentenceMatcher, ontology: Ontology
) -> Composition:
    """What an operator makes of an act below it, with the digits of what is asked, and of what is asked not to be."""
    found = ontology.composition(operator, inner.code)
    if operator in _ASKING and inner.predicate.negated:
        return replace(found, code=_not_done(operator, inner, ontology))
    return found if found.code is None else replace(found, code=finer(found.code, match, matcher, ontology))


def _not_done(operator: str, inner: Coding, ontology: Ontology) -> str | None:
    """Asked not to do it: to stop what is forceful (*urged it not to attack*), and nothing exact else."""
    stopped = ontology.compose("halt", inner.code) if inner.code.startswith(_STOPPED) else None
    return ontology.compose(operator, stopped or _ANY)


def requested(operator: str, code: str, inner: Coding, asked: tuple[Phrase, ...], ontology: Ontology) -> str:
    """The code with regard to who is asked: sanctions asked of somebody are a request, of nobody opposition rallied."""
    if code != _RALLIED or operator not in _ASKING:
        return code
    against = {p.head for p in inner.targets}
    plain = ontology.compose(operator, _ANY)
    return plain if plain is not None and any(p.head not in against for p in asked) else code


def held(release: Coding) -> tuple[Phrase, ...]:
    """Whom or what a release sets free, also where it is no target."""
    return (*release.targets, *(p for s in _HELD for p in release.predicate.slots.get(s, ())))

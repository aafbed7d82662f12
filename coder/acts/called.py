"""Deeds of force and protest that a word names and no verb tells, whoever their sides are.

*Branded the shooting a terror attack*, *the killings of the two were on a list*; a strike that is announced is to come.
"""

from __future__ import annotations

from coder.acts.background import Background
from coder.acts.grounding import Grounding
from coder.model import Predicate

_AS, _SUBJECT, _OBJECT, _BE = "as", "subject", "object", "be"
_PROTEST = "14"
_RELATIVE, _CORE = "relative", ("subject", "object")
_LEAD = 3  # sentences in which news introduces those it is about


def only_called(noun: Predicate, grounding: Grounding) -> str | None:
    """By which words a deed is only spoken of; None if it may be told. Words: ``called_verbs`` of words.yaml."""
    for governor, slot in grounding.arguments.get(noun.head, ()):
        if slot == _AS and governor.lemma in grounding.words.called:
            return f"what something is called: as of '{governor.lemma}'"
        if slot == _SUBJECT and governor.lemma == _BE and governor.kind == "verb" and grounding.is_definite(noun):
            return "definite, and only something is said of it"
    return None


def is_announced(noun: Predicate, code: str, grounding: Grounding) -> bool:
    """Whether a protest is announced and so to come (*unions announced a strike*). Words: ``announcing_verbs``."""
    if not code.startswith(_PROTEST) or grounding.is_definite(noun):
        return False
    above = grounding.arguments.get(noun.head, ())
    return any(slot == _OBJECT and g.lemma in grounding.words.announcing for g, slot in above)


def says_who(predicate: Predicate, grounding: Grounding, background: Background) -> bool:
    """Whether a deed stands in a relative clause about somebody, behind the lead and without a day of the news.

    *Thanked the widow of a soldier, who was killed in a raid*: told before, or long ago.
    """
    if grounding.analysis.sentence.index < _LEAD or not grounding.words.called:
        return False
    verbs = [g for g, _ in grounding.arguments.get(predicate.head, ())] if predicate.kind == "noun" else [predicate]
    for verb in verbs:
        if verb.kind != "verb" or verb.clause != _RELATIVE or verb.tense is None or background.names_day(verb):
            continue
        described = [p for s in _CORE for p in verb.slots.get(s, ()) if p.head not in grounding.by_head]
        if any(_stands_between(grounding, p.head, verb.head) for p in described):
            return True
    return False


def _stands_between(grounding: Grounding, described: int, verb: int) -> bool:
    """Whether a pronoun opens the clause: *nine people wounded in a raid* has none, and is news."""
    return any(t.pos == "PRON" for t in grounding.analysis.tokens[described + 1 : verb])

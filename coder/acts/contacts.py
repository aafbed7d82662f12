"""Meetings, visits and talks (CAMEO 04) that a sentence takes as known, or that are still to come.

*Admitted that he had met the envoy*, *the talks that they held*, *played down a meeting between the two* are about a
contact of an earlier time, which the news only comes back to; *she will raise it during her visit* and *flies home
before heading to Peru* tell of one that has not been. A day of the news in the clause says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from coder.acts.background import Background, BackgroundWords
from coder.acts.grounding import Grounding
from coder.acts.incidents import Coding
from coder.model import Predicate

_CONTACT = "04"
_RELATIVE, _COMPLEMENT, _BEFORE = "relative", "complement", "before"
_TOPICS = ("object", "on", "of")
_WITHIN = frozenset({"during", "at", "in", "on", "after", "before", "while", "as", "when"})
_REACH = 15  # tokens between *that* and its verb


def known_contact(coding: Coding, grounding: Grounding, background: Background) -> str | None:
    """Why a contact of a story is one of an earlier time, None if it may be news."""
    words = background.words
    if not coding.code.startswith(_CONTACT) or not words.revealing:
        return None
    act = coding.predicate
    verb = grounding.teller(act)
    if background.names_day(verb):
        return None
    if act.support is not None and verb.clause == _RELATIVE and verb.head > act.head:
        return "talks that somebody held: which ones, told before"
    for above, slot in grounding.arguments.get(act.head, ()):
        if act.is_bare_noun and above.kind == "verb" and slot in _TOPICS and above.lemma in words.revealing:
            return f"an earlier contact: {slot} of '{above.lemma}'"
    for above, slot in grounding.arguments.get(verb.head, ()):
        if verb.kind == "verb" and slot == _COMPLEMENT and above.lemma in words.revealing:
            return f"an earlier contact: under '{above.lemma}'"
    noun = _noun_of_content(verb, words, grounding)
    return f"an earlier contact: under '{noun}'" if noun is not None else None


def contact_to_come(coding: Coding, grounding: Grounding, background: Background) -> str | None:
    """By which verb, that is itself to come, a contact of a story is only placed in time; None if it may be news."""
    if not coding.code.startswith(_CONTACT) or not background.words.revealing:
        return None
    act = coding.predicate
    verb = grounding.teller(act)
    placed = act if act.is_bare_noun else verb
    if placed.tense == "past":
        return None
    for beside, slot in grounding.arguments.get(placed.head, ()):
        if beside.kind != "verb" or slot not in _WITHIN:
            continue
        above = _wanting(beside, grounding)
        if above.modality == "future" or (above.modality == "conditional" and placed.kind == "verb"):
            return f"beside '{above.lemma}', which is to come"
        if slot == _BEFORE and placed.kind == "verb" and above.tense == "present":
            return f"after '{above.lemma}' in the present: to come"
    return None


def _wanting(verb: Predicate, grounding: Grounding) -> Predicate:
    """The verb above an infinitive: *will want to tweet it after meeting him*."""
    if verb.modality is not None or verb.tense is not None:
        return verb
    over = (g for g, slot in grounding.arguments.get(verb.head, ()) if slot == _COMPLEMENT and g.kind == "verb")
    return next(over, verb)


def _noun_of_content(verb: Predicate, words: BackgroundWords, grounding: Grounding) -> str | None:
    """*Revelations that he had discussed the sanctions with an envoy*: the noun, if it is one of claims."""
    if verb.kind != "verb" or verb.clause != _COMPLEMENT:
        return None
    return next(iter(_contents(verb, words, grounding)), None)


def _contents(verb: Predicate, words: BackgroundWords, grounding: Grounding) -> Iterator[str]:
    tokens = grounding.analysis.tokens
    for i in range(verb.head - 1, max(verb.head - _REACH, 1), -1):
        if tokens[i].norm == "that" and tokens[i - 1].lemma in words.revelations:
            yield tokens[i - 1].text

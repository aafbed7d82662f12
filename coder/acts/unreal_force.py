"""Force and protest of which a sentence speaks though nobody uses force there, or did so long ago.

What is rehearsed, what people do to themselves, what a relative clause says of somebody, and what a thing does: *hit by
rising costs*, *a falling shelf killed a customer*. Verbs of force are said of prices, weather and accidents, of more
things than a list could name; what may hurt without a person in the sentence can be named: weapons, deeds
(``deadly_things`` of words.yaml).
"""

from __future__ import annotations

from collections.abc import Iterator

from coder.actors.codes import Resolve
from coder.acts.background import Background
from coder.acts.called import says_who
from coder.acts.grounding import Grounding
from coder.acts.incidents import FORCE_ROOTS, Coding
from coder.acts.rehearsals import rehearsal
from coder.matcher import SentenceMatcher
from coder.model import Status

_BOMBING = "183"


def unreal_force(
    coding: Coding, matcher: SentenceMatcher, resolve: Resolve, grounding: Grounding, background: Background
) -> Iterator[tuple[Status, str]]:
    """Why an act of a contentious root (CAMEO 14, 17 to 20) is not told, with the status that follows."""
    if background.has_story and says_who(coding.predicate, grounding, background):
        yield "past_reference", "a relative clause: says who somebody was"
    if not coding.code.startswith(FORCE_ROOTS):
        return
    if background.has_story and _by_their_war(coding, matcher, grounding):
        yield "past_reference", "says by their war who somebody is"
    word = rehearsal(coding.predicate, matcher.analysis.tokens, matcher.dictionary.words)
    if word is not None:
        yield "hypothetical", f"rehearsed: '{word}'"
    if _to_oneself(coding, matcher):
        yield "hypothetical", "done to oneself"
    thing = _thing_as_doer(coding, matcher, resolve, grounding)
    if thing is not None:
        yield "hypothetical", f"a thing did it: '{thing}'"


def _by_their_war(coding: Coding, matcher: SentenceMatcher, grounding: Grounding) -> bool:
    """*A spokesman for the coalition fighting rebels*, *hit troops battling them*; not who acts himself there."""
    verb = coding.predicate
    if verb.kind != "verb" or verb.tense is not None or verb.lemma not in matcher.dictionary.word_set("war_verbs"):
        return False
    above = grounding.arguments.get(verb.head, ())
    if verb.clause != "relative":
        return verb.clause == "complement" and any(g.kind == "noun" for g, _ in above)
    fighters = {p.head for p in verb.slots.get("subject", ())}
    outer = (a for head in fighters for a in grounding.arguments.get(head, ()) if a[0] is not verb)
    return not any(slot == "subject" for _, slot in outer)


def _thing_as_doer(coding: Coding, matcher: SentenceMatcher, resolve: Resolve, grounding: Grounding) -> str | None:
    """The noun for the thing that did it; None where somebody, a name, a weapon or a deed did."""
    verb, deadly = coding.predicate, grounding.words.deadly
    doers = verb.slots.get("subject", ())
    if not deadly or not doers or verb.kind != "verb":
        return None
    found = None
    for doer in doers:
        head = matcher.analysis.tokens[doer.head]
        if doer.kind != "noun" or head.pos != "NOUN" or doer.head in matcher.by_head or head.lemma in deadly:
            return None
        if resolve(doer) is not None or not deadly.isdisjoint(matcher.analysis.tokens[t].lemma for t in doer.tokens):
            return None
        found = head.text
    return found


def _to_oneself(coding: Coding, matcher: SentenceMatcher) -> bool:
    """*Shot himself*, *mutilated themselves*: nobody else is hurt, unless a bomb does it."""
    objects = coding.predicate.slots.get("object", ())
    if coding.code.startswith(_BOMBING) or coding.predicate.kind != "verb" or not objects:
        return False
    return all(matcher.analysis.tokens[p.head].norm in matcher.dictionary.word_set("reflexives") for p in objects)

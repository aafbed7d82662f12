"""Meetings and calls that a clause names beside what was said or done there: *in a call with Y, X discussed Z*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from coder.acts.grounding import Grounding
from coder.acts.incidents import Coding
from coder.acts.speech import CONSULT_ROOT, SPEECH_ROOTS
from coder.model import Phrase, Predicate

_THERE = ("in", "during", "at")
_OCCASION = (*_THERE, "after", "following", "on")
_BETWEEN = "between"
_SAID = (*SPEECH_ROOTS, "03")
_MEDIATE, _VISIT = "045", "042"
_TERMS = (CONSULT_ROOT, "03", "057", "06", "084", "087")
_MUTUAL = (CONSULT_ROOT, "03", "057", "087")  # a one-sided release leaves open between whom
_MEDIATED = (*_OCCASION, "through", "under", "with", "by", "via", "thanks to")
_ADDRESSED = ("02", "03", "10", "13")

#: the predicates in whose slots a head stands, with the slots
Arguments = Mapping[int, Sequence[tuple[Predicate, str]]]
Known = Callable[[tuple[Phrase, ...]], bool]


def as_consulted(codings: Sequence[Coding], grounding: Grounding, known: Known) -> list[Coding]:
    """Consultations named as an occasion have the subject of the clause as their other side.

    One at which somebody appeals, pledges, praises or threatens is that act (CAMEO: a meeting counts only when it is
    the act), which is addressed to the other side if it names nobody. *Progress in the talks* only names them.
    """
    arguments = grounding.arguments
    codings = [_unless_named(c, grounding) for c in codings]
    codings = [_between_parties(c, codings, arguments, known) for c in codings]
    dropped: set[int] = set()
    out = list(codings)
    for i, meeting in enumerate(codings):
        for verb, slot in _clauses(meeting, grounding):
            said = [j for j, c in enumerate(out) if c.predicate.head == verb.head and _is_said(c, known)]
            if slot in _THERE and said:
                dropped.add(i)
                for j in said:
                    out[j] = _addressed(out[j], meeting, known)
            else:
                out[i] = _with_subject(out[i], verb, known)
    return [c for i, c in enumerate(out) if i not in dropped]


def _around(coding: Coding, grounding: Grounding) -> tuple[Phrase | None, bool]:
    """The phrase on which a noun hangs, and whether it is a part of talks (*the second round of the talks*)."""
    outer, _ = grounding.phrases.get(coding.predicate.head, (None, ""))
    parts = grounding.words.talk_parts
    return outer, outer is not None and grounding.analysis.tokens[outer.head].lemma in parts


def _is_noun_of_talks(coding: Coding) -> bool:
    noun = coding.predicate
    return coding.code[:2] == CONSULT_ROOT and noun.is_bare_noun


def _unless_named(coding: Coding, grounding: Grounding) -> Coding:
    if not grounding.words.talk_parts or not _is_noun_of_talks(coding) or coding.status != "asserted":
        return coding
    outer, part = _around(coding, grounding)
    if outer is None or part or not grounding.is_definite(coding.predicate):
        return coding
    return replace(coding, status="past_reference", reason="only named: something about known talks")


def _clauses(coding: Coding, grounding: Grounding) -> Iterator[tuple[Predicate, str]]:
    """The verbs beside which a consultation is named, also under an hour or a round of it."""
    noun = coding.predicate
    if not _is_noun_of_talks(coding) or _BETWEEN in noun.slots:
        return
    outer, part = _around(coding, grounding)
    heads = [noun.head, outer.head] if outer is not None and part else [noun.head]
    for verb, slot in (a for head in heads for a in grounding.arguments.get(head, ())):
        visits = coding.code == _VISIT and slot == "object" and verb.lemma in grounding.words.visit_verbs
        if verb.kind == "verb" and (slot in _OCCASION or visits):
            yield verb, slot


def _is_said(coding: Coding, known: Known) -> bool:
    return coding.code[:2] in _SAID and coding.status == "asserted" and known(coding.sources)


def _addressed(said: Coding, meeting: Coding, known: Known) -> Coding:
    if said.code[:2] not in _ADDRESSED or known(said.targets):
        return said
    return replace(said, targets=meeting.targets)


def _with_subject(coding: Coding, verb: Predicate, known: Known) -> Coding:
    subjects = verb.slots.get("subject", ())
    open_side = not known(coding.sources) and known(coding.targets)
    if not open_side or verb.voice != "active" or not known(subjects):
        return coding
    if verb.modality is not None or verb.negated:
        return replace(
            coding, sources=subjects, status="hypothetical", reason="an occasion of what is not told as done"
        )
    return replace(coding, sources=subjects)


def _between_parties(coding: Coding, codings: Sequence[Coding], arguments: Arguments, known: Known) -> Coding:
    """Who mediates, mediates between those who talk or come to terms.

    *Sat down for negotiations brokered by Oman*, *signed a truce mediated by Oman*, *agreed after mediation*.
    """
    if coding.code != _MEDIATE or known(coding.targets):
        return coding
    if coding.predicate.kind == "verb":
        talks = {p.head for p in coding.predicate.slots.get("object", ())}
        telling = talks | {verb.head for head in talks for verb, _ in arguments.get(head, ())}
    else:
        telling = {verb.head for verb, slot in arguments.get(coding.predicate.head, ()) if slot in _MEDIATED}
    for other in codings:
        mutual = other.match.pattern.reciprocal or other.code.startswith(_MUTUAL)
        if other is not coding and other.predicate.head in telling and mutual and other.code.startswith(_TERMS):
            own = (coding.predicate.head, *(p.head for p in coding.sources))
            parties = tuple(p for p in (*other.sources, *other.targets) if p.head not in own)
            if known(parties):
                return replace(coding, targets=parties)
    return coding

"""Meetings and calls that a clause names beside what was said or done there: *in a call with Y, X discussed Z*."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from coder.incidents import Coding
from coder.model import Phrase, Predicate
from coder.speech import CONSULT_ROOT, SPEECH_ROOTS

_THERE = ("in", "during", "at")
_OCCASION = (*_THERE, "after", "following")
_BETWEEN = "between"
_SAID = (*SPEECH_ROOTS, "03")
_MEDIATE = "045"
_ADDRESSED = ("02", "03", "10", "13")

#: the predicates in whose slots a head stands, with the slots
Arguments = Mapping[int, Sequence[tuple[Predicate, str]]]
Known = Callable[[tuple[Phrase, ...]], bool]


def as_consulted(codings: Sequence[Coding], arguments: Arguments, known: Known) -> list[Coding]:
    """Consultations named as an occasion have the subject of the clause as their other side.

    One at which somebody appeals, pledges, praises or threatens is that act (CAMEO: a meeting counts only when it is
    the act), which is addressed to the other side if it names nobody.
    """
    codings = [_between_parties(c, codings, arguments, known) for c in codings]
    out: dict[int, Coding | None] = {c.predicate.head: c for c in codings}
    for coding in codings:
        for verb, slot in _clauses(coding, arguments):
            said = out.get(verb.head)
            if slot in _THERE and said is not None and _is_said(said, known):
                out[coding.predicate.head] = None
                out[verb.head] = _addressed(said, coding, known)
            elif out[coding.predicate.head] is not None:
                out[coding.predicate.head] = _with_subject(coding, verb, known)
    kept = (out[c.predicate.head] if _stands_for(c, codings) else c for c in codings)
    return [c for c in kept if c is not None]


def _stands_for(coding: Coding, codings: Sequence[Coding]) -> bool:
    """Whether a predicate has one coding; of an operator over two acts each stays as it is."""
    return sum(c.predicate.head == coding.predicate.head for c in codings) == 1


def _clauses(coding: Coding, arguments: Arguments) -> list[tuple[Predicate, str]]:
    noun = coding.predicate
    if coding.code[:2] != CONSULT_ROOT or noun.kind != "noun" or noun.support is not None or _BETWEEN in noun.slots:
        return []
    return [(v, slot) for v, slot in arguments.get(noun.head, ()) if v.kind == "verb" and slot in _OCCASION]


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
    return replace(coding, sources=subjects)


def _between_parties(coding: Coding, codings: Sequence[Coding], arguments: Arguments, known: Known) -> Coding:
    """Who mediates talks, mediates between those who hold them: *sat down for negotiations brokered by Oman*."""
    if coding.code != _MEDIATE or coding.predicate.kind != "verb" or known(coding.targets):
        return coding
    talks = {p.head for p in coding.predicate.slots.get("object", ())}
    telling = talks | {verb.head for head in talks for verb, _ in arguments.get(head, ())}
    for other in codings:
        if other is not coding and other.predicate.head in telling and other.code[:2] == CONSULT_ROOT:
            parties = tuple(p for p in (*other.sources, *other.targets) if p not in coding.sources)
            if known(parties):
                return replace(coding, targets=parties)
    return coding

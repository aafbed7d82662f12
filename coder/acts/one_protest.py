"""What the same people do, ask and say at one protest is one act: *gathered and chanted*, *marched, calling on ...*."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from coder.acts.incidents import Coding
from coder.model import Phrase, Token

_PROTEST, _MARCH, _RIOT, _DAMAGE = "14", "141", "145", "1712"
_ASKED = ("02", "10")
_SAID = ("01", *_ASKED, "111")  # what is asked or condemned while protesting tells whom the protest is against
_OCCASION = ("during", "at", "in", "amid", "after", "خلال", "في")

_Known = Callable[[tuple[Phrase, ...]], bool]


def one_protest(
    codings: list[Coding], known: _Known, tokens: Sequence[Token], slogans: Container[str], unrealised: str
) -> list[Coding]:
    """The codings with each protest once; any part of it may name its target.

    ``known``: whether phrases name an actor; ``slogans``: lemmas of what is shouted or held up; ``unrealised``: the
    reason of an act that only an aim tells. Other forms of protest (a road block beside a march) stay acts of their
    own.
    """
    told = _realised(codings, unrealised)
    said = [c for c in told if not (c.code.startswith(_SAID) and _is_shouted(c, tokens, slogans))]
    return _without_words(_without_scenes(_merged(said, known), known), known)


def _is_shouted(coding: Coding, tokens: Sequence[Token], slogans: Container[str]) -> bool:
    """Whether a banner or a chant says it (*slogans that denounce the governor*): nobody's act beside the protest."""
    return any(tokens[p.head].lemma in slogans for p in coding.predicate.slots.get("subject", ()))


def _realised(codings: list[Coding], unrealised: str) -> list[Coding]:
    """Protests that are an aim told as held where the same people say what for (*came out to protest, demanding*)."""
    asking = {_people(c) for c in codings if c.code.startswith(_ASKED) and c.status == "asserted" and c.sources}
    return [
        replace(c, status="asserted", reason=None)
        if c.code[:2] == _PROTEST and c.reason == unrealised and _people(c) in asking
        else c
        for c in codings
    ]


def _merged(codings: list[Coding], known: _Known) -> list[Coding]:
    first: dict[tuple[str, tuple[int, ...]], Coding] = {}
    dropped: set[int] = set()
    for coding in codings:
        if not _is_told(coding):
            continue
        key = (coding.code, _people(coding))
        if key not in first:
            first[key] = coding
            continue
        dropped.add(coding.predicate.head)
        if not known(first[key].targets):
            first[key] = replace(first[key], targets=coding.targets)
    merged = {c.predicate.head: c for c in first.values()}
    return [merged.get(c.predicate.head, c) for c in codings if c.predicate.head not in dropped]


def _without_scenes(codings: list[Coding], known: _Known) -> list[Coding]:
    """*Threw stones at police during a protest*: the protest has no sides of its own."""
    scenes = {p.head for c in codings if _is_told(c) for s in _OCCASION for p in c.predicate.slots.get(s, ())}
    return [
        c
        for c in codings
        if c.code[:2] != _PROTEST or c.predicate.head not in scenes or known(c.sources) or known(c.targets)
    ]


def _without_words(codings: list[Coding], known: _Known) -> list[Coding]:
    """*Marched, calling on the government to act*: the call is the protest's, and so is its addressee."""
    codings = _violent(codings, known)
    protests = [c for c in codings if _is_told(c)]
    dropped: set[int] = set()
    aimed: dict[int, Coding] = {}
    for protest in protests:
        for said in codings:
            if said.status != "asserted" or _people(said) != _people(protest):
                continue
            if protest.code == _RIOT and said.code == _DAMAGE:
                dropped.add(said.predicate.head)  # *smashed windows and burned tyres*: what a riot consists of
            elif said.code.startswith(_SAID):
                dropped.add(said.predicate.head)
                if not known(protest.targets):
                    aimed.setdefault(protest.predicate.head, replace(protest, targets=said.targets))
    return [aimed.get(c.predicate.head, c) for c in codings if c.predicate.head not in dropped]


def _violent(codings: list[Coding], known: _Known) -> list[Coding]:
    """*Took to the streets and caused damage*: a march that damages things of nobody named is a riot (CAMEO 145)."""
    damage = [c for c in codings if c.code in (_RIOT, _DAMAGE) and c.status == "asserted" and not known(c.targets)]
    riots = {_people(c) for c in damage if c.sources}
    marches = {_people(c) for c in codings if c.code == _MARCH and _is_told(c)} & riots
    merged = {c.predicate.head for c in damage if _people(c) in marches}
    return [
        replace(c, code=_RIOT) if c.code == _MARCH and _is_told(c) and _people(c) in marches else c
        for c in codings
        if c.predicate.head not in merged
    ]


def _is_told(coding: Coding) -> bool:
    return coding.code[:2] == _PROTEST and coding.status == "asserted" and bool(coding.sources)


def _people(coding: Coding) -> tuple[int, ...]:
    return tuple(p.head for p in coding.sources)

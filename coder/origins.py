"""Whose a thing is by its adjective of origin (``طلبا أمريكيا لإغلاق القاعدة``: the Americans asked)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from coder.actors.codes import Resolve
from coder.model import HYPHENS, ActorMention, Analysis, Phrase

_ADJECTIVE = "demonym"

IsActor = Callable[[ActorMention | None, Phrase], bool]


def nisbas(analysis: Analysis, thing: Phrase) -> Iterator[Phrase]:
    """The adjectives of origin of a thing, as phrases (``المقترح المصري``)."""
    for i in thing.tokens:
        token = analysis.tokens[i]
        if i != thing.head and token.feats.get("nisba"):
            yield Phrase(i, token.start, token.end, token.start, token.end, "noun", (i,))


def origin(
    analysis: Analysis, things: Iterable[Phrase], acting: Iterable[Phrase], resolve: Resolve, is_actor: IsActor
) -> tuple[Phrase, ...]:
    """The first adjective of a thing, itself no actor, that names another country than that of who acts; else none."""
    own = {m.code[:3] for p in acting if (m := resolve(p)) is not None}
    for thing in things:
        whole = resolve(thing)
        thing_acts = is_actor(whole, thing) and whole is not None and whole.resolved_by != _ADJECTIVE
        for phrase in nisbas(analysis, thing) if not thing_acts else ():
            mention = resolve(phrase)
            if mention is not None and is_actor(mention, phrase) and mention.code[:3] not in own:
                return (phrase,)
    return ()


def led_by(analysis: Analysis, modifiers: Iterable[Phrase], leading: Container[str]) -> tuple[Phrase, ...]:
    """Who leads what a noun tells: *a Saudi-led strike* is Saudi Arabia's. ``leading``: the words behind the hyphen."""
    tokens = analysis.tokens
    for phrase in modifiers:
        leader = phrase.head - 2
        if tokens[phrase.head].norm in leading and leader >= 0 and tokens[leader + 1].text in HYPHENS:
            own = tuple(t for t in phrase.tokens if t <= leader) or (leader,)
            start, end = tokens[own[0]].start, tokens[leader].end
            return (Phrase(leader, start, end, start, end, "noun", own),)
    return ()

"""Whose deed is praised, criticised or rejected: who did it, told in its own relative clause.

*Rejected the bill that the government had proposed*, ``أثنت على التقدم الذي أحرزته مولدوفا``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coder.acts.incidents import Coding
from coder.matcher import SentenceMatcher
from coder.model import ActorMention, Phrase, Predicate

Resolve = Callable[[Phrase], ActorMention | None]
_ANSWERS = ("05", "11", "12")
_SAID_OF = ("object", "ب", "علي", "عن", "ل")
_DESCRIBING = ("relative", "attributive")


def aimed_at_author(coding: Coding, matcher: SentenceMatcher, resolve: Resolve) -> Coding:
    """The act, aimed at the doer of what it answers where its own words name no target."""
    verb = coding.predicate
    if coding.code[:2] not in _ANSWERS or any(resolve(p) is not None for p in coding.targets):
        return coding
    describing = [q for q in matcher.analysis.predicates if q.clause in _DESCRIBING and q.kind == "verb"]
    if not describing:
        return coding
    answered = {p.head for slot in _SAID_OF for p in _below(verb.slots.get(slot, ()), matcher)}
    doers = {m.code for p in coding.sources if (m := resolve(p)) is not None}
    for deed in describing:
        if deed.voice == "active" and any(p.head in answered for p in deed.slots.get("object", ())):
            authors = deed.slots.get("subject", ())
            named = [m for p in authors if (m := resolve(p)) is not None and m.code.strip("-")]
            if named and doers.isdisjoint(m.code for m in named):
                return replace(coding, targets=authors)
    return coding


def _below(phrases: tuple[Phrase, ...], matcher: SentenceMatcher) -> list[Phrase]:
    """What is said of, and what an event noun there is about (``أبدى تأييده لمشروع القانون``)."""
    inner = [q for p in phrases if isinstance(q := matcher.by_head.get(p.head), Predicate)]
    return [*phrases, *(p for q in inner for slot in _SAID_OF for p in q.slots.get(slot, ()))]

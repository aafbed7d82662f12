"""Whose deed is praised, criticised or rejected: who did it, told in its own relative clause.

*Rejected the bill that the government had proposed*, ``أثنت على التقدم الذي أحرزته مولدوفا``.
"""

from __future__ import annotations

from dataclasses import replace

from coder.actors.codes import Resolve, codes_of
from coder.acts.incidents import Coding
from coder.matcher import SentenceMatcher
from coder.model import Phrase, Predicate

_ANSWERS = ("05", "11", "12")
_COLLEAGUE = "counterpart"  # of one code with the speaker, and still somebody else
_CRITICISM, _FROM = "111", ("by", "من", "في")
_SAID_OF = ("object", "ب", "علي", "عن", "ل")
_DESCRIBING = ("relative", "attributive")


def aimed_at_author(coding: Coding, matcher: SentenceMatcher, resolve: Resolve) -> Coding:
    """The act, aimed at the doer of what it answers where its own words name no target."""
    if coding.code[:2] not in _ANSWERS:
        return coding
    verb = coding.predicate
    if coding.code.startswith(_CRITICISM) and verb.kind == "verb" and _are_own(coding, resolve):
        coding = replace(coding, targets=_done_by(verb, matcher, resolve))
    if any(resolve(p) is not None for p in coding.targets):
        return coding
    describing = [q for q in matcher.analysis.predicates if q.clause in _DESCRIBING and q.kind == "verb"]
    if not describing:
        return coding
    answered = {p.head for slot in _SAID_OF for p in _below(verb.slots.get(slot, ()), matcher)}
    doers = codes_of(coding.sources, resolve)
    for deed in describing:
        if deed.voice == "active" and any(p.head in answered for p in deed.slots.get("object", ())):
            authors = deed.slots.get("subject", ())
            named = [m for p in authors if (m := resolve(p)) is not None and m.code.strip("-")]
            if named and doers.isdisjoint(m.code for m in named):
                return replace(coding, targets=authors)
    return coding


def _are_own(coding: Coding, resolve: Resolve) -> bool:
    """``اعتبرت طرد دبلوماسييها استفزازا``: whose own people suffer criticises somebody else."""
    own = codes_of(coding.sources, resolve)
    aimed_at = [m for p in coding.targets if (m := resolve(p)) is not None]
    colleagues = any(m.resolved_by == _COLLEAGUE for m in aimed_at)
    return bool(aimed_at) and not colleagues and own.issuperset(m.code for m in aimed_at)


def _done_by(verb: Predicate, matcher: SentenceMatcher, resolve: Resolve) -> tuple[Phrase, ...]:
    """Who did what is criticised, by the words beside it (*the expulsion of its diplomats from Poland*)."""
    acts = [q for p in verb.slots.get("object", ()) if (q := matcher.by_head.get(p.head)) is not None]
    named = [p for q in acts for slot in _FROM for p in q.slots.get(slot, ())]
    return tuple(p for p in named if (m := resolve(p)) is not None and m.code.strip("-"))[:1]


def _below(phrases: tuple[Phrase, ...], matcher: SentenceMatcher) -> list[Phrase]:
    """What is said of, and what an event noun there is about (``أبدى تأييده لمشروع القانون``)."""
    inner = [q for p in phrases if isinstance(q := matcher.by_head.get(p.head), Predicate)]
    return [*phrases, *(p for q in inner for slot in _SAID_OF for p in q.slots.get(slot, ()))]

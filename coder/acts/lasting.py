"""What goes on for a time, and what was before: deeds that a story mentions without a mark of its own time.

*Has been pressing* tells of weeks, *who has criticised* what somebody is known for, *a month after rebels attacked*
and *then-President* tell of other days than those of the story. Acts of force and protest that go on are told by such a
perfect, too (*have been blocking roads*), and leads tell their news in one.
"""

from __future__ import annotations

from coder.acts.background import Background
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.model import Predicate

_RELATIVE, _AFTER = "relative", "after"
_REACH = 12  # tokens between *after* and its verb


def of_other_days(act: Predicate, code: str, background: Background) -> str | None:
    """Why an act is none of the days of its story; None where nothing says so."""
    if not background.has_story:
        return None
    verb = background.verb_of(act)
    telling = verb or _verb_above(act, background)
    if telling is None or background.names_day(telling):
        return None
    if telling.clause == _AFTER and _is_weeks_later(telling, background):
        return "weeks or more before what is told"
    if verb is None:
        return None
    if _names_then(verb, background):
        return "done by who held the office then"
    if background.analysis.sentence.index <= 0 or verb.voice != "active":
        return None
    auxiliaries = {t.norm for t in background.auxiliaries(verb.head)}
    if auxiliaries.isdisjoint(background.words.perfects) or not auxiliaries.isdisjoint(background.words.just_now):
        return None
    if verb.clause == _RELATIVE:
        return "a perfect in a relative clause: what somebody is known for"
    if act is verb and code[:2] not in CONTENTIOUS_ROOTS and not auxiliaries.isdisjoint(background.words.progressive):
        return "a perfect that goes on: no single deed"
    return None


def _verb_above(noun: Predicate, background: Background) -> Predicate | None:
    """The verb beside which a noun stands: *were killed in a bombing*."""
    verbs = (p for p in background.analysis.predicates if p.kind == "verb" and p.clause == _AFTER)
    return next((v for v in verbs if any(p.head == noun.head for ps in v.slots.values() for p in ps)), None)


def _is_weeks_later(verb: Predicate, background: Background) -> bool:
    """*A month after rebels attacked the town*, *two years after he accused them*."""
    tokens = background.analysis.tokens
    after = next((i for i in range(verb.head - 1, max(verb.head - _REACH, 0), -1) if tokens[i].norm == _AFTER), 0)
    return after > 0 and tokens[after - 1].lemma in background.words.week_units


def _names_then(verb: Predicate, background: Background) -> bool:
    """*Then-President Omar Bello met the rebels*."""
    tokens, then = background.analysis.tokens, background.words.then
    heads = (p for p in verb.slots.get("subject", ()) if p.tokens) if then else ()
    return any(
        tokens[i].norm in then and tokens[i + 1].text == "-"
        for p in heads
        for i in range(max(p.tokens[0] - 2, 0), p.head)
    )

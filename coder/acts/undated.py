"""Deeds of one day that an English story tells behind its lead without a day: those of an earlier time.

Resignations, aid, deals and releases are told again to say who somebody is or how things came about (*after the
minister resigned*, *the aid that it gave*, *she stepped down over the leak*); as news they have a day, stand in the
lead, or in the perfect (*has resigned*). Whoever hosts refugees does so all the time. Words: ``dated_codes``.
"""

from __future__ import annotations

from collections.abc import Iterator

from coder.acts.background import Background
from coder.acts.contacts import contact_to_come, known_contact
from coder.acts.grounding import Grounding
from coder.acts.incidents import Coding
from coder.model import Predicate, Status

_LEAD, _BODY = 3, 2  # sentences from which on a clause of its own, and one beside it, tells of an earlier time
_BESIDE = frozenset({"after", "since", "when", "while", "until", "before", "relative"})
_SHELTER, _LASTING = "075", ("05", "06", "07")
_BEEN, _GERUND = "been", "ing"


def out_of_time(coding: Coding, grounding: Grounding, background: Background) -> Iterator[tuple[Status, str]]:
    """Why an act of a story is of an earlier time, or still to come."""
    if not background.has_story or grounding.analysis.sentence.index < 0:
        return
    known = known_contact(coding, grounding, background) or told_before(coding, grounding, background)
    if known is not None:
        yield "past_reference", known
    if (to_come := contact_to_come(coding, grounding, background)) is not None:
        yield "planned", to_come


def told_before(coding: Coding, grounding: Grounding, background: Background) -> str | None:
    """Why a deed of one day is no news of these days, None if it may be."""
    act, index = coding.predicate, grounding.analysis.sentence.index
    if not background.words.dated:
        return None
    verb = grounding.teller(act)
    if verb.kind != "verb" or verb.modality is not None:
        return None
    if coding.code.startswith(_LASTING) and _goes_on(verb, grounding):
        return "has been doing so: no single deed"
    if not coding.code.startswith(background.words.dated) or background.names_any_day():
        return None
    perfect = background.is_perfect(verb)
    if coding.code == _SHELTER and (perfect or verb.tense == "present"):
        return "shelter that is given all the time"
    if perfect or verb.tense != "past":
        return None
    if verb.clause in _BESIDE and index >= _BODY:
        return "beside something else, without a day: told before"
    return "simple past behind the lead without a day: an earlier time" if index >= _LEAD else None


def _goes_on(verb: Predicate, grounding: Grounding) -> bool:
    """*Has been backing the rebels*."""
    tokens, head = grounding.analysis.tokens, verb.head
    return (
        verb.voice == "active" and head > 0 and tokens[head - 1].norm == _BEEN and tokens[head].norm.endswith(_GERUND)
    )

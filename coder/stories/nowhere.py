"""Deeds of which a story tells neither who, whom, where, when nor how many: they are spoken of, not told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coder.model import Analysis, Event, Predicate

_REASON = "no side, place, day, victim or weapon is named: spoken of, not told"
_NAMED = "force that no clause of its own tells, one side open: spoken of, not told"
_DESCRIBING, _PARTICIPLE = ("relative", "attributive"), "participle"
_FORCE = ("18", "19", "20")
_TOLL, _OF_A_WAR = "more dead than one deed has: the toll of a war", 5_000
_LEAD = 0
_FROM_ELSEWHERE = ("document", None)
_OWN_DATES = ("publication", None)


def told_somewhere(events: Iterable[Event], analysis: Analysis, nouns_name: bool) -> list[Event]:
    """The events of a sentence of a story; what could have happened anywhere is hypothetical behind its lead.

    ``nouns_name``: whether in this language a noun without a verb of its own names force more often than it tells it;
    then force counts only with both sides where a noun, a relative clause or a verb without a tense tells it.
    """
    events = [_unless_of_a_war(e) for e in events]
    if not events:
        return events
    untold = _untold(analysis, events) if nouns_name else frozenset()
    if analysis.sentence.index <= _LEAD:
        return [_named(e) if e.trigger_end in untold and _has_nobody(e) else e for e in events]
    return [_unless_spoken_of(e, untold) for e in events]


def _untold(analysis: Analysis, events: Iterable[Event]) -> frozenset[int]:
    """Where the words end that no clause of their own tells; several words are one noun (*air strikes*)."""
    counting = {e.trigger_end for e in events if _counts_many(e)}
    ends = ((analysis.tokens[p.head].end, p) for p in analysis.predicates)
    return frozenset(end for end, p in ends if _is_untold(p) and not (end in counting and _is_reduced(p, analysis)))


def _is_untold(act: Predicate) -> bool:
    if act.kind == "noun":
        return act.is_bare_noun
    return act.clause in _DESCRIBING or (act.tense is None and act.clause != _PARTICIPLE)


def _is_reduced(act: Predicate, analysis: Analysis) -> bool:
    """*Six soldiers killed in the valley* tells of them; *in which six were killed* says which valley."""
    auxiliary = act.head > 0 and analysis.tokens[act.head - 1].pos == "AUX"
    return act.kind == "verb" and act.clause in _DESCRIBING and not auxiliary


def _counts_many(event: Event) -> bool:
    return (event.attributes.fatalities or 0) + (event.attributes.injuries or 0) > 1


def _unless_of_a_war(event: Event) -> Event:
    """*Three hundred thousand people have been killed in the region*."""
    if event.status != "asserted" or (event.attributes.fatalities or 0) < _OF_A_WAR:
        return event
    return replace(event, status="past_reference", status_reason=_TOLL)


def _unless_spoken_of(event: Event, untold: frozenset[int]) -> Event:
    if _is_nowhere(event):
        return replace(event, status="hypothetical", status_reason=_REASON)
    spoken_of = event.trigger_end in untold and _is_open(event)
    return _named(event) if spoken_of else event


def _named(event: Event) -> Event:
    return replace(event, status="hypothetical", status_reason=_NAMED)


def _has_nobody(event: Event) -> bool:
    return _is_open(event) and event.source is None and event.target is None


def _is_open(event: Event) -> bool:
    force = event.status == "asserted" and event.code.startswith(_FORCE)
    return force and (event.source is None or event.target is None)


def _is_nowhere(event: Event) -> bool:
    if event.status != "asserted" or event.source is not None or event.target is not None:
        return False
    told = event.attributes
    counted = (told.fatalities, told.injuries, told.weapon) != (None, None, None)
    return told.location_rule in _FROM_ELSEWHERE and told.date_rule in _OWN_DATES and not counted

"""Deeds of which a story tells neither who, whom, where, when nor how many: they are spoken of, not told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coder.model import Event

_REASON = "no side, place, day, victim or weapon is named: spoken of, not told"
_LEAD = 0
_FROM_ELSEWHERE = ("document", None)
_OWN_DATES = ("publication", None)


def told_somewhere(events: Iterable[Event], sentence: int) -> list[Event]:
    """The events of a sentence of a story behind its lead; what could have happened anywhere is hypothetical."""
    if sentence <= _LEAD:
        return list(events)
    return [replace(e, status="hypothetical", status_reason=_REASON) if _is_nowhere(e) else e for e in events]


def _is_nowhere(event: Event) -> bool:
    if event.status != "asserted" or event.source is not None or event.target is not None:
        return False
    told = event.attributes
    counted = (told.fatalities, told.injuries, told.weapon) != (None, None, None)
    return told.location_rule in _FROM_ELSEWHERE and told.date_rule in _OWN_DATES and not counted

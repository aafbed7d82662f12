"""A visit goes on: whom the guest of a story meets there, with no other place or day, he meets on his visit.

*The Chilean minister arrived in Oslo ... The talks with the Norwegian premier lasted an hour* visits (042) and is
hosted (043); what was told with its place before is the same meeting where it is told again without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coder.dataset import PLACES
from coder.dyads import code_of
from coder.meeting_places import ELSEWHERE, HOSTING, MEETING, VISIT
from coder.model import TITLE_INDEX, Event
from coder.stories.retelling import OWN_PLACE, elsewhere, is_open

_MIRRORED = {VISIT: HOSTING, HOSTING: VISIT, ELSEWHERE: ELSEWHERE}

_Sides = tuple[str | None, str | None]


def on_visit(found: Sequence[Sequence[Event]]) -> list[list[Event]]:
    """The events of each sentence, meetings of guest and host with the code of the visit told before.

    A headline is short: it takes the code of what the text tells.
    """
    if not any(e.code == MEETING for events in found for e in events):
        return [list(events) for events in found]
    visits: dict[_Sides, tuple[str, Event]] = {}
    for event in (e for events in found for e in events if _is_visit(e)):
        sides = code_of(event.source), code_of(event.target)
        visits.setdefault(sides, (event.code, event))
        visits.setdefault((sides[1], sides[0]), (_MIRRORED[event.code], event))
    return [[_on_it(e, visits) for e in events] for events in found]


def _is_visit(event: Event) -> bool:
    told = event.code in _MIRRORED and event.status == "asserted" and event.sentence.index != TITLE_INDEX
    return told and not is_open(event.source) and not is_open(event.target)


def _on_it(event: Event, visits: dict[_Sides, tuple[str, Event]]) -> Event:
    if event.code != MEETING or event.status != "asserted":
        return event
    code, visit = visits.get((code_of(event.source), code_of(event.target)), (MEETING, event))
    title = event.sentence.index == TITLE_INDEX
    if code == MEETING or elsewhere(event, visit) or not (title or visit.sentence.index <= event.sentence.index):
        return event
    own, known = event.attributes, visit.attributes
    if title or own.location_rule in OWN_PLACE or known.location_rule not in OWN_PLACE:
        return replace(event, code=code)
    place = {name: getattr(known, name) for name in PLACES}
    return replace(event, code=code, attributes=replace(own, **{**place, "location_rule": "same deed"}))

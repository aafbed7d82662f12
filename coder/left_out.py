"""Why an event that a text tells stands in no table: left_out.jsonl has it, with one of these reasons.

Its status is what the text gives it, mostly asserted: these are rules of what the data set is about, and of what a row
has to say, not of whether something happened.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coder.model import Event

LEFT_OUT = "left out"
"""How each of the reasons begins."""
_KEPT = "(--unknown-actors all keeps it)"
NO_KNOWN_SIDE = "left out: no side that the dictionaries know (--unknown-actors all keeps one that is named)"
NO_DYAD = "left out: one side open (--require-dyad)"
NO_PARTNER = "left out: a meeting, visit, call or mediation with a side open"
IDLE_BLAME = f"left out: blame without an author, or by private people of no political actor, in an article {_KEPT}"
CRIME = "left out: crime, an accident or private life, between private people, police and courts"
SPORT = "left out: sport, without a side of public standing"
FAMILY = "left out: force against one's own family"
ONE_SIDE_OPEN = "left out: one side open: words and dealings need both in an article (--open-sides keeps it)"
NO_SECOND_SIDE = f"left out: a hope, intent or cooperation with a side open, in an article {_KEPT}"
NO_AUTHOR = f"left out: talk, an offer, help or refusal of nobody who is named, in an article {_KEPT}"
NO_STANDING = f"left out: no side of political standing, in an article {_KEPT}"
FIRMS = f"left out: a measure among firms and private people, in an article {_KEPT}"
NO_PUBLIC_SIDE = f"left out: aid without a receiver, or a measure that is no state's, body's or group's {_KEPT}"
AT_HOME = f"left out: talk, a meeting or cooperation within one body or country, in an article {_KEPT}"
HEADLINE = "left out: a headline of what the text tells, where it is counted (n_mentions)"
REASONS = (
    NO_KNOWN_SIDE,
    NO_DYAD,
    NO_PARTNER,
    IDLE_BLAME,
    CRIME,
    SPORT,
    FAMILY,
    ONE_SIDE_OPEN,
    NO_SECOND_SIDE,
    NO_AUTHOR,
    NO_STANDING,
    FIRMS,
    NO_PUBLIC_SIDE,
    AT_HOME,
    HEADLINE,
)


def unless(event: Event, reason: str | None) -> Event:
    """The event, marked where there is a reason to leave it out."""
    return event if reason is None else replace(event, left_out=reason)


def once(events: Iterable[Event]) -> list[Event]:
    """The events without those that say the same of the same actors as another of their sentence."""
    first: dict[object, Event] = {}
    for event in events:
        sides = tuple((m.code, m.text) if m is not None else None for m in (event.source, event.target))
        first.setdefault((event.sentence.index, event.code, event.status, event.left_out, sides), event)
    return list(first.values())


def kept(events: Iterable[Event], aside: list[Event]) -> list[Event]:
    """The events that are not marked; those that are go to ``aside``."""
    told: list[Event] = []
    for event in events:
        (told if event.left_out is None else aside).append(event)
    return told

"""The verb or noun that tells an event, in the sentence of the event."""

from __future__ import annotations

from coder.actors.codes import UNKNOWN
from coder.model import Analysis, Event, Predicate

DEFINITE_WORDS = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE_WORDS = frozenset({"a", "an"})  # before them *that* is no demonstrative (*the day that an attack ...*)
_BEFORE = 3  # words between an article and its noun, and the article


def predicate_of(analysis: Analysis, event: Event) -> Predicate | None:
    """The predicate of an event; None where a pattern of other words told it."""
    return next((p for p in analysis.predicates if p.start == event.trigger_start), None)


def is_to_nobody(event: Event, codes: tuple[str, ...]) -> bool:
    """Whether the text tells an act of some codes that somebody known does to nobody yet."""
    told = event.status == "asserted" and event.sentence.index >= 0 and event.code.startswith(codes)
    return told and event.target is None and event.source is not None and not event.source.code.startswith(UNKNOWN)


def is_definite(analysis: Analysis, head: int) -> bool:
    """Whether an English noun has a definite article or a demonstrative (*the long prison term*)."""
    for token in reversed(analysis.tokens[max(0, head - _BEFORE) : head]):
        if token.norm in DEFINITE_WORDS:
            return True
        if token.norm in INDEFINITE_WORDS or token.pos in ("VERB", "ADP", "PUNCT", "CCONJ", "AUX"):
            return False
    return False

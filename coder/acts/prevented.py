"""What is prevented has not happened: *banned the party from holding rallies*, *kept them from attacking*."""

from __future__ import annotations

from coder.acts.grounding import Grounding
from coder.model import Predicate

_FROM, _BELOW = "from", ("from", "complement")


def is_prevented(predicate: Predicate, grounding: Grounding) -> bool:
    """Whether an act hangs by *from* on a verb of preventing, itself or its support verb."""
    head = predicate.head if predicate.support is None else predicate.support
    return any(
        slot in _BELOW and _FROM in governor.slots and governor.lemma in grounding.words.preventing
        for governor, slot in grounding.arguments.get(head, ())
    )

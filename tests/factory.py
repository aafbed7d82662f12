"""Events made by hand, for tests of what comes after coding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from coder.model import ActorMention, Attributes, Document, Event, Ref, Sentence

DOCUMENT = Document(
    "d1",
    "Rebels shelled a camp near Idlib. Rebels shelled a camp near Idlib, again.",
    date=date(2024, 8, 6),
    title="Rebels shell a camp",
    publisher="The Wire",
    url="https://example.org/1",
    extra={"topic": "war", "pages": 3, "source": "desk"},
)


def actor(code: str, text: str | None = None, name: str | None = None, **fields: Any) -> ActorMention:
    """A mention with the given code."""
    values = {"start": 0, "end": 6, "actor_id": None, "resolved_by": "agent", **fields}
    return ActorMention(text=text or code, code=code, name=name, **values)


def event(
    code: str = "194",
    source: ActorMention | str | None = "SYRREB",
    target: ActorMention | str | None = "SYRREF",
    sentence: int = 0,
    **fields: Any,
) -> Event:
    """An event; fields of ``Attributes`` are set there, all others on the event."""
    names = Attributes.__dataclass_fields__
    attributes = {
        "event_date": date(2024, 8, 5),
        "date_precision": "day",
        "location_name": "Idlib",
        "country_iso3": "SYR",
    }
    attributes |= {name: value for name, value in fields.items() if name in names}
    own = {name: value for name, value in fields.items() if name not in names}
    sides = [actor(side) if isinstance(side, str) else side for side in (source, target)]
    made = Event(
        event_id=f"{code}{sentence:02}{'' if source else 'e'}{'a0b1c2d3e4f5'}",
        incident_id=f"incident{sentence}",
        reciprocal_of=None,
        document=DOCUMENT,
        sentence=Sentence(sentence, 0, 33, "Rebels shelled a camp near Idlib.", "en"),
        source=sides[0],
        target=sides[1],
        code=code,
        trigger_text="shelled",
        trigger_start=7,
        trigger_end=14,
        pattern_id="en.shell",
        pattern_ref=Ref("en/verbs/19_fight.yaml", 12),
        status="asserted",
        status_reason=None,
        attributed_to=None,
        attributed_code=None,
        attributes=Attributes(**attributes),  # type: ignore[arg-type]
    )
    return replace(made, **own)

"""The ACLED layout: its current columns in order, its names for actors, and only what lies in its scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from coder.crosswalk import REBELS, acled_types, blocks_of, is_civilian
from coder.dataset import Column, iso
from coder.exporters.base import Context, table_layout
from coder.model import ActorMention, Document, Event
from coder.ontology import Ontology

STATE, REBEL, MILITIA, RIOTERS, PROTESTERS, CIVILIAN, EXTERNAL = 1, 2, 3, 5, 6, 7, 8
ACTOR_TYPES = (
    *("State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians"),
    "External/Other forces",
)
TIME_PRECISION = {"day": 1, "week": 2, "publication": 2, "month": 3, "year": 3}

COLUMNS: tuple[Column, ...] = (
    Column("event_id_cnty", "string", "Letters of the country (ISO3) and a number made of the event id."),
    Column("event_date", "date", "Day of the event."),
    Column("year", "integer", "Year of the event."),
    Column(
        "time_precision", "integer", "1 the day, 2 the week or day of publication, 3 the month.", ("1", "2", "3"), True
    ),
    Column("disorder_type", "string", "Broad class of the event.", counted=True),
    Column("event_type", "string", "One of six event types.", counted=True),
    Column("sub_event_type", "string", "One of 25 sub-event types.", counted=True),
    Column("actor1", "string", "First actor; no direction is meant except in violence against civilians."),
    Column("assoc_actor_1", "string", "Name behind a generic first actor."),
    Column("inter1", "string", "Type of the first actor.", ACTOR_TYPES, True),
    Column("actor2", "string", "Second actor; the victim in violence against civilians."),
    Column("assoc_actor_2", "string", "Name behind a generic second actor."),
    Column("inter2", "string", "Type of the second actor.", ACTOR_TYPES, True),
    Column("interaction", "string", "Pair of actor types.", counted=True),
    Column(
        "civilian_targeting", "string", "Whether civilians were the main or only target.", ("Civilian targeting",), True
    ),
    Column("iso", "integer", "ISO 3166 number of the country."),
    Column("region", "string", "ACLED's world region.", counted=True),
    Column("country", "string", "Country of the place; empty where the text names none (ACLED would not code those)."),
    Column("admin1", "string", "First-level administrative unit."),
    Column("admin2", "string", "Second-level administrative unit."),
    Column("admin3", "string", "Third-level administrative unit; not coded."),
    Column("location", "string", "Named place."),
    Column("latitude", "number", "Latitude, four decimals."),
    Column("longitude", "number", "Longitude, four decimals."),
    Column("geo_precision", "integer", "1 the named place, 2 near it, 3 a larger region.", ("1", "2", "3"), True),
    Column("source", "string", "Publisher of the document."),
    Column("source_scale", "string", "Scale of the source; not coded."),
    Column("notes", "string", "The sentence that reports the event."),
    Column("fatalities", "integer", "Reported deaths, lowest figure; 0 where none is reported."),
    Column("tags", "string", "crowd size=no report on demonstrations, where no size is coded."),
    Column("timestamp", "integer", "Midnight (UTC) of the day of publication in Unix seconds."),
)


@dataclass(frozen=True, slots=True)
class Side:
    """One actor as ACLED names it; ``inter`` is the number of its type."""

    name: str | None = None
    inter: int | None = None
    associated: str | None = None


NOBODY = Side()


class _Namer:
    """Names the actors of one event."""

    def __init__(self, event: Event, ontology: Ontology) -> None:
        self.ontology, self.place = ontology, event.attributes.country_iso3

    def _in(self, generic: str, mention: ActorMention | None, joint: str = " ({})") -> str:
        """``generic`` with the actor's country, else that of the place."""
        iso3 = self._country(mention) or self.place
        name = self.ontology.country_name(iso3)
        return generic + joint.format(name) if name else generic

    def _country(self, mention: ActorMention | None) -> str | None:
        blocks = blocks_of(mention)
        return next((iso3 for block in sorted(blocks) if (iso3 := self.ontology.iso3(block))), None)

    def crowd(self, mention: ActorMention | None, inter: int) -> Side:
        """Protesters, rioters or civilians, with the group or person behind them."""
        generic = {PROTESTERS: "Protesters", RIOTERS: "Rioters", CIVILIAN: "Civilians"}[inter]
        return Side(self._in(generic, mention), inter, self._own_name(mention))

    def _own_name(self, mention: ActorMention | None) -> str | None:
        if mention is None or not blocks_of(mention) - self.ontology.countries.keys():
            return None
        return mention.name

    def force(self, mention: ActorMention | None) -> Side:
        """An armed side."""
        blocks = blocks_of(mention)
        if mention is None or not blocks - {"---"}:
            return Side(self._in("Unidentified Armed Group", mention), MILITIA)
        if blocks & (REBELS | {"UAF"}):
            return self._group(mention, REBEL if blocks & REBELS else MILITIA)
        if "CRM" in blocks:
            return Side(self._in("Unidentified Gang", mention), MILITIA)
        if blocks & self.ontology.international.keys():
            return Side(mention.name or mention.text, EXTERNAL)
        if is_civilian(blocks):
            return self.crowd(mention, CIVILIAN)
        generic = "Police Forces" if "COP" in blocks else "Military Forces"
        return Side(self._in(generic, mention, " of {}"), self._state_type(mention))

    def _group(self, mention: ActorMention, inter: int) -> Side:
        """A named group; the country in "Syrian rebels" is no name of theirs."""
        shared = self.ontology.roles.keys() | self.ontology.countries.keys() | {"---", "IMG"}
        own_block = bool(blocks_of(mention) - shared)
        if mention.name and (own_block or mention.resolved_by in ("name", "coreference")):
            return Side(mention.name, inter)
        return Side(self._in("Unidentified Armed Group", mention), inter)

    def _state_type(self, mention: ActorMention) -> int:
        country = self._country(mention)
        return EXTERNAL if country and self.place and country != self.place else STATE

    def party(self, mention: ActorMention | None) -> Side:
        """A side of a strategic development: armed actors by their names, a country or government as such."""
        blocks = blocks_of(mention)
        if mention is None:
            return NOBODY
        if blocks and blocks <= self.ontology.countries.keys() | {"GOV"}:
            return Side(self._in("Government", mention, " of {}"), self._state_type(mention))
        return self.force(mention)


def _sides(event: Event, event_type: str, sub_type: str, namer: _Namer) -> tuple[Side, Side]:
    """Both sides in ACLED's order. Whom a protest addresses is no actor of it."""
    source, target = event.source, None if _is_thing(event.target) else event.target
    if event_type == "Protests" and event.code == "175":
        return namer.crowd(target, PROTESTERS), namer.force(source) if source else NOBODY
    if event_type == "Protests":
        return namer.crowd(source, PROTESTERS), NOBODY
    if event_type == "Riots":
        against = namer.force(target) if sub_type == "Mob violence" and target else NOBODY
        return namer.crowd(source, RIOTERS), against
    if event_type == "Strategic developments":
        return namer.party(source), namer.party(target)
    if event_type == "Violence against civilians":
        return namer.force(source), namer.crowd(target, CIVILIAN)
    one_sided = event_type == "Explosions/Remote violence" and target is None
    return namer.force(source), NOBODY if one_sided else namer.force(target)


def _is_thing(mention: ActorMention | None) -> bool:
    """A market or a depot is what was hit, not who."""
    return mention is not None and mention.resolved_by == "unknown" and not mention.code.strip("-")


def _targets_civilians(event_type: str, sub_type: str, second: Side, ontology: Ontology) -> bool:
    rule = ontology.acled_events[sub_type].civilian_targeting
    return rule == "always" or (rule == "main target" and second.inter == CIVILIAN)


def _event_fields(event: Event, types: tuple[str, str], ontology: Ontology) -> dict[str, Any]:
    event_type, sub_type = types
    first, second = _sides(event, event_type, sub_type, _Namer(event, ontology))
    if first is NOBODY:
        first, second = second, first
    labels = ontology.acled_actor_types
    inter1 = labels[first.inter] if first.inter else None
    inter2 = labels[second.inter] if second.inter else None
    civilians = _targets_civilians(event_type, sub_type, second, ontology)
    return {
        "disorder_type": ontology.acled_events[sub_type].disorder_type,
        "event_type": event_type,
        "sub_event_type": sub_type,
        "actor1": first.name,
        "assoc_actor_1": first.associated,
        "inter1": inter1,
        "actor2": second.name,
        "assoc_actor_2": second.associated,
        "inter2": inter2,
        "interaction": ontology.acled_interactions[inter1, inter2] if inter1 else None,
        "civilian_targeting": "Civilian targeting" if civilians else None,
        "tags": "crowd size=no report" if event_type == "Protests" or sub_type == "Violent demonstration" else None,
    }


def _place_fields(event: Event, ontology: Ontology) -> dict[str, Any]:
    a = event.attributes
    listed = ontology.acled_countries.get(a.country_iso3 or "")
    return {
        "iso": listed.iso if listed else None,
        "region": listed.region if listed else None,
        "country": ontology.country_name(a.country_iso3),
        "admin1": a.admin1,
        "admin2": a.admin2,
        "admin3": None,
        "location": a.location_name,
        "latitude": None if a.latitude is None else round(a.latitude, 4),
        "longitude": None if a.longitude is None else round(a.longitude, 4),
        "geo_precision": a.geo_precision,
    }


def _deaths(event: Event) -> int:
    a = event.attributes
    return next((n for n in (a.fatalities_low, a.fatalities) if n is not None), 0)


def _row(event: Event, types: tuple[str, str], ontology: Ontology) -> dict[str, Any]:
    a, document = event.attributes, event.document
    published = document.date
    midnight = datetime(published.year, published.month, published.day, tzinfo=UTC) if published else None
    row = {
        "event_id_cnty": (a.country_iso3 or "") + str(int(event.event_id[:12], 16)),
        "event_date": iso(a.event_date),
        "year": a.event_date.year if a.event_date else None,
        "time_precision": TIME_PRECISION.get(a.date_precision or ""),
        **_event_fields(event, types, ontology),
        **_place_fields(event, ontology),
        "source": document.publisher,
        "source_scale": None,
        "notes": " ".join(event.sentence.text.split()),
        "fatalities": _deaths(event),
        "timestamp": int(midnight.timestamp()) if midnight else None,
    }
    return {column.name: row[column.name] for column in COLUMNS}


def _same_event(event: Event, row: dict[str, Any]) -> tuple[Any, ...]:
    """ACLED's unit: day, place and set of actors. Where day or place is open, only one deed is surely one event."""
    actors = frozenset((row["actor1"], row["actor2"]))
    if row["event_date"] is None or row["location"] is None:
        return (event.incident_id, actors)
    return (row["event_date"], row["country"], row["location"], actors)


@table_layout("acled", COLUMNS)
def rows(document: Document, events: Sequence[Event], context: Context) -> Iterator[dict[str, Any]]:
    """One row for each event in ACLED's sense; of the acts that make one, the highest in its hierarchy names it."""
    ranks = {sub_type: rank for rank, sub_type in enumerate(context.ontology.acled_events)}
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for event in events:
        event_type, sub_type = acled_types(event, context.ontology)
        if event_type is None or sub_type is None:
            continue
        row = _row(event, (event_type, sub_type), context.ontology)
        key = _same_event(event, row)
        kept = found.setdefault(key, row)
        deaths = max(kept["fatalities"], row["fatalities"])
        if ranks[sub_type] < ranks[kept["sub_event_type"]]:
            found[key] = row
        found[key]["fatalities"] = deaths
    yield from found.values()

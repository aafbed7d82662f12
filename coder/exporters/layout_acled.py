"""The ACLED layout: its current columns in order, its names for actors, and only what lies in its scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from coder.crosswalk import REPRESSION, acled_types, is_default
from coder.dataset import Column, iso
from coder.exporters.acled_deaths import deaths_of
from coder.exporters.acled_merge import joined, key_of, linked, merged
from coder.exporters.acled_names import CIVILIAN, NOBODY, PROTESTERS, RIOTERS, Namer, Side
from coder.exporters.base import KEY, Context, table_layout
from coder.model import ActorMention, Document, Event
from coder.ontology import Ontology

ACTOR_TYPES = (
    *("State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians"),
    "External/Other forces",
)
TIME_PRECISION = {"day": 1, "week": 2, "publication": 2, "month": 3, "year": 3}

COLUMNS: tuple[Column, ...] = (
    Column(
        "event_id_cnty",
        "string",
        "Letters of the country (ISO3) and a number made of day, place and actors, so that it stays.",
    ),
    Column("event_date", "date", "Day of the event; the middle of a week or month."),
    Column("year", "integer", "Year of the event."),
    Column(
        "time_precision", "integer", "1 the day, 2 the week or day of publication, 3 the month.", ("1", "2", "3"), True
    ),
    Column("disorder_type", "string", "Broad class of the event.", counted=True),
    Column("event_type", "string", "One of six event types.", counted=True),
    Column("sub_event_type", "string", "One of 25 sub-event types.", counted=True),
    Column("actor1", "string", "First actor; no direction is meant except in violence against civilians."),
    Column("assoc_actor_1", "string", "Groups and governments behind the first actor; a list."),
    Column("inter1", "string", "Type of the first actor.", ACTOR_TYPES, True),
    Column("actor2", "string", "Second actor; the victim in violence against civilians."),
    Column("assoc_actor_2", "string", "Groups and governments behind the second actor; a list."),
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
    Column("source", "string", "Publishers of the documents that report the event; a list."),
    Column("source_scale", "string", "Scale of the source; not coded."),
    Column("notes", "string", "One sentence written from the fields, with injuries, means and the number of reports."),
    Column("fatalities", "integer", "Reported deaths, lowest figure of the stories; 0 where none is reported."),
    Column(
        "tags",
        "string",
        "A list: crowd size=no report (demonstrations), women targeted, reports=N, events=the event_id of each report.",
    ),
    Column("timestamp", "integer", "Midnight (UTC) of the latest day of publication in Unix seconds."),
)


def _sides(event: Event, event_type: str, sub_type: str, namer: Namer) -> tuple[Side, Side]:
    """Both sides in ACLED's order. Whom a protest addresses is no actor of it."""
    source, target = event.source, None if _is_thing(event.target) else event.target
    if event_type == "Protests" and event.code.startswith(REPRESSION):
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
    if event_type == "Explosions/Remote violence" and target is None:
        hurt = event.attributes.fatalities_civilians
        return namer.force(source), namer.crowd(None, CIVILIAN) if hurt else NOBODY
    return namer.force(source), _with_civilians(event, event_type, namer, namer.force(target))


def _with_civilians(event: Event, event_type: str, namer: Namer, target: Side) -> Side:
    """Civilians whom a strike on another target killed are associated with it; in battles they are no actor."""
    hurt = event.attributes.fatalities_civilians and event_type == "Explosions/Remote violence"
    if not hurt or target.inter == CIVILIAN:
        return target
    return replace(target, associated=(*target.associated, namer.civilians_of(event.target)))


def _is_thing(mention: ActorMention | None) -> bool:
    """A market or a depot is what was hit, not who."""
    return mention is not None and mention.resolved_by == "unknown" and not mention.code.strip("-")


def _targets_civilians(event_type: str, sub_type: str, second: Side, ontology: Ontology) -> bool:
    rule = ontology.acled_events[sub_type].civilian_targeting
    return rule == "always" or (rule == "main target" and second.inter == CIVILIAN)


def _event_fields(event: Event, types: tuple[str, str], ontology: Ontology) -> dict[str, Any]:
    event_type, sub_type = types
    first, second = _sides(event, event_type, sub_type, Namer(event, ontology))
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
        "assoc_actor_1": joined(first.associated),
        "inter1": inter1,
        "actor2": second.name,
        "assoc_actor_2": joined(second.associated),
        "inter2": inter2,
        "interaction": ontology.acled_interactions[inter1, inter2] if inter1 else None,
        "civilian_targeting": "Civilian targeting" if civilians else None,
        "tags": _tags(event_type, sub_type, second),
        "_open1": first.open,
        "_open2": second.open,
        "_person1": first.person,
        "_person2": second.person,
    }


def _tags(event_type: str, sub_type: str, second: Side) -> str | None:
    crowd = event_type == "Protests" or sub_type == "Violent demonstration"
    women = second.inter == CIVILIAN and any(name.startswith("Women") for name in second.associated)
    return joined(["crowd size=no report" if crowd else None, "women targeted" if women else None])


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


def _row(event: Event, types: tuple[str, str], ontology: Ontology) -> dict[str, Any]:
    """One report of an event: the columns, and what merging needs under names that begin with an underscore."""
    a, document = event.attributes, event.document
    published = document.date
    midnight = datetime(published.year, published.month, published.day, tzinfo=UTC) if published else None
    row = {
        "event_id_cnty": None,
        "event_date": iso(a.event_date),
        "year": a.event_date.year if a.event_date else None,
        "time_precision": TIME_PRECISION.get(a.date_precision or ""),
        **_event_fields(event, types, ontology),
        **_place_fields(event, ontology),
        "source": document.publisher,
        "source_scale": None,
        "notes": None,
        "fatalities": None,
        "timestamp": int(midnight.timestamp()) if midnight else None,
        "_undated": a.date_precision in (None, "publication"),
        "_default": is_default(event),
        "_deaths": deaths_of(event),
        "_injured": a.injuries,
        "_weapon": a.weapon,
        "_iso3": a.country_iso3,
        "_doc": document.id,
        "_order": [event.sentence.index, event.trigger_start],
        "_event": event.event_id,
        "_incident": event.incident_id,
        "_columns": [column.name for column in COLUMNS],
    }
    return {**{column.name: row[column.name] for column in COLUMNS}, **row}


def _is_out(event: Event, row: dict[str, Any]) -> bool:
    """ACLED does not code reports vaguer than a month, or strategic developments that no country holds."""
    strategic = row["event_type"] == "Strategic developments"
    return event.attributes.date_precision == "year" or (strategic and row["country"] is None)


@table_layout("acled", COLUMNS, merge=merged)
def rows(document: Document, events: Sequence[Event], context: Context) -> Iterator[dict[str, Any]]:
    """The reports of events in ACLED's scope; ``merged`` makes its events of them."""
    found: list[dict[str, Any]] = []
    for event in events:
        event_type, sub_type = acled_types(event, context.ontology)
        if event_type is None or sub_type is None:
            continue
        row = _row(event, (event_type, sub_type), context.ontology)
        if not _is_out(event, row):
            found.append({**row, KEY: key_of(row, event.incident_id)})
    for report in linked(found):
        yield {**report, KEY: key_of(report, report["_incident"])}

"""The CAMEO layout: the columns of the Phoenix daily file, with a header, and what that file lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coder.dataset import Column, iso
from coder.exporters.base import Context, table_layout
from coder.model import STATUSES, ActorMention, Document, Event
from coder.ontology import Ontology, actor_blocks

# The roles that Phoenix puts into its role column; all others are attributes.
PHOENIX_ROLES = ("GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL")


def _actor_columns(side: str, role: str) -> tuple[Column, ...]:
    return (
        Column(f"{side}ActorFull", "string", f"CAMEO code of {role}."),
        Column(f"{side}ActorEntity", "string", "Its country, or IGO, NGO, IMG, MNC ...", counted=True),
        Column(f"{side}ActorRole", "string", "Its first role.", PHOENIX_ROLES, counted=True),
        Column(f"{side}ActorAttribute", "string", "The remaining blocks, joined by semicolons."),
    )


PHOENIX: tuple[Column, ...] = (
    Column("EventID", "string", "Id of the event."),
    Column("Date", "string", "Day of the event, YYYYMMDD."),
    Column("Year", "integer", "Year of the event."),
    Column("Month", "integer", "Month of the event."),
    Column("Day", "integer", "Day of the month."),
    *_actor_columns("Source", "the actor who acts"),
    *_actor_columns("Target", "the actor acted upon"),
    Column("EventCode", "string", "CAMEO event code.", counted=True),
    Column("EventRootCode", "string", "CAMEO root code.", counted=True),
    Column(
        "QuadClass",
        "integer",
        "Phoenix's classes: 0 neutral (roots 01, 02), 1 verbal cooperation, 2 material cooperation, 3 verbal conflict "
        "(with root 16), 4 material conflict.",
        ("0", "1", "2", "3", "4"),
        counted=True,
    ),
    Column("GoldsteinScore", "number", "Goldstein score of the code."),
    Column("Issues", "string", "Phoenix's issue counts, where an imported dictionary lists issues."),
    Column("Lat", "number", "Latitude of the place."),
    Column("Lon", "number", "Longitude of the place."),
    Column("LocationName", "string", "Name of the place."),
    Column("StateName", "string", "First-level administrative unit."),
    Column("CountryName", "string", "Country of the place."),
    Column("SentenceID", "string", "Document id and sentence number, joined by an underscore."),
    Column("URLs", "string", "Address of the document."),
    Column("NewsSources", "string", "Publisher of the document."),
)

ADDED: tuple[Column, ...] = (
    Column("EventLabel", "string", "Label of the event code."),
    Column("SourceActorName", "string", "Name of the source in the dictionaries."),
    Column("TargetActorName", "string", "Name of the target in the dictionaries."),
    Column("SourceText", "string", "The words that name the source."),
    Column("TargetText", "string", "The words that name the target."),
    Column("EventText", "string", "The verb or noun that names the event."),
    Column("IncidentID", "string", "Shared by the events of one deed."),
    Column("ReciprocalOf", "string", "On a mirrored half: the EventID of the other."),
    Column("Status", "string", "Whether the event is stated as a fact.", STATUSES, counted=True),
    Column("DatePrecision", "string", "How exact the date is.", counted=True),
    Column("PublicationDate", "date", "Day of publication."),
    Column("Language", "string", "Language of the sentence.", counted=True),
    Column("CountryISO3", "string", "Country of the place, ISO 3166-1."),
    Column("GeoNameID", "integer", "GeoNames id of the place."),
    Column("Fatalities", "integer", "Reported deaths."),
    Column("NMentions", "integer", "Sentences of the document that reported the event."),
    Column("PatternID", "string", "Dictionary entry or pattern that matched."),
)


def _is_entity(block: str, ontology: Ontology) -> bool:
    return block in ontology.countries or block in ontology.international or block in ontology.regions


def split_actor(code: str, ontology: Ontology) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Phoenix's parts of an actor code: entity, role, attributes."""
    blocks = [block for block in actor_blocks(code) if block != "---"]
    entity = next((block for block in blocks[:1] if _is_entity(block, ontology)), None)
    rest = blocks[1:] if entity else blocks
    role = next((block for block in rest if block in PHOENIX_ROLES), None)
    return entity, role, tuple(block for block in rest if block != role)


def _actor_fields(side: str, mention: ActorMention | None, ontology: Ontology) -> dict[str, Any]:
    entity, role, attributes = split_actor(mention.code, ontology) if mention else (None, None, ())
    return {
        f"{side}ActorFull": mention.code if mention else None,
        f"{side}ActorEntity": entity,
        f"{side}ActorRole": role,
        f"{side}ActorAttribute": ";".join(attributes) or None,
        f"{side}ActorName": (mention.name or mention.actor_id) if mention else None,
        f"{side}Text": mention.text if mention else None,
    }


def _row(event: Event, ontology: Ontology) -> dict[str, Any]:
    attributes, document = event.attributes, event.document
    day = attributes.event_date
    return {
        "EventID": event.event_id,
        "Date": day.strftime("%Y%m%d") if day else None,
        "Year": day.year if day else None,
        "Month": day.month if day else None,
        "Day": day.day if day else None,
        **_actor_fields("Source", event.source, ontology),
        **_actor_fields("Target", event.target, ontology),
        "EventCode": event.code,
        "EventRootCode": ontology.root(event.code),
        "QuadClass": ontology.penta_class(event.code),
        "GoldsteinScore": ontology.goldstein(event.code),
        "Issues": event.issues,
        "Lat": attributes.latitude,
        "Lon": attributes.longitude,
        "LocationName": attributes.location_name,
        "StateName": attributes.admin1,
        "CountryName": ontology.country_name(attributes.country_iso3),
        "SentenceID": f"{document.id}_{event.sentence.index}",
        "URLs": document.url,
        "NewsSources": document.publisher,
        "EventLabel": ontology.label(event.code),
        "EventText": event.trigger_text,
        "IncidentID": event.incident_id,
        "ReciprocalOf": event.reciprocal_of,
        "Status": event.status,
        "DatePrecision": attributes.date_precision,
        "PublicationDate": iso(document.date),
        "Language": event.sentence.lang,
        "CountryISO3": attributes.country_iso3,
        "GeoNameID": attributes.geonameid,
        "Fatalities": attributes.fatalities,
        "NMentions": event.n_mentions,
        "PatternID": event.pattern_id,
    }


@table_layout("cameo", (*PHOENIX, *ADDED))
def rows(document: Document, events: Sequence[Event], context: Context) -> Iterator[dict[str, Any]]:
    """One row an event."""
    for event in events:
        yield _row(event, context.ontology)

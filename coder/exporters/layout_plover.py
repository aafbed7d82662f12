"""The PLOVER layout: the columns of POLECAT in order. Statements and appeals, which PLOVER lacks, are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coder.dataset import Column, iso
from coder.exporters.base import Context, table_layout
from coder.model import ActorMention, Document, Event
from coder.ontology import Ontology, actor_blocks

# CAMEO's role blocks that PLOVER calls otherwise; those that PLOVER drops have none.
SECTORS: dict[str, str | None] = {
    "MED": "JRN",
    "HLH": "MED",
    "INS": "REB",
    "SEP": "REB",
    "ENV": "SOC",
    "HRI": "SOC",
    "DEV": "SOC",
    "SET": "CVL",
    "RAD": None,
    "MOD": None,
}
INTERNATIONAL = {"IGO": "IGO", "NGO": "NGO", "NGM": "ISM", "IMG": "IMG", "MNC": "MNC"}
ORGANISATIONS = {"UNO": "UNO", "EEC": "EUR"}
KOSOVO = {"XKX": "KOS"}


def _actor_columns(side: str, role: str) -> tuple[Column, ...]:
    return (
        Column(f"{side} Name", "string", f"Name of {role} in the dictionaries."),
        Column(f"{side} Country", "string", "Its country (ISO3), or PLOVER's code of a non-state actor.", counted=True),
        Column(f"{side} COW", "string", "Correlates of War number; not coded."),
        Column(f"Primary {side} Sector", "string", "Its first sector; UNK where no entry knows it.", counted=True),
        Column(f"{side} Sectors", "string", "All its sectors, joined by semicolons."),
        Column(f"{side} Title", "string", "Title of a person; not coded."),
        Column(f"{side} Name Raw", "string", f"The words that name {role}."),
        Column(f"Wikipedia {side} ID", "string", "Page of the actor; not coded."),
    )


COLUMNS: tuple[Column, ...] = (
    Column("Event ID", "string", "Id of the event."),
    Column("Event Date", "date", "Day of the event."),
    Column("Event Type", "string", "PLOVER event type.", counted=True),
    Column("Event Mode", "string", "PLOVER mode.", counted=True),
    Column("Intensity", "number", "PLOVER's intensity of the mode, else of the type."),
    Column("Quad Code", "string", "PLOVER's quad category.", counted=True),
    Column("Contexts", "string", "Contexts that the code implies, joined by semicolons."),
    *_actor_columns("Actor", "the actor who acts"),
    *_actor_columns("Recipient", "the actor acted upon"),
    Column("Placename", "string", "Name of the place."),
    Column("City", "string", "The place where it is a town; not told apart."),
    Column("District", "string", "Second-level administrative unit."),
    Column("Province", "string", "First-level administrative unit."),
    Column("Country", "string", "Country of the place, ISO3.", counted=True),
    Column("Latitude", "number", "Latitude of the place."),
    Column("Longitude", "number", "Longitude of the place."),
    Column("GeoNames ID", "integer", "GeoNames id of the place."),
    Column("Raw Placename", "string", "The words that name the place."),
    Column("Feature Type", "string", "GeoNames feature; not coded."),
    Column("Source", "string", "Publisher of the document."),
    Column("Publication Date", "date", "Day of publication."),
    Column("Story People", "string", "People in the story; not coded."),
    Column("Story Organizations", "string", "Organisations in the story; not coded."),
    Column("Story Locations", "string", "Places in the story; not coded."),
    Column("Language", "string", "Language of the sentence.", counted=True),
    Column("Version", "string", "Version of the coder."),
)


def sectors(code: str, ontology: Ontology) -> list[str]:
    """PLOVER's sectors of a CAMEO actor code."""
    blocks = actor_blocks(code)
    named = [SECTORS.get(block, block) for block in blocks if block in ontology.roles]
    if "NGM" in blocks:
        named.append("SOC")
    found = list(dict.fromkeys(sector for sector in named if sector))
    return found or (["UNK"] if "---" in blocks else [])


def country(code: str, ontology: Ontology) -> str | None:
    """PLOVER's country field of a CAMEO actor code."""
    blocks = actor_blocks(code)
    special = next((ORGANISATIONS[block] for block in blocks[1:] if block in ORGANISATIONS), None)
    iso3 = ontology.iso3(blocks[0])
    return special or INTERNATIONAL.get(blocks[0]) or KOSOVO.get(iso3 or "", iso3)


def _actor_fields(side: str, mention: ActorMention | None, ontology: Ontology) -> dict[str, Any]:
    known = sectors(mention.code, ontology) if mention else []
    return {
        f"{side} Name": (mention.name or mention.actor_id) if mention else None,
        f"{side} Country": country(mention.code, ontology) if mention else None,
        f"{side} COW": None,
        f"Primary {side} Sector": known[0] if known else None,
        f"{side} Sectors": ";".join(known) or None,
        f"{side} Title": None,
        f"{side} Name Raw": mention.text if mention else None,
        f"Wikipedia {side} ID": None,
    }


def _row(event: Event, event_type: str, mode: str | None, context: Context) -> dict[str, Any]:
    a, ontology, document = event.attributes, context.ontology, event.document
    kind = ontology.plover_types[event_type]
    return {
        "Event ID": event.event_id,
        "Event Date": iso(a.event_date),
        "Event Type": event_type,
        "Event Mode": mode,
        "Intensity": ontology.plover_intensities.get((event_type, mode or ""), kind.intensity),
        "Quad Code": kind.quad_label,
        "Contexts": ";".join(ontology.plover_contexts(event.code)) or None,
        **_actor_fields("Actor", event.source, ontology),
        **_actor_fields("Recipient", event.target, ontology),
        "Placename": a.location_name,
        "City": None,
        "District": a.admin2,
        "Province": a.admin1,
        "Country": KOSOVO.get(a.country_iso3 or "", a.country_iso3),
        "Latitude": a.latitude,
        "Longitude": a.longitude,
        "GeoNames ID": a.geonameid,
        "Raw Placename": a.location_text,
        "Feature Type": None,
        "Source": document.publisher,
        "Publication Date": iso(document.date),
        "Story People": None,
        "Story Organizations": None,
        "Story Locations": None,
        "Language": event.sentence.lang,
        "Version": context.versions.get("coder_version"),
    }


@table_layout("plover", COLUMNS)
def rows(document: Document, events: Sequence[Event], context: Context) -> Iterator[dict[str, Any]]:
    """One row an event that PLOVER has a type for."""
    for event in events:
        event_type, mode = context.ontology.plover(event.code)
        if event_type is not None:
            yield _row(event, event_type, mode, context)

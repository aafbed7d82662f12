"""What the values of the tables mean, and who defined them; for codebooks."""

from __future__ import annotations

from collections.abc import Mapping

from coder.ontology import Ontology

_RESOLVED = {
    "name": "a name in the dictionaries",
    "demonym": "a word for the people of a country (*Egyptian*)",
    "agent": "a word for a role (*troops*, *protesters*)",
    "composed": "a role and a name or demonym (*the Egyptian foreign minister*)",
    "given": "given with the document",
    "counterpart": "*his Israeli counterpart*: the role of the one before",
    "coreference": "a pronoun or *the group*: the words are those of its antecedent",
    "place": "the country of the place, for civil actors and those whom nothing else places",
    "document": "the country that the story gives to the same role elsewhere, or the one that it is about",
    "unknown": "no entry knows the name",
}
_QUADS = {
    "1": "verbal cooperation",
    "2": "material cooperation",
    "3": "verbal conflict",
    "4": "material conflict",
}
MEANINGS: Mapping[str, Mapping[str, str]] = {
    "status": {
        "asserted": "stated as a fact",
        "planned": "will or may be done, as its planner or somebody else says",
        "alleged": "only part of an accusation",
        "denied": "denied by somebody",
        "negated": "did not happen",
        "hypothetical": "a condition, demand, fear or possibility",
        "past_reference": "background: older than the reporting window, or only mentioned",
    },
    "date_precision": {
        "day": "the text gives the day",
        "week": "the text gives the week",
        "month": "the text gives the month",
        "year": "the text gives the year",
        "publication": "the text gives no date: the day of publication",
    },
    "date_rule": {
        "publication": "the day of publication, for want of a date in the text",
        "date": "a calendar date",
        "weekday": "a weekday, the last one before publication",
        "relative day": "*yesterday*, *today*",
        "weekday ahead": "a weekday, the next one after publication",
        "ago": "*two days ago*",
    },
    "location_rule": {
        "slot": "a place that belongs to the event's own words",
        "clause": "a place in the same clause",
        "sentence": "the only fitting place in the sentence",
        "document": "the place that the document is about",
        "dateline": "the place in the dateline",
        "same deed": "the place of another mention of force against the same actor in the story",
    },
    "geo_precision": {
        "1": "the named place",
        "2": "near it, or a small area",
        "3": "a larger region or a country",
    },
    "source_resolved_by": _RESOLVED,
    "target_resolved_by": _RESOLVED,
    "quad_class": _QUADS,
}
# Columns whose values are event codes, in whatever layout.
_CODES = frozenset({"event_code", "event_root", "EventCode", "EventRootCode"})

SOURCES = (
    "Event codes, quad classes, actor codes: Schrodt, P. A. (2012), *CAMEO: Conflict and Mediation Event Observations. "
    "Event and Actor Codebook*, version 1.1b3.",
    "Goldstein scores: Goldstein, J. S. (1992), A conflict-cooperation scale for WEIS events data, *Journal of "
    "Conflict Resolution* 36(2), with the values in use for CAMEO codes.",
    "PLOVER: Open Event Data Alliance, *PLOVER: Political Language Ontology for Verifiable Event Records*; columns of "
    "POLECAT (Halterman and others, 2023).",
    "ACLED event types: Armed Conflict Location & Event Data Project, *ACLED Codebook*. The types are assigned by the "
    "rules of this coder, not by ACLED.",
    "Phoenix columns: Open Event Data Alliance, *Phoenix* daily data.",
    "Places: GeoNames (CC BY 4.0). Countries: ISO 3166-1 alpha-3.",
)


def meaning(column: str, value: str, ontology: Ontology) -> str:
    """What a value of a column means; empty where it speaks for itself."""
    if column in _CODES:
        return ontology.label(value) or ""
    known = MEANINGS.get(column, {})
    stem, _, where = value.partition(" of the ")  # a rule, and in which clause it applied
    text = known.get(value) or known.get(stem, "")
    return f"{text}; in the {where}" if text and where else text

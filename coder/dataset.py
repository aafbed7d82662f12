"""The native event record: its columns, de-duplication within a story, order, and the one-a-day filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from coder.crosswalk import acled_types
from coder.hashes import HashSet
from coder.model import STATUSES, TITLE_INDEX, ActorMention, Attributes, Document, Event
from coder.ontology import Ontology

if TYPE_CHECKING:
    import pandas as pd

ColumnType = Literal["string", "integer", "number", "date"]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. ``values``: all it may hold; ``counted``: few enough to count in the codebook."""

    name: str
    type: ColumnType
    description: str
    values: tuple[str, ...] = ()
    counted: bool = False


def _string(name: str, description: str, values: Sequence[str] = (), counted: bool = False) -> Column:
    return Column(name, "string", description, tuple(values), counted or bool(values))


def _integer(name: str, description: str, values: Sequence[str] = (), counted: bool = False) -> Column:
    return Column(name, "integer", description, tuple(values), counted or bool(values))


def _number(name: str, description: str) -> Column:
    return Column(name, "number", description)


def _date(name: str, description: str) -> Column:
    return Column(name, "date", description)


RESOLVED_BY = ("name", "demonym", "agent", "composed", "given", "counterpart", "coreference", "place", "unknown")


def _actor_columns(side: str, role: str) -> tuple[Column, ...]:
    return (
        _string(
            f"{side}_code",
            f"Actor code of {role}: country or organisation, roles, named group, in blocks of three letters. "
            "Null: no mention; ---: a mention that no entry knows; ---GOV: a role without a country.",
        ),
        _string(f"{side}_actor", f"Name of {role} in the dictionaries."),
        _string(f"{side}_text", f"The words that name {role}."),
        _integer(f"{side}_start", "Where they begin (code points into the text, or into the title for sentence -1)."),
        _integer(f"{side}_end", "Where they end, exclusive."),
        _string(f"{side}_resolved_by", "The rule that gave the code.", RESOLVED_BY),
    )


def _span_columns(stem: str, what: str) -> tuple[Column, ...]:
    return (
        _integer(f"{stem}_start", f"Where {what} begins in the text."),
        _integer(f"{stem}_end", "Where it ends, exclusive."),
    )


COLUMNS: tuple[Column, ...] = (
    _string("event_id", "Hash of document, sentence, trigger, actors and code; the same input gives the same id."),
    _string("incident_id", "Shared by the events of one deed, such as the two directions of a meeting."),
    _string("reciprocal_of", "On the mirrored half of a reciprocal event: the event_id of the other half."),
    _string("doc_id", "Id of the document."),
    _string("publisher", "Publisher of the document."),
    _string("url", "Address of the document."),
    _integer("sentence_index", "Number of the sentence in the document, from 0; -1 is the title."),
    _string("sentence", "The sentence."),
    _string("lang", "Language of the sentence.", counted=True),
    _date("publication_date", "Day of publication."),
    _date("event_date", "Day of the event; a day in the middle of a week, month or year."),
    _string("date_precision", "How exact the event date is.", ("day", "week", "month", "year", "publication")),
    _string("date_text", "The words that gave the date."),
    _string("date_rule", "The rule that gave the date.", counted=True),
    *_actor_columns("source", "the actor who acts"),
    *_actor_columns("target", "the actor acted upon"),
    _string("event_code", "CAMEO event code.", counted=True),
    _string("event_root", "CAMEO root code, 01 to 20.", counted=True),
    _string("event_label", "The code's label."),
    _integer(
        "quad_class",
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        ("1", "2", "3", "4"),
    ),
    _number("goldstein", "Goldstein score of the code, -10 (most conflict) to 10 (most cooperation)."),
    _string("plover_event", "PLOVER event type; null for statements and appeals, which PLOVER lacks.", counted=True),
    _string("plover_mode", "PLOVER mode.", counted=True),
    _string("acled_event_type", "ACLED event type; null outside ACLED's scope.", counted=True),
    _string("acled_sub_event_type", "ACLED sub-event type.", counted=True),
    _string("trigger_text", "The verb or noun that names the event."),
    _integer("trigger_start", "Where it begins."),
    _integer("trigger_end", "Where it ends, exclusive."),
    _string("pattern_id", "Dictionary entry or pattern that matched."),
    _string("pattern_file", "Where that entry stands: path:line."),
    _string("status", "Whether the event is stated as a fact.", STATUSES),
    _string("attributed_to", "The words that name who reported the event."),
    _string("attributed_code", "Actor code of who reported it."),
    _string("location_text", "The words that name the place."),
    *_span_columns("location", "the place name"),
    _string("location_name", "Name of the place in the gazetteer."),
    _string("country_iso3", "Country of the place, ISO 3166-1.", counted=True),
    _string("admin1", "First-level administrative unit."),
    _string("admin2", "Second-level administrative unit."),
    _number("latitude", "Latitude in degrees, WGS84."),
    _number("longitude", "Longitude in degrees, WGS84."),
    _integer("geonameid", "GeoNames id of the place."),
    _integer(
        "geo_precision", "1 the named place, 2 near it or a small area, 3 a larger region or country.", ("1", "2", "3")
    ),
    _string("location_rule", "The rule that gave the place.", counted=True),
    _integer("fatalities", "Reported deaths, counted once per incident."),
    _integer("fatalities_low", "Lowest reported number."),
    _integer("fatalities_high", "Highest reported number."),
    _integer("fatalities_source_side", "Deaths on the side of the source."),
    _integer("fatalities_target_side", "Deaths on the side of the target."),
    _integer("fatalities_civilians", "Deaths of civilians."),
    _string("fatalities_text", "The words that gave the number."),
    *_span_columns("fatalities", "that phrase"),
    _integer("injuries", "Reported injuries."),
    _string("injuries_text", "The words that gave the number."),
    _string("weapon", "Means of violence.", counted=True),
    _integer("n_mentions", "How many sentences of the document reported the event."),
    _string("dictionary_version", "Hash of the dictionaries."),
    _string("coder_version", "Version of the coder."),
)

ATTRIBUTE_NAMES = tuple(f.name for f in fields(Attributes))
_DEATHS = tuple(name for name in ATTRIBUTE_NAMES if name.startswith("fatalities"))
_INJURIES = tuple(name for name in ATTRIBUTE_NAMES if name.startswith("injuries"))
_CASUALTIES = (*_DEATHS, *_INJURIES)
DATES = ("event_date", "date_precision", "date_text", "date_rule")
_OWN_PLACE = ("slot", "clause", "sentence")
PLACES = tuple(n for n in ATTRIBUTE_NAMES if n not in (*_CASUALTIES, *DATES, "weapon"))


def iso(day: date | None) -> str | None:
    """The ISO form of a date."""
    return day.isoformat() if day is not None else None


def _actor_fields(side: str, mention: ActorMention | None) -> Record:
    return {
        f"{side}_code": mention.code if mention else None,
        f"{side}_actor": (mention.name or mention.actor_id) if mention else None,
        f"{side}_text": mention.text if mention else None,
        f"{side}_start": mention.start if mention else None,
        f"{side}_end": mention.end if mention else None,
        f"{side}_resolved_by": mention.resolved_by if mention else None,
    }


def _code_fields(event: Event, ontology: Ontology) -> Record:
    plover_event, plover_mode = ontology.plover(event.code)
    acled_event, acled_sub_event = acled_types(event, ontology)
    return {
        "event_code": event.code,
        "event_root": ontology.root(event.code),
        "event_label": ontology.label(event.code),
        "quad_class": ontology.quad_class(event.code),
        "goldstein": ontology.goldstein(event.code),
        "plover_event": plover_event,
        "plover_mode": plover_mode,
        "acled_event_type": acled_event,
        "acled_sub_event_type": acled_sub_event,
    }


def event_record(event: Event, ontology: Ontology, versions: Mapping[str, Any]) -> Record:
    """The native record of an event, in the order of ``COLUMNS``; missing is None, dates are ISO text.

    ``versions`` gives ``dictionary_version`` and ``coder_version``.
    """
    document, attributes = event.document, event.attributes
    found: Record = {
        "event_id": event.event_id,
        "incident_id": event.incident_id,
        "reciprocal_of": event.reciprocal_of,
        "doc_id": document.id,
        "publisher": document.publisher,
        "url": document.url,
        "sentence_index": event.sentence.index,
        "sentence": event.sentence.text,
        "lang": event.sentence.lang,
        "publication_date": iso(document.date),
        **_actor_fields("source", event.source),
        **_actor_fields("target", event.target),
        **_code_fields(event, ontology),
        "trigger_text": event.trigger_text,
        "trigger_start": event.trigger_start,
        "trigger_end": event.trigger_end,
        "pattern_id": event.pattern_id,
        "pattern_file": str(event.pattern_ref),
        "status": event.status,
        "attributed_to": event.attributed_to,
        "attributed_code": event.attributed_code,
        **{name: getattr(attributes, name) for name in ATTRIBUTE_NAMES},
        "event_date": iso(attributes.event_date),
        "n_mentions": event.n_mentions,
        "dictionary_version": versions.get("dictionary_version"),
        "coder_version": versions.get("coder_version"),
    }
    return {column.name: None if found[column.name] == "" else found[column.name] for column in COLUMNS}


def frame_of(events: Iterable[Event], ontology: Ontology, versions: Mapping[str, Any]) -> pd.DataFrame:
    """The native records as a data frame, with types that keep missing values and whole numbers."""
    import pandas as pd  # slow to import

    records = [event_record(event, ontology, versions) for event in events]
    frame = pd.DataFrame.from_records(records, columns=[column.name for column in COLUMNS])
    dtypes: Any = {"string": "string", "integer": "Int64", "number": "Float64", "date": "datetime64[s]"}
    return frame.astype({column.name: dtypes[column.type] for column in COLUMNS})


# De-duplication within a story


def order(event: Event) -> tuple[Any, ...]:
    """Sort key of the events of one document: sentence, trigger, code, actors."""
    sides = tuple((-1, -1) if m is None else (m.start, m.end) for m in (event.source, event.target))
    return (event.sentence.index, event.trigger_start, event.trigger_end, event.code, *sides, event.event_id)


def _actor_key(mention: ActorMention | None) -> tuple[str, str] | None:
    """Actors are the same by code; an unknown one by its words as well."""
    if mention is None:
        return None
    return mention.code, mention.text.casefold() if "---" in mention.code else ""


def _day_known(event: Event) -> bool:
    return event.attributes.event_date is not None and event.attributes.date_precision != "publication"


def _same_when_and_where(one: Event, other: Event) -> bool:
    """Same day and place. A title seldom names them: there, what it leaves open agrees with anything."""
    a, b = one.attributes, other.attributes
    lenient = TITLE_INDEX in (one.sentence.index, other.sentence.index)
    dates = a.event_date == b.event_date or (lenient and not (_day_known(one) and _day_known(other)))
    places = _place(a) == _place(b) or (lenient and None in (_place(a), _place(b)))
    return dates and places


def _place(attributes: Attributes) -> object:
    return attributes.geonameid or attributes.location_name or attributes.location_text or attributes.country_iso3


def filled(kept: Attributes, other: Attributes) -> Attributes:
    """``kept`` with the groups of fields that only ``other`` knows: time, place, casualties, weapon."""
    missing: dict[str, Any] = {}
    day_open = kept.event_date is None or kept.date_precision == "publication"
    if day_open and other.event_date is not None and other.date_precision != "publication":
        missing.update({name: getattr(other, name) for name in DATES})
    for group in (PLACES, _DEATHS, _INJURIES, ("weapon",)):
        if all(getattr(kept, name) is None for name in group):
            missing.update({name: getattr(other, name) for name in group})
    return replace(kept, **missing)


def _merged(kept: Event, other: Event) -> Event:
    """One event of two mentions. The earlier evidence stays, but that of the text goes before that of the title."""
    if kept.sentence.index == TITLE_INDEX != other.sentence.index:
        kept, other = other, kept
    same_text = (kept.sentence.index == TITLE_INDEX) == (other.sentence.index == TITLE_INDEX)
    attributes = filled(kept.attributes, other.attributes if same_text else _without_spans(other.attributes))
    return replace(kept, attributes=attributes)


def _without_spans(attributes: Attributes) -> Attributes:
    """Offsets into a title mean nothing in the record of a sentence of the text."""
    spans = [name for name in ATTRIBUTE_NAMES if name.endswith(("_start", "_end"))]
    return replace(attributes, **dict.fromkeys(spans))


def deduplicate(events: Iterable[Event]) -> list[Event]:
    """The events of one document in order, each once; ``n_mentions`` counts the sentences that reported it.

    The same are events with the same actors, code, status, day and place. References to a dropped event are redirected.
    """
    groups: dict[tuple[Any, ...], _Group] = {}
    renamed: dict[str, str] = {}
    for event in _placed_by_others(sorted(events, key=order)):
        key = (_actor_key(event.source), _actor_key(event.target), event.code, event.status)
        renamed.update(groups.setdefault(key, _Group()).add(event))
    reports = [report for group in groups.values() for report in group.reports]
    return sorted((_redirected(report, renamed) for report in reports), key=order)


def _placed_by_others(events: list[Event]) -> list[Event]:
    """Events with the place of their victim's other mentions: the assassination of a man has one place in a story.

    Only force against a named actor, and only where all other mentions that place it agree.
    """
    told: dict[tuple[str, str, str], list[Attributes]] = {}
    for event in events:
        if event.target is not None and event.target.name and event.attributes.location_rule in _OWN_PLACE:
            told.setdefault((event.code, event.target.code, event.target.name), []).append(event.attributes)
    return [_placed_by(event, told) for event in events]


def _placed_by(event: Event, told: Mapping[tuple[str, str, str], list[Attributes]]) -> Event:
    target, own = event.target, event.attributes
    if target is None or own.location_rule in _OWN_PLACE or event.code[:2] not in ("18", "20"):
        return event
    others = told.get((event.code, target.code, target.name or ""), [])
    if len({_place(a) for a in others}) != 1:
        return event
    place = {name: getattr(others[0], name) for name in PLACES if not name.endswith(("_start", "_end"))}
    spans = {name: None for name in PLACES if name.endswith(("_start", "_end"))}
    return replace(event, attributes=replace(own, **{**place, **spans, "location_rule": "same deed"}))


@dataclass(slots=True)
class _Report:
    """An event and the sentences that reported it."""

    event: Event
    sentences: set[int]

    def add(self, other: Event) -> dict[str, str]:
        """Merge another mention; returns the new names of what was dropped."""
        kept = self.event
        self.event = _merged(kept, other)
        self.sentences.add(other.sentence.index)
        dropped = other if self.event.event_id == kept.event_id else kept
        return {dropped.event_id: self.event.event_id, dropped.incident_id: self.event.incident_id}


class _Group:
    """The reports with the same actors, code and status. Those of the text are found by day and place."""

    def __init__(self) -> None:
        self.reports: list[_Report] = []
        self._by_day_and_place: dict[tuple[object, object], int] = {}
        self._of_title = 0

    def add(self, event: Event) -> dict[str, str]:
        """Merge an event with the first report that is the same, if any; returns the new names of what was dropped."""
        position = self._find(event)
        if position is None:
            position, dropped = len(self.reports), {}
            self.reports.append(_Report(event, {event.sentence.index}))
            self._of_title += event.sentence.index == TITLE_INDEX
        else:
            dropped = self.reports[position].add(event)
        kept = self.reports[position].event
        if kept.sentence.index != TITLE_INDEX:
            self._by_day_and_place.setdefault((kept.attributes.event_date, _place(kept.attributes)), position)
        return dropped

    def _find(self, event: Event) -> int | None:
        """The events of the title come first, so that only their reports need to be compared one by one."""
        for position in range(self._of_title):
            if _same_when_and_where(self.reports[position].event, event):
                return position
        return self._by_day_and_place.get((event.attributes.event_date, _place(event.attributes)))


def _redirected(report: _Report, renamed: Mapping[str, str]) -> Event:
    event, other = report.event, report.event.reciprocal_of
    return replace(
        event,
        incident_id=_final(event.incident_id, renamed),
        reciprocal_of=None if other is None else _final(other, renamed),
        n_mentions=max(event.n_mentions, len(report.sentences)),
    )


def _final(name: str, renamed: Mapping[str, str]) -> str:
    seen = {name}
    while (following := renamed.get(name, name)) not in seen:
        seen.add(following)
        name = following
    return name


class OneADay:
    """The one-a-day filter: of events with the same actors, code, status and day, only the first of a data set passes.

    Events without a date all pass. Memory grows by some 20 bytes of hash for each dyad, code and day.
    """

    def __init__(self) -> None:
        self._seen = HashSet()

    def passes(self, event: Event) -> bool:
        """Whether this is the first event of its dyad, code and day."""
        day = event.attributes.event_date
        if day is None:
            return True
        sides = [m.code if m else None for m in (event.source, event.target)]
        return self._seen.add(repr((sides, event.code, event.status, day.isoformat())))

    def filter(self, coded: Iterable[tuple[Document, list[Event]]]) -> Iterator[tuple[Document, list[Event]]]:
        """The stream of coded documents with only the events that pass."""
        for document, events in coded:
            yield document, [event for event in events if self.passes(event)]

"""From events to a panel that is ready for regression: one row an entity and period, zeros filled in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any, Literal, cast

from coder.analysis.countries import CountryKey, country_of, country_of_place, cow_number
from coder.analysis.measures import COLUMNS, DEATHS, MEASURES, Cell, Measure, deaths_of
from coder.analysis.periods import PERIODS, Period, fits, label, periods, start_of
from coder.analysis.tables import Row, read_table
from coder.dataset import Column
from coder.errors import InputError, OptionError
from coder.ontology import Ontology

Entity = Literal["dyad", "country", "actor", "source", "target"]
ENTITIES: tuple[Entity, ...] = ("dyad", "country", "actor", "source", "target")
Level = Literal["country", "code"]
MOST_ROWS = 20_000_000
_Units = tuple[tuple[str, ...], ...]  # the units for which an event counts, each by its columns
_NEEDED = ("event_date", "event_code", "source_code", "target_code")
_READ = (
    *(*_NEEDED, "incident_id", "reciprocal_of", "date_precision", "country_iso3", "event_root", "quad_class"),
    *("goldstein", "acled_event_type", *DEATHS),
)


@dataclass(frozen=True, slots=True)
class PanelOptions:
    """What the panel's rows are. ``countries``: only these (and all of them, with their pairs, events or not).

    ``level``: whether actors are whole codes or countries; None: countries in dyads, codes else. ``first`` and
    ``last``: the days between which events count; None: those of the first and last event.
    """

    entity: Entity
    period: Period
    measures: tuple[Measure, ...] = ("counts",)
    level: Level | None = None
    undirected: bool = False
    one_a_day: bool = False
    countries: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def by_country(self) -> bool:
        """Whether the entities are countries."""
        return self.entity == "country" or (self.level or ("country" if self.entity == "dyad" else "code")) == "country"


@dataclass(slots=True)
class Panel:
    """A panel. ``excluded`` counts the events that are not in it by reason, ``lost_deaths`` the deaths they report."""

    columns: tuple[Column, ...]
    rows: Iterable[dict[str, Any]]
    size: int
    entities: int
    first: date
    last: date
    events: int = 0
    publication_dates: int = 0
    excluded: Counter[str] = field(default_factory=Counter)
    lost_deaths: int = 0


def parse_unit(text: str) -> tuple[Entity, Period]:
    """``dyad-month`` and the like."""
    entity, _, period = text.partition("-")
    if entity not in ENTITIES or period not in PERIODS:
        hint = f"{'|'.join(ENTITIES)} and {'|'.join(PERIODS)}, such as dyad-month"
        raise OptionError(f"no unit {text!r}", where="--unit", hint=hint)
    return entity, period


def parse_measures(text: str) -> tuple[Measure, ...]:
    """A list such as ``counts,quad``; ``all``: every measure."""
    names = MEASURES if text == "all" else [name.strip() for name in text.split(",")]
    wrong = [name for name in names if name not in MEASURES]
    if wrong:
        raise OptionError(f"no measure {wrong[0]!r}", where="--measure", hint=f"some of {', '.join(MEASURES)}, or all")
    return cast("tuple[Measure, ...]", tuple(dict.fromkeys(names)))


def panel_of(path: Path, options: PanelOptions, ontology: Ontology) -> Panel:
    """The panel of a dataset package or a table in the native layout. Raises ``InputError`` where nothing is left."""
    return build(read_table(path, _NEEDED, _READ), options, ontology, str(path))


def build(events: Sequence[Row], options: PanelOptions, ontology: Ontology, where: str = "events") -> Panel:
    """The panel of native records; see ``panel_of``."""
    if options.countries and not options.by_country:
        raise OptionError("needs countries as units", where="--countries", hint="use --actors country")
    keys = _Keys(options, ontology)
    kept, out, excluded = _divided(events, options, keys)
    if not kept:
        why = "; ".join(f"{reason}: {n}" for reason, n in excluded.most_common()) or "there is none"
        raise InputError(
            f"no event can be put into the panel ({why})", where=where, hint="choose another unit or dates"
        )
    deaths = _deaths(events, options)
    cells = _cells(kept, deaths, options)
    days = [row["event_date"] for row, _ in kept]
    starts = list(periods(options.first or min(days), options.last or max(days), options.period))
    entities = sorted({entity for entity, _ in cells} | set(keys.completed()))
    size = len(entities) * len(starts)
    if size > MOST_ROWS:
        hint = "choose a longer period, --from and --to, or --countries"
        raise OptionError(f"{len(entities):,} entities in {len(starts):,} periods make {size:,} rows", hint=hint)
    reached = {row.get("incident_id") for row, _ in kept}
    return Panel(
        columns=(*keys.columns(), *_PERIOD_COLUMNS, *(c for m in options.measures for c in COLUMNS[m])),
        rows=_rows(entities, starts, cells, keys, options),
        size=size,
        entities=len(entities),
        first=starts[0],
        last=max(days) if options.last is None else options.last,
        events=len(kept),
        publication_dates=sum(row.get("date_precision") == "publication" for row, _ in kept),
        excluded=excluded,
        lost_deaths=_lost(out, reached),
    )


def _divided(
    events: Sequence[Row], options: PanelOptions, keys: _Keys
) -> tuple[list[tuple[Row, _Units]], list[Row], Counter[str]]:
    """The rows of the panel with the units that they count for, those left out, and why."""
    kept: list[tuple[Row, _Units]] = []
    out: list[Row] = []
    excluded: Counter[str] = Counter()
    for row in _deeds(events, options):
        reason = _date_problem(row, options) or keys.problem(row)
        if reason:
            excluded[reason] += 1
            out.append(row)
        else:
            kept.append((row, keys.of(row)))
    return kept, out, excluded


def _lost(out: Sequence[Row], reached: set[Any]) -> int:
    """The deaths of incidents of which no row came into the panel."""
    lost: dict[Any, int] = {}
    for row in out:
        incident = row.get("incident_id")
        if incident is None or incident not in reached:
            name = incident or id(row)
            lost[name] = max(lost.get(name, 0), deaths_of(row)["fatalities"])
    return sum(lost.values())


# ---------------------------------------------------------------------- which events


def _deeds(events: Sequence[Row], options: PanelOptions) -> Iterator[Row]:
    """The records to count. The mirrored half of a reciprocal event is one only where direction matters."""
    directed = options.entity in ("source", "target") or (options.entity == "dyad" and not options.undirected)
    seen: set[tuple[Any, ...]] = set()
    for row in events:
        if not directed and row.get("reciprocal_of"):
            continue
        if options.one_a_day and row["event_date"] is not None:
            key = _report_key(row)
            if key in seen:
                continue
            seen.add(key)
        yield row


def _report_key(row: Row) -> tuple[Any, ...]:
    """What reports of one deed share: day, actors, code, country of the place."""
    names = ("event_date", "source_code", "target_code", "event_code", "country_iso3")
    return tuple(row.get(name) for name in names)


def _date_problem(row: Row, options: PanelOptions) -> str | None:
    day = row["event_date"]
    if day is None:
        return "no date"
    if not fits(row.get("date_precision"), options.period):
        return f"date only to the {row['date_precision']}"
    if (options.first and day < options.first) or (options.last and day > options.last):
        return "outside --from and --to"
    return None


def _deaths(events: Sequence[Row], options: PanelOptions) -> Mapping[Any, dict[str, int]]:
    """The casualties of each incident; with one report a day, the highest reported, under the first's incident."""
    found: dict[Any, dict[str, int]] = {}
    firsts: dict[tuple[Any, ...], Any] = {}
    for row in events:
        incident = _incident(row)
        if options.one_a_day and row["event_date"] is not None:
            incident = firsts.setdefault(_report_key(row), incident)
        deaths = deaths_of(row)
        if incident not in found or deaths["fatalities"] > found[incident]["fatalities"]:
            found[incident] = deaths
    return found


def _incident(row: Row) -> Any:
    return row.get("incident_id") or id(row)


# ---------------------------------------------------------------------- whose events


class _Keys:
    """The entities of an event, and how they are written."""

    def __init__(self, options: PanelOptions, ontology: Ontology) -> None:
        self.options, self.ontology = options, ontology
        self.sides = ("a", "b") if options.undirected and options.entity == "dyad" else ("source", "target")
        self._wanted = frozenset(options.countries)
        self._known: dict[str, CountryKey | None] = {}

    def _country(self, code: str | None) -> CountryKey | None:
        if code is None:
            return None
        if code not in self._known:
            self._known[code] = country_of(code, self.ontology)
        return self._known[code]

    def _side(self, row: Row, side: str) -> str | None:
        """The entity on one side: a country or a whole code; None for none."""
        code = row[f"{side}_code"]
        if not self.options.by_country:
            return None if code is None or not code.replace("-", "") else str(code)
        country = self._country(code)
        return country.key if country else None

    def _problem_of(self, row: Row, side: str) -> str | None:
        key = self._side(row, side)
        if key is None:
            if row[f"{side}_code"] is None:
                return f"no {side}"
            return f"{side} is no country" if self.options.by_country else f"{side} unknown"
        return f"{side} not among --countries" if self._wanted and key not in self._wanted else None

    def problem(self, row: Row) -> str | None:
        """Why an event has no entity, None if it has."""
        entity = self.options.entity
        if entity == "country":
            iso3 = row.get("country_iso3")
            if iso3 is None:
                return "no place"
            return "place not among --countries" if self._wanted and iso3 not in self._wanted else None
        problems = [self._problem_of(row, side) for side in _SIDES[entity]]
        if entity == "actor":
            return None if None in problems else "no actor known"
        return next((problem for problem in problems if problem), None)

    def of(self, row: Row) -> _Units:
        """The entities for which an event counts; more than one only for actors."""
        entity = self.options.entity
        if entity == "country":
            return ((str(row["country_iso3"]),),)
        found = [key for side in _SIDES[entity] if (key := self._side(row, side)) is not None]
        if entity == "actor":
            usable = [key for key in dict.fromkeys(found) if not self._wanted or key in self._wanted]
            return tuple((key,) for key in usable)
        return (tuple(sorted(found) if self.options.undirected else found),)

    def completed(self) -> Iterator[tuple[str, ...]]:
        """Entities that are there without events: those of ``--countries``."""
        names = sorted(self._wanted)
        if self.options.entity != "dyad":
            return iter((name,) for name in names)
        pairs = permutations(names, 2)
        return (pair for pair in pairs if not self.options.undirected or pair[0] < pair[1])

    def _stems(self) -> tuple[str, ...]:
        entity = self.options.entity
        return self.sides if entity == "dyad" else (entity,)

    def columns(self) -> Iterator[Column]:
        """The columns that name the entity."""
        for stem in self._stems():
            own = "" if stem == "country" else f"{stem}_"
            if not self.options.by_country:
                yield Column(f"{own}code", "string", "Actor code.")
            yield Column(f"{own}country", "string", "ISO 3166 code, or CAMEO's code of a state that is no more.")
            yield Column(f"{own}iso3", "string", "ISO 3166 code.")
            yield Column(f"{own}cow", "integer", "Correlates of War number in the period.")
            yield Column(f"{own}name", "string", "Name of the country.")

    def cells(self, entity: Sequence[str], start: date) -> dict[str, Any]:
        """The values of these columns."""
        out: dict[str, Any] = {}
        for stem, key in zip(self._stems(), entity, strict=True):
            own = "" if stem == "country" else f"{stem}_"
            country = (
                country_of_place(key, self.ontology) if self.options.entity == "country" else self._country_named(key)
            )
            if not self.options.by_country:
                out[f"{own}code"] = key
            out[f"{own}country"] = country.key if country else None
            out[f"{own}iso3"] = country.iso3 if country else None
            out[f"{own}cow"] = cow_number(country.key, start) if country else None
            out[f"{own}name"] = country.name if country else None
        return out

    def _country_named(self, key: str) -> CountryKey | None:
        """By its key, which is an ISO code and seldom no block of actor codes (Kosovo)."""
        return self._country(key) or (country_of_place(key, self.ontology) if self.options.by_country else None)


_SIDES: Mapping[Entity, tuple[str, ...]] = {
    "dyad": ("source", "target"),
    "actor": ("source", "target"),
    "source": ("source",),
    "target": ("target",),
}
_PERIOD_COLUMNS = (
    Column("period", "string", "The period."),
    Column("start", "date", "Its first day."),
    Column("year", "integer", "Year of its first day."),
)


# ---------------------------------------------------------------------- counting


def _cells(
    kept: Sequence[tuple[Row, _Units]],
    deaths: Mapping[Any, dict[str, int]],
    options: PanelOptions,
) -> Mapping[tuple[tuple[str, ...], date], Cell]:
    """The filled cells. An incident's dead count in the cell of its first event, for actors once for each of them."""
    cells: dict[tuple[tuple[str, ...], date], Cell] = defaultdict(Cell)
    counted: set[Any] = set()
    for row, entities in kept:
        start = start_of(row["event_date"], options.period)
        for entity in entities:
            cell = cells[entity, start]
            cell.add(row)
            once = (_incident(row), entity) if options.entity == "actor" else _incident(row)
            if once not in counted and _incident(row) in deaths:
                counted.add(once)
                cell.add_deaths(deaths[_incident(row)])
    return cells


def _rows(
    entities: Sequence[tuple[str, ...]],
    starts: Sequence[date],
    cells: Mapping[tuple[tuple[str, ...], date], Cell],
    keys: _Keys,
    options: PanelOptions,
) -> Iterator[dict[str, Any]]:
    wanted = [column.name for measure in options.measures for column in COLUMNS[measure]]

    def measured(cell: Cell) -> dict[str, Any]:
        values = cell.values()
        return {name: values[name] for name in wanted}

    when = [{"period": label(s, options.period), "start": s.isoformat(), "year": s.year} for s in starts]
    zeros = measured(Cell())
    for entity in entities:
        names = keys.cells(entity, starts[0])
        fixed = names == keys.cells(entity, starts[-1])  # a country's number seldom changes
        for start, period in zip(starts, when, strict=True):
            cell = cells.get((entity, start))
            own = names if fixed else keys.cells(entity, start)
            yield {**own, **period, **(measured(cell) if cell else zeros)}

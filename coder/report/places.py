"""Where: countries shaded by events, and dots for events located more exactly."""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from coder.report.figure import NARROW, Column, Figure, Scale, Spec, Table, drawings, share
from coder.report.source import Events

DOTS = 500
_CELLS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
COUNTRY_PRECISION = 3
_TITLE = "Located events"
_DOT_EDGE: Spec = {"stroke": "var(--card)", "strokeWidth": 1, "opacity": 0.85}
_NOTHING = "none"
_ANTARCTICA = "ATA"
_LAT_LIMIT = 80.0
_KOSOVO = ("XKX", "Kosovo")  # user-assigned, so not in pycountry; without a number in the map


@cache
def country_name(code: str) -> str:
    """The English name (CLDR) of a country by its ISO 3166-1 alpha-3 code, else the code itself."""
    import pycountry
    from babel import Locale

    if code == _KOSOVO[0]:
        return _KOSOVO[1]
    known = pycountry.countries.get(alpha_3=code)
    return str(Locale("en").territories.get(known.alpha_2, known.name)) if known else code


def world() -> Any:
    """Natural Earth's country shapes at 1:110 million, as TopoJSON (object ``countries``, ids ISO 3166-1 numeric)."""
    text = files("coder.report").joinpath("data", "countries-110m.json").read_text(encoding="utf-8")
    return json.loads(text)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with coordinates in degrees (WGS84) and the number of its events."""

    name: str
    country: str
    latitude: float
    longitude: float
    events: int


def spots(events: Events) -> list[Spot]:
    """The places known more exactly than by region or country, the busiest first; 0.01 degrees tell them apart."""
    counts: Counter[tuple[float, float]] = Counter()
    names: dict[tuple[float, float], tuple[str, str]] = {}
    columns = ("latitude", "longitude", "geo_precision", "location_name", "country_iso3")
    for latitude, longitude, precision, name, country in events.rows(*columns):
        if latitude is None or longitude is None or precision == COUNTRY_PRECISION:
            continue
        if abs(latitude) > 90 or abs(longitude) > 180:
            continue
        where = (round(latitude, 2), round(longitude, 2))
        counts[where] += 1
        names.setdefault(where, (name or "unnamed place", country or ""))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Spot(*names[where], *where, n) for where, n in ordered]


def dots_of(found: list[Spot]) -> list[Spot]:
    """The places as at most ``DOTS`` dots: neighbours share one, in the middle of their events."""
    for degrees in _CELLS:
        merged = _merged(found, degrees) if len(found) > DOTS else found
        if len(merged) <= DOTS:
            break
    return merged[:DOTS]


def _merged(found: list[Spot], degrees: float) -> list[Spot]:
    cells: dict[tuple[int, int], list[Spot]] = {}
    for spot in found:
        cell = (math.floor(spot.latitude / degrees), math.floor(spot.longitude / degrees))
        cells.setdefault(cell, []).append(spot)
    merged = []
    for spots_ in cells.values():
        first, n = spots_[0], sum(s.events for s in spots_)
        latitude = sum(s.latitude * s.events for s in spots_) / n
        longitude = sum(s.longitude * s.events for s in spots_) / n
        name = first.name if len(spots_) == 1 else f"{first.name} and {len(spots_) - 1} more places"
        merged.append(Spot(name, first.country, round(latitude, 3), round(longitude, 3), n))
    return sorted(merged, key=lambda s: (-s.events, s.latitude, s.longitude))


def event_map(events: Events) -> Figure:
    """The map, with a table of countries."""
    countries: Counter[str] = Counter(code for code in events["country_iso3"] if code)
    found = spots(events)
    if not countries and not found:
        return Figure("map", _TITLE, "No event has a place.")
    unplaced = len(events) - countries.total()
    note = (
        f"{countries.total():,} events have a country (shading), {sum(s.events for s in found):,} a place within it "
        f"(dots, {len(found):,} places)"
    )
    note += f"; {unplaced:,} have none." if unplaced else "."
    dots = dots_of(found)
    if len(dots) < len(found):
        note += f" Places near each other share a dot ({len(dots):,} dots)."
    note += " Shapes: Natural Earth, de facto boundaries; they take no side in any dispute."
    columns = [Column("Country"), Column("ISO code"), Column("Events", True), Column("Share", True)]
    ordered = sorted(countries.items(), key=lambda item: (-item[1], item[0]))
    rows = [(country_name(code), code, n, share(n, len(events))) for code, n in ordered]
    table = Table("countries-table", "Events by country", columns, rows)
    return Figure("map", _TITLE, note, table, **drawings("map", _TITLE, lambda width: _spec(countries, dots, width)))


def place_table(events: Events) -> Table:
    """The busiest places."""
    columns = [Column("Place"), Column("Country"), Column("Latitude", True), Column("Longitude", True)]
    rows = [
        (s.name, country_name(s.country), f"{s.latitude:.2f}", f"{s.longitude:.2f}", s.events)
        for s in spots(events)[:100]
    ]
    return Table("places-table", "Busiest places", [*columns, Column("Events", True)], rows)


def _spec(countries: Counter[str], found: list[Spot], width: int) -> Spec:
    topology = world()
    scale = Scale.of(countries.values())
    view = _View.around(topology, countries, found)
    height = view.height(width)
    geometries = topology["objects"]["countries"]["geometries"]
    geometries[:] = [shape for shape in geometries if _code(shape) != _ANTARCTICA or countries[_ANTARCTICA]]
    for geometry in geometries:
        code = _code(geometry)
        n = countries[code]
        geometry["properties"] = {
            "class": scale.label(n) if n else _NOTHING,
            "says": f"{country_name(code) if code else geometry['properties']['name']}: {n:,} events",
        }
    legend = {
        "orient": "bottom",
        "title": "events in the country",
        "symbolType": "square",
        "columns": 3 if width == NARROW else 6,
    }
    colour = scale.encoding("properties.class", legend | {"values": scale.labels})
    colour["scale"] = {
        "domain": [*scale.labels, _NOTHING],
        "range": [*colour["scale"]["range"], "var(--land)"],
    }
    layers: list[Spec] = [
        {
            "data": {"values": topology, "format": {"type": "topojson", "feature": "countries"}},
            "mark": {"type": "geoshape", "stroke": "var(--coast)", "strokeWidth": 0.6, "clip": True},
            "encoding": {"color": colour, "description": {"field": "properties.says", "type": "nominal"}},
        }
    ]
    if found:
        layers.append(_dots(found, width))
    return {
        "width": width,
        "height": height,
        "projection": view.projection(width, height),
        "layer": layers,
        "autosize": "pad",
        "padding": 0,
    }


def _dots(found: list[Spot], width: int) -> Spec:
    largest = 120 if width == NARROW else 260
    values = [
        {"lat": s.latitude, "lon": s.longitude, "events": s.events, "says": f"{s.name}: {s.events:,} events"}
        for s in found
    ]
    return {
        "data": {"values": values},
        "mark": {
            "type": "circle",
            "fill": "var(--dot)",
            "stroke": "var(--card)",
            "strokeWidth": 0.6,
            "opacity": 0.8,
            "clip": True,
        },
        "encoding": {
            "latitude": {"field": "lat", "type": "quantitative"},
            "longitude": {"field": "lon", "type": "quantitative"},
            "size": {"field": "events", "type": "quantitative", "scale": {"range": [14, largest]}, "legend": None},
            "description": {"field": "says", "type": "nominal"},
        },
    }


def _code(geometry: Any) -> str:
    """The alpha-3 code of a shape; empty for one without a number."""
    import pycountry

    if geometry["properties"]["name"] == _KOSOVO[1]:
        return _KOSOVO[0]
    known = pycountry.countries.get(numeric=geometry.get("id") or "")
    return known.alpha_3 if known else ""


@dataclass(frozen=True, slots=True)
class _View:
    """A window on the Mercator plane, in radians."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def around(cls, topology: Any, countries: Counter[str], found: list[Spot]) -> _View:
        """The window that holds all dots and the countries with events, with a margin, and no smaller than a region."""
        points = [(math.radians(s.longitude), _mercator(s.latitude)) for s in found]
        for geometry in topology["objects"]["countries"]["geometries"]:
            if countries[_code(geometry)]:
                points += _largest_box(topology, geometry)
        if not points:
            return cls(-math.pi, math.pi, _mercator(-58), _mercator(75))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        least = math.radians(24)
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        across = max((max(xs) - min(xs)) * 1.1, least) / 2
        up = max((max(ys) - min(ys)) * 1.1, least / 2) / 2
        return cls(max(x - across, -math.pi), min(x + across, math.pi), y - up, y + up)

    @property
    def is_world(self) -> bool:
        """Whether the window is so wide that Mercator would mislead."""
        return self.east - self.west > math.radians(150)

    def height(self, width: int) -> int:
        """The height of the map in pixels for its width: between a third of it and its own size."""
        if self.is_world:
            return round(width * 0.45)
        wanted = width * (self.north - self.south) / (self.east - self.west)
        return round(min(max(wanted, width * 0.4), width * (0.95 if width == NARROW else 0.6)))

    def projection(self, width: int, height: int) -> Spec:
        """Vega's Mercator projection with this window in the middle; Equal Earth for the whole world."""
        if self.is_world:
            return {"type": "equalEarth"}
        scale = min(width / (self.east - self.west), height / (self.north - self.south))
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        return {
            "type": "mercator",
            "scale": round(scale, 3),
            "center": [0, 0],
            "translate": [round(width / 2 - scale * x, 3), round(height / 2 + scale * y, 3)],
        }


def _mercator(latitude: float) -> float:
    """Height on the Mercator plane, in radians, of a latitude in degrees."""
    clamped = math.radians(max(-_LAT_LIMIT, min(_LAT_LIMIT, latitude)))
    return math.log(math.tan(math.pi / 4 + clamped / 2))


def _largest_box(topology: Any, geometry: Any) -> list[tuple[float, float]]:
    """Two corners of the box around a country's largest part: far islands do not widen the map."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    boxes = [_box(topology, rings[0]) for rings in polygons]
    west, south, east, north = max(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    return [(math.radians(west), _mercator(south)), (math.radians(east), _mercator(north))]


def _box(topology: Any, ring: list[int]) -> tuple[float, float, float, float]:
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    xs: list[float] = []
    ys: list[float] = []
    for arc in ring:
        x = y = 0
        for dx, dy in topology["arcs"][arc if arc >= 0 else ~arc]:  # delta-encoded, reversed arcs as complements
            x, y = x + dx, y + dy
            xs.append(x * scale[0] + shift[0])
            ys.append(y * scale[1] + shift[1])
    return min(xs), min(ys), max(xs), max(ys)

"""ACLED's unit of count: what was reported of the same actors on the same day at the same place is one event.

Rules (docs/acled.md has them in words):

1. Within a story, a report that leaves open the day or a side belongs to the one report that names it.
2. Reports with the same day, place and actors are one event, whichever documents they come from.
3. Demonstrations of one day and place are one event for each crowd that is told apart by name.
4. The highest type in ACLED's hierarchy names the event; a type that is only the default of an act of unknown means
   yields to any other, and a demonstration that turned violent is a riot.
5. Deaths: in a story the highest figure, among stories the lowest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from coder.exporters.base import KEY, Context

Report = dict[str, Any]
_LINKED_DAYS = 7
_DEMONSTRATIONS = ("Protests", "Riots")
_JOINED = ("assoc_actor_1", "assoc_actor_2")


# ---------------------------------------------------------------- within a story


def linked(reports: list[Report]) -> list[Report]:
    """The reports of one story, those that leave something open with the day and actors of the one that they fit."""
    places: dict[tuple[Any, ...], list[Report]] = {}
    for report in reports:
        places.setdefault(_place(report), []).append(report)
    fuller = {id(r): [o for o in places[_place(r)] if o is not r and _completes(r, o)] for r in reports}
    found = []
    for report in reports:
        whole = {_identity(other): other for other in fuller[id(report)] if not fuller[id(other)]}
        found.append(_adopted(report, next(iter(whole.values()))) if len(whole) == 1 else report)
    return found


def _completes(report: Report, other: Report) -> bool:
    """Whether another report of the story, of the same place, tells the same deed and more of it."""
    if not _same_kind(report, other):
        return False
    more = _gives_day(report, other), _gives_actors(report, other)
    return None not in more and any(more)


def _same_kind(report: Report, other: Report) -> bool:
    """Whether two reports may be of one deed: of one type, or of means that one leaves open; at a named place."""
    if report["event_type"] == "Strategic developments" or report["geo_precision"] not in (1, 2):
        return False
    kinds = [(r["event_type"], r["sub_event_type"]) for r in (report, other)]
    demonstrations = [kind[0] in _DEMONSTRATIONS for kind in kinds]
    return kinds[0] == kinds[1] or (not any(demonstrations) and (report["_default"] or other["_default"]))


def _gives_day(report: Report, other: Report) -> bool | None:
    """True where the other gives the day that a report leaves open, False where it is the same, None if it differs."""
    if report["event_date"] == other["event_date"]:
        return bool(report["_undated"] and not other["_undated"])
    if not report["_undated"] or other["_undated"] or other["time_precision"] != 1 or other["event_date"] is None:
        return None
    days = (date.fromisoformat(report["event_date"]) - date.fromisoformat(other["event_date"])).days
    return True if 0 <= days <= _LINKED_DAYS else None


def _gives_actors(report: Report, other: Report) -> bool | None:
    """Like ``_gives_day``, for sides that a report leaves open."""
    named, theirs = _actors(report, named=True), _actors(other, named=True)
    if not named <= theirs or len(_actors(other)) < len(_actors(report)):
        return None
    return len(theirs) > len(named) or len(_actors(other)) > len(_actors(report))


def _actors(report: Report, named: bool = False) -> set[str]:
    return {report[f"actor{n}"] for n in (1, 2) if report[f"actor{n}"] and not (named and report[f"_open{n}"])}


def _adopted(report: Report, other: Report) -> Report:
    """A report with the day and the sides of another one."""
    sides = [f"{name}{n}" for name in ("actor", "assoc_actor_", "inter", "_open", "_person") for n in (1, 2)]
    names = ("event_date", "year", "time_precision", "_undated", "interaction", *sides)
    return {**report, **{name: other[name] for name in names}}


def _identity(report: Report) -> tuple[Any, ...]:
    return report["event_date"], frozenset(_actors(report))


def _place(report: Report) -> tuple[Any, ...]:
    return report["country"], report["location"]


# ---------------------------------------------------------------- across stories


def key_of(report: Report, incident: str) -> str:
    """The key by which reports are gathered. Where day or place is open, only one deed is surely one event."""
    day, place = report["event_date"], report["location"]
    if report["event_type"] in _DEMONSTRATIONS:
        crowd = next(a for a in (report["actor1"], report["actor2"]) if a.startswith(("Protesters", "Rioters")))
        actors = ["Demonstrators", crowd.partition(" ")[2]]
    else:
        actors = sorted({a for a in (report["actor1"], report["actor2"]) if a})
    only = incident if day is None or place is None else ""
    exact = report["time_precision"] or 0
    vague = str(exact) if exact > 1 and not report["_undated"] else ""
    # The day comes first, so that the table is ordered by it; ~ sorts behind the digits.
    return json.dumps([day or "~", report["country"] or "~", place or "~", actors, vague, only], ensure_ascii=False)


def merged(reports: Sequence[Report], context: Context) -> Iterator[Report]:
    """The events of the reports with one key."""
    reports = sorted(reports, key=lambda r: (r["timestamp"] or 0, r["_doc"], r["_order"]))
    unique = {r["_event"]: r for r in reports}
    ranks = {sub_type: rank for rank, sub_type in enumerate(context.ontology.acled_events)}
    for name, group in _crowds(list(unique.values())):
        yield _one(group, ranks, name)


def _crowds(reports: list[Report]) -> Iterable[tuple[str, list[Report]]]:
    """Demonstrations by the crowd that is named; those of an unnamed crowd go with the only named one."""
    if reports[0]["event_type"] not in _DEMONSTRATIONS:
        return [("", reports)]
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(_crowd(report), []).append(report)
    named = [name for name in groups if name]
    if len(named) == 1:
        return [(named[0], reports)]
    return sorted(groups.items())


def _crowd(report: Report) -> str:
    first = str(report["actor1"]).startswith(("Protesters", "Rioters"))
    return report["assoc_actor_1" if first else "assoc_actor_2"] or ""


def _one(reports: Sequence[Report], ranks: Mapping[str, int], crowd: str) -> Report:
    """One event of its reports. What only some of them know is taken from the first that does."""
    best = min(reports, key=lambda r: (r["_default"], r["event_type"] != "Riots", ranks[r["sub_event_type"]]))
    exact = min(reports, key=lambda r: r["time_precision"] or 9)
    placed = min(reports, key=lambda r: (r["geo_precision"] or 9, r["admin1"] is None))
    row = {name: value for name, value in best.items() if not name.startswith("_")}
    row |= {name: placed[name] for name in ("admin1", "admin2", "latitude", "longitude", "geo_precision")}
    row["time_precision"] = exact["time_precision"]
    for name in _JOINED:
        side = best[f"actor{name[-1]}"]
        own = [r[f"assoc_actor_{n}"] for r in reports for n in (1, 2) if r[f"actor{n}"] == side and side]
        row[name] = joined(part for names in own if names for part in names.split("; "))
    row["event_id_cnty"] = (best["_iso3"] or "") + _number(best[KEY], crowd)
    row["source"] = joined(r["source"] for r in reports)
    row["timestamp"] = max((r["timestamp"] for r in reports if r["timestamp"] is not None), default=None)
    row["fatalities"] = _figure(reports, "_deaths") or 0
    kept = [name for name in row if name not in best["_columns"]]
    row |= {name: joined(r[name] for r in reports) for name in kept}
    people = list(dict.fromkeys(p for r in reports for p in (r["_person1"], r["_person2"]) if p))
    row["notes"] = notes({**row, "_people": people}, reports)
    row["tags"] = joined([best["tags"], f"reports={len(reports)}", "events=" + " ".join(r["_event"] for r in reports)])
    return row


def joined(values: Iterable[Any]) -> str | None:
    """Values as ACLED lists them, each once."""
    return "; ".join(dict.fromkeys(str(value) for value in values if value is not None)) or None


def _number(key: str, crowd: str) -> str:
    """The number of an event: the same day, place and actors have the same in every run."""
    digest = hashlib.blake2b(f"{key}{crowd}".encode(), digest_size=6).digest()
    return str(int.from_bytes(digest))


def _figure(reports: Iterable[Report], name: str) -> int | None:
    """A number of victims: in a story the highest, among stories the lowest that is not 0."""
    by_story: dict[str, int] = {}
    for report in reports:
        if report[name] is not None:
            by_story[report["_doc"]] = max(by_story.get(report["_doc"], 0), report[name])
    return min((n for n in by_story.values() if n), default=0 if by_story else None)


# ---------------------------------------------------------------- notes

_DEEDS = {
    "Government regains territory": "{0} regained territory{from 1}",
    "Non-state actor overtakes territory": "{0} took territory{from 1}",
    "Armed clash": "{0} clashed{with 1}",
    "Excessive force against protesters": "{0} met with excessive force{by 1}",
    "Protest with intervention": "{0} met with an intervention{by 1}",
    "Peaceful protest": "{0} demonstrated",
    "Violent demonstration": "{0} demonstrated violently{against 1}",
    "Mob violence": "{0} used violence{against 1}",
    "Chemical weapon": "{0} used a chemical weapon{against 1}",
    "Air/drone strike": "{0} carried out an air or drone strike{against 1}",
    "Suicide bomb": "{0} carried out a suicide bombing{against 1}",
    "Shelling/artillery/missile attack": "{0} fired artillery, rockets or missiles{at 1}",
    "Remote explosive/landmine/IED": "{0} used a remote explosive, a landmine or an IED{against 1}",
    "Grenade": "{0} threw a grenade{at 1}",
    "Sexual violence": "{0} used sexual violence{against 1}",
    "Attack": "{0} attacked {1}",
    "Abduction/forced disappearance": "{0} abducted {1}",
    "Agreement": "{0} made an agreement or a step towards one{with 1}",
    "Arrests": "{0} made arrests{of 1}",
    "Change to group/activity": "{0} changed its deployment or activity{against 1}",
    "Disrupted weapons use": "{0} disrupted a use of weapons{by 1}",
    "Headquarters or base established": "{0} established a base",
    "Looting/property destruction": "{0} looted or destroyed property{of 1}",
    "Non-violent transfer of territory": "{0} took over territory without fighting{from 1}",
    "Other": "{0} took part in another development{with 1}",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def notes(row: Report, reports: Sequence[Report]) -> str:
    """One sentence, written from the fields."""
    said = _deed(row) + _where(row) + ": " + _victims(row, reports)
    means = sorted({r["_weapon"] for r in reports if r["_weapon"]})
    parts = [said, *([f"means: {', '.join(means)}"] if means else [])]
    if row["_people"]:
        parts.append(f"named: {', '.join(row['_people'])}")
    stories = {r["_doc"] for r in reports}
    parts.append(f"{_many(len(reports), 'report')} in {_many(len(stories), 'document')}")
    return _when(row) + "; ".join(parts) + "."


def _when(row: Report) -> str:
    if row["event_date"] is None:
        return ""
    day = date.fromisoformat(row["event_date"])
    written = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return {1: f"On {written}, ", 2: f"Around {written}, "}.get(
        row["time_precision"], f"In {written[len(str(day.day)) + 1 :]}, "
    )


def _deed(row: Report) -> str:
    first, second = row["actor1"], row["actor2"]
    crowd = str(second).startswith(("Protesters", "Rioters"))
    first, second = (second, first) if crowd else (first, second)
    form = _DEEDS[row["sub_event_type"]]
    before, _, rest = form.replace("{0}", str(first)).replace("{1}", second or "civilians").partition("{")
    preposition = rest.partition(" ")[0]
    return before + (f" {preposition} {second}" if rest and second else "")


def _where(row: Report) -> str:
    if row["location"] is None:
        return ""
    near = {1: "in", 2: "near"}.get(row["geo_precision"], "in")
    around = [part for part in (row["admin1"], row["country"]) if part and part != row["location"]]
    return f" {near} {row['location']}" + (f" ({', '.join(around)})" if around else "")


def _victims(row: Report, reports: Sequence[Report]) -> str:
    injured = _figure(reports, "_injured")
    deaths = f"{_many(row['fatalities'], 'death')} reported" if row["fatalities"] else "no deaths reported"
    return deaths + (f", {injured} injured" if injured else "")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

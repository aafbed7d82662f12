from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coder.exporters.base import Context, layouts
from coder.exporters.layout_cameo import split_actor
from coder.exporters.layout_plover import country, sectors
from coder.model import Event
from coder.ontology import Ontology
from tests.factory import DOCUMENT, actor, event

DATA = Path(__file__).parents[2] / "scripts" / "data"


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(Ontology.load(), {"dictionary_version": "abc", "coder_version": "1.2"})


def columns_of(table: str, **wanted: str) -> list[str]:
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if all(row[key] == value for key, value in wanted.items())]
    return [row["column"] for row in rows]


def rows(name: str, context: Context, *events: Event) -> list[dict[str, Any]]:
    return list(layouts()[name].rows(DOCUMENT, events, context))


def test_all_layouts_are_found_and_fill_their_columns(context: Context) -> None:
    assert list(layouts()) == ["acled", "cameo", "native", "plover"]
    for name, layout in layouts().items():
        [row] = rows(name, context, event())
        assert list(row) == [column.name for column in layout.columns] or set(row) == {c.name for c in layout.columns}
        assert "" not in row.values()
        assert all(column.description for column in layout.columns)


def test_cameo_begins_with_the_phoenix_columns() -> None:
    phoenix = columns_of("phoenix_columns.csv", format="Phoenix daily file (no header, tab)")
    assert len(phoenix) == 26
    assert [column.name for column in layouts()["cameo"].columns][:26] == phoenix


def test_acled_has_all_current_columns() -> None:
    assert [column.name for column in layouts()["acled"].columns] == columns_of("acled_columns.csv", status="current")


def test_plover_has_the_columns_of_polecat() -> None:
    polecat = columns_of("polecat_columns.csv", dataset="POLECAT (Dataverse, tab)")
    assert [column.name for column in layouts()["plover"].columns] == polecat


def test_cameo_row(context: Context) -> None:
    [row] = rows("cameo", context, event("163", "USAGOV", "IGOUNO", latitude=1.5))
    assert (row["Date"], row["Year"], row["Month"], row["Day"]) == ("20240805", 2024, 8, 5)
    assert (row["SourceActorEntity"], row["SourceActorRole"], row["SourceActorAttribute"]) == ("USA", "GOV", None)
    assert (row["TargetActorEntity"], row["TargetActorRole"], row["TargetActorAttribute"]) == ("IGO", None, "UNO")
    assert (row["QuadClass"], row["EventRootCode"], row["CountryName"]) == (3, "16", "Syria")
    assert (row["SentenceID"], row["Lat"], row["Lon"]) == ("d1_0", 1.5, None)


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("USAGOVMIL", ("USA", "GOV", ("MIL",))),
        ("PSEREBHMS", ("PSE", "REB", ("HMS",))),
        ("---GOV", (None, "GOV", ())),
        ("---", (None, None, ())),
        ("EGYLAB", ("EGY", None, ("LAB",))),
    ],
)
def test_parts_of_an_actor(context: Context, code: str, parts: tuple[Any, ...]) -> None:
    assert split_actor(code, context.ontology) == parts


# ACLED


def acled(context: Context, made: Event) -> dict[str, Any]:
    [row] = rows("acled", context, made)
    return row


def test_acled_shelling_of_civilians(context: Context) -> None:
    row = acled(context, event("194", actor("SYRMIL"), actor("SYRREF", name="Camp"), latitude=35.930821))
    assert (row["event_type"], row["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Syria", "State forces")
    assert (row["actor2"], row["inter2"], row["assoc_actor_2"]) == ("Civilians (Syria)", "Civilians", "Camp")
    assert (row["interaction"], row["civilian_targeting"]) == ("State forces-Civilians", "Civilian targeting")
    assert (row["country"], row["iso"], row["region"]) == ("Syria", 760, "Middle East")
    assert (row["fatalities"], row["latitude"], row["time_precision"]) == (0, 35.9308, 1)
    assert row["notes"] == "Rebels shelled a camp near Idlib."
    assert row["timestamp"] == 1722902400
    assert row["event_id_cnty"].startswith("SYR")
    assert row["disorder_type"] == "Political violence"


def test_acled_protest_names_no_addressee(context: Context) -> None:
    row = acled(context, event("141", "EGYLAB", "EGYGOV", country_iso3="EGY"))
    assert (row["actor1"], row["actor2"], row["inter2"]) == ("Protesters (Egypt)", None, None)
    assert (row["interaction"], row["tags"]) == ("Protesters only", "crowd size=no report")


def test_acled_repression_has_protesters_first(context: Context) -> None:
    row = acled(context, event("175", "EGYCOP", None, country_iso3="EGY", fatalities=2, fatalities_low=1))
    assert (row["actor1"], row["actor2"]) == ("Protesters (Egypt)", "Police Forces of Egypt")
    assert (row["interaction"], row["fatalities"]) == ("State forces-Protesters", 1)
    assert row["civilian_targeting"] == "Civilian targeting"


def test_acled_unknown_attacker_and_unnamed_victims(context: Context) -> None:
    row = acled(context, event("180", None, None, country_iso3="NGA"))
    assert (row["actor1"], row["inter1"]) == ("Unidentified Armed Group (Nigeria)", "Political militia")
    assert row["actor2"] == "Civilians (Nigeria)"


def test_acled_forces_abroad_and_named_groups(context: Context) -> None:
    group = actor("LBNREBHEZ", "Hezbollah", "Hezbollah", resolved_by="name", actor_id="hezbollah")
    row = acled(context, event("190", "ISRMIL", group, country_iso3="LBN"))
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Israel", "External/Other forces")
    assert (row["actor2"], row["inter2"]) == ("Hezbollah", "Rebel group")
    assert row["interaction"] == "Rebel group-External/Other forces"
    assert row["civilian_targeting"] is None


def test_acled_country_modifying_rebels_is_no_group_name(context: Context) -> None:
    rebels = actor("SYRREB", "Syrian rebels", "Syria", resolved_by="composed", actor_id="syria")
    assert acled(context, event("190", "SYRMIL", rebels))["actor2"] == "Unidentified Armed Group (Syria)"


def test_acled_agreement_between_parties(context: Context) -> None:
    row = acled(
        context, event("057", "YEMGOV", actor("YEMREB", name="Houthis", resolved_by="name"), country_iso3="YEM")
    )
    assert (row["actor1"], row["actor2"]) == ("Government of Yemen", "Houthis")
    assert row["disorder_type"] == "Strategic developments"


def test_acled_leaves_out_what_is_not_in_its_scope(context: Context) -> None:
    assert rows("acled", context, event("040"), event("111"), event("163")) == []


def test_acled_same_day_place_and_actors_are_one_event_of_the_higher_type(context: Context) -> None:
    shelling = event("194", "SYRMIL", "SYRREB", fatalities=2)
    fighting = event("193", "SYRREB", "SYRMIL", sentence=1, fatalities=5)
    elsewhere = event("194", "SYRMIL", "SYRREB", sentence=2, location_name="Aleppo")
    found = rows("acled", context, shelling, fighting, elsewhere)
    assert [(r["event_type"], r["fatalities"]) for r in found] == [("Battles", 5), ("Explosions/Remote violence", 0)]
    unplaced = [replace(e, attributes=replace(e.attributes, location_name=None)) for e in (shelling, fighting)]
    assert len(rows("acled", context, *unplaced)) == 2


def test_acled_mirrored_halves_are_one_event(context: Context) -> None:
    clash = event("190", "SYRMIL", "SYRREB", location_name=None)
    mirror = replace(
        event("190", "SYRREB", "SYRMIL", location_name=None), event_id="0" * 16, reciprocal_of=clash.event_id
    )
    assert len(rows("acled", context, clash, mirror)) == 1


def test_acled_keeps_events_without_place_or_date(context: Context) -> None:
    bare = event("194", country_iso3=None, location_name=None, event_date=None, date_precision=None)
    row = acled(context, replace(bare, document=replace(DOCUMENT, date=None)))
    assert (row["country"], row["event_date"], row["timestamp"], row["fatalities"]) == (None, None, None, 0)


# PLOVER


def test_plover_row(context: Context) -> None:
    [row] = rows("plover", context, event("181", "---UAF", "FRAMED", admin1="Idlib", geonameid=7))
    assert (row["Event Type"], row["Event Mode"], row["Intensity"]) == ("ASSAULT", "abduct", -8.5)
    assert (row["Primary Actor Sector"], row["Actor Country"]) == ("UAF", None)
    assert (row["Primary Recipient Sector"], row["Recipient Country"]) == ("JRN", "FRA")
    assert (row["Quad Code"], row["Province"], row["GeoNames ID"]) == ("Material conflict", "Idlib", 7)
    assert row["Event Date"] == date(2024, 8, 5).isoformat()


def test_plover_leaves_out_statements_and_appeals(context: Context) -> None:
    assert rows("plover", context, event("010"), event("0256")) == []


def test_plover_actor_fields(context: Context) -> None:
    ontology = context.ontology
    assert sectors("SYRINSREB", ontology) == ["REB"]
    assert sectors("---", ontology) == ["UNK"]
    assert sectors("NGMENV", ontology) == ["SOC"]
    assert [country(code, ontology) for code in ("IGOUNO", "IGOEEC", "IGOARL", "KSVGOV", "ROM", "---GOV")] == [
        *("UNO", "EUR", "IGO", "KOS", "ROU"),
        None,
    ]

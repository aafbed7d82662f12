from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coder.exporters.acled_names import acled_names
from coder.exporters.base import KEY, Context, layouts
from coder.exporters.layout_cameo import split_actor
from coder.exporters.layout_plover import country, sectors
from coder.model import Document, Event
from coder.ontology import Ontology, load_text_yaml
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
    """The rows of a table with these events, each of its own document."""
    layout = layouts()[name]
    documents = {id(e.document): e.document for e in events}
    found = [
        row
        for key, document in documents.items()
        for row in layout.rows(document, [e for e in events if id(e.document) == key], context)
    ]
    if layout.merge is None:
        return found
    keys = dict.fromkeys(row[KEY] for row in found)
    return [row for key in keys for row in layout.merge([r for r in found if r[KEY] == key], context)]


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
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Syria (2000-2024)", "State forces")
    assert (row["actor2"], row["inter2"], row["assoc_actor_2"]) == (
        "Civilians (Syria)",
        "Civilians",
        "Refugees/IDPs (Syria)",
    )
    assert (row["interaction"], row["civilian_targeting"]) == ("State forces-Civilians", "Civilian targeting")
    assert (row["country"], row["iso"], row["region"]) == ("Syria", 760, "Middle East")
    assert (row["fatalities"], row["latitude"], row["time_precision"]) == (0, 35.9308, 1)
    assert row["notes"] == (
        "On 5 August 2024, Military Forces of Syria (2000-2024) fired artillery, rockets or missiles at "
        "Civilians (Syria) in Idlib (Syria): no deaths reported; named: Camp; 1 report in 1 document."
    )
    assert row["timestamp"] == 1722902400
    assert row["event_id_cnty"].startswith("SYR")
    assert row["disorder_type"] == "Political violence"


def test_acled_protest_names_no_addressee(context: Context) -> None:
    row = acled(context, event("141", "EGYLAB", "EGYGOV", country_iso3="EGY"))
    assert (row["actor1"], row["actor2"], row["inter2"]) == ("Protesters (Egypt)", None, None)
    assert (row["interaction"], row["tags"].split("; ")[0]) == ("Protesters only", "crowd size=no report")


def test_acled_repression_has_protesters_first(context: Context) -> None:
    row = acled(context, event("175", "EGYCOP", None, country_iso3="EGY", fatalities=2, fatalities_low=1))
    assert (row["actor1"], row["actor2"]) == ("Protesters (Egypt)", "Police Forces of Egypt (2014-)")
    assert (row["interaction"], row["fatalities"]) == ("State forces-Protesters", 1)
    assert row["civilian_targeting"] == "Civilian targeting"


def test_acled_unknown_attacker_and_unnamed_victims(context: Context) -> None:
    row = acled(context, event("180", None, None, country_iso3="NGA"))
    assert (row["actor1"], row["inter1"]) == ("Unidentified Armed Group (Nigeria)", "Political militia")
    assert row["actor2"] == "Civilians (Nigeria)"


def test_acled_forces_abroad_and_named_groups(context: Context) -> None:
    group = actor("LBNREBHEZ", "Hezbollah", "Hezbollah", resolved_by="name", actor_id="hezbollah")
    row = acled(context, event("190", "ISRMIL", group, country_iso3="LBN"))
    assert (row["actor1"], row["inter1"]) == ("Military Forces of Israel (2022-)", "External/Other forces")
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
    assert (row["actor1"], row["actor2"]) == ("Government of Yemen (2022-)", "Houthis")
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


def report(name: str, publisher: str | None = None, day: int = 6) -> Document:
    return replace(DOCUMENT, id=name, publisher=publisher or name, date=date(2024, 8, day))


def told(document: Document, *args: Any, **fields: Any) -> Event:
    made = event(*args, **fields)
    return replace(made, document=document, event_id=f"{document.id}{made.event_id}")


def test_acled_reports_of_several_documents_are_one_event(context: Context) -> None:
    one, two, three = report("a", "The Wire"), report("b", "Agency"), report("c", "The Wire", 7)
    events = [
        told(one, "194", "SYRMIL", "SYRCVL", fatalities=7, fatalities_text="7"),
        told(one, "194", "SYRMIL", "SYRCVL", sentence=1, fatalities=3, fatalities_text="3"),
        told(two, "190", "SYRMIL", "SYRCVL", fatalities=5, fatalities_low=4, fatalities_text="5", injuries=9),
        told(three, "194", "SYRMIL", "SYREDU", admin1="Idlib", latitude=35.9, geo_precision=1),
    ]
    [row] = rows("acled", context, *events)
    assert (row["fatalities"], row["source"]) == (4, "The Wire; Agency")
    assert (row["sub_event_type"], row["assoc_actor_2"]) == ("Shelling/artillery/missile attack", "Students (Syria)")
    assert (row["admin1"], row["latitude"], row["timestamp"]) == ("Idlib", 35.9, 1722988800)
    assert row["notes"].endswith("4 deaths reported, 9 injured; 4 reports in 3 documents.")
    assert row["tags"] == "reports=4; events=" + " ".join(e.event_id for e in events)
    assert rows("acled", context, *reversed(events)) == [row]


def test_acled_other_actors_days_or_places_are_other_events(context: Context) -> None:
    first = told(report("a"), "194", "SYRMIL", "SYRCVL")
    others = [
        told(report("b"), "194", "RUSMIL", "SYRCVL"),
        told(report("c"), "194", "SYRMIL", "SYRCVL", event_date=date(2024, 8, 4)),
        told(report("d"), "194", "SYRMIL", "SYRCVL", location_name="Aleppo"),
        told(report("e"), "194", "SYRMIL", "SYRCVL", date_precision="month"),
    ]
    found = rows("acled", context, first, *others)
    assert len({row["event_id_cnty"] for row in found}) == 5
    assert {row["notes"].split("; ")[-1] for row in found} == {"1 report in 1 document."}


def test_acled_the_id_of_an_event_stays_when_more_is_reported(context: Context) -> None:
    first, more = (
        told(report("a"), "190", "SYRMIL", "SYRREB"),
        told(report("b"), "194", "SYRMIL", "SYRREB", fatalities=2),
    )
    [early], [late] = rows("acled", context, first), rows("acled", context, first, more)
    assert early["sub_event_type"] != late["sub_event_type"]
    assert early["event_id_cnty"] == late["event_id_cnty"]


def test_acled_a_report_without_day_or_actor_belongs_to_the_one_that_names_them(context: Context) -> None:
    story = report("a")
    events = [
        told(story, "190", "IRQUAF", "USAMIL", date_precision="publication", event_date=story.date, geo_precision=1),
        told(story, "190", None, "USAMIL", sentence=1, injuries=5, geo_precision=1),
        told(story, "194", None, None, sentence=2, weapon="rocket", event_date=story.date,
             date_precision="publication", geo_precision=1),
    ]  # fmt: skip
    [row] = rows("acled", context, *events)
    assert (row["event_date"], row["time_precision"]) == ("2024-08-05", 1)
    assert (row["sub_event_type"], row["actor2"]) == (
        "Shelling/artillery/missile attack",
        "Military Forces of the United States (2021-2025)",
    )
    apart = [replace(e, document=report(str(n))) for n, e in enumerate(events)]
    assert len(rows("acled", context, *apart)) == 3


def test_acled_demonstrations_of_a_day_and_place(context: Context) -> None:
    def march(name: str, code: str, who: str, **fields: Any) -> Event:
        return told(report(name), code, actor(who), "EGYGOV", country_iso3="EGY", location_name="Cairo", **fields)

    calm, riot, students = march("a", "141", "EGYCVL"), march("b", "145", "EGYCVL"), march("c", "141", "EGYEDU")
    [row] = rows("acled", context, calm, riot)
    assert (row["event_type"], row["actor1"]) == ("Riots", "Rioters (Egypt)")
    [row] = rows("acled", context, calm, students)
    assert row["assoc_actor_1"] == "Students (Egypt)"
    assert len(rows("acled", context, calm, students, march("d", "141", "EGYLAB"))) == 3


def test_acled_numbers_without_figures(context: Context) -> None:
    def deaths(text: str | None, lang: str = "en", **fields: Any) -> int:
        made = event("194", "SYRMIL", "SYRCVL", fatalities_text=text, **fields)
        return int(acled(context, replace(made, sentence=replace(made.sentence, lang=lang)))["fatalities"])

    assert [deaths(t) for t in ("dozens of men", "tens of people", "hundreds", "several soldiers", "villagers")] == [
        *(12, 10, 100, 3, 3)
    ]
    assert [deaths(t, "ar") for t in ("عشرات المدنيين", "مئات الأشخاص", "عدد من الجنود")] == [10, 100, 3]
    assert (deaths(None), deaths("up to 40", fatalities=40), deaths("none", fatalities=0, fatalities_low=0)) == (
        0,
        40,
        0,
    )


def test_acled_victims_of_an_assassination_have_their_group_behind_them(context: Context) -> None:
    leader = actor("PSEREBHMS", "the leader", "A Leader", resolved_by="name")
    row = acled(context, event("186", None, leader, country_iso3="IRN"))
    assert (row["sub_event_type"], row["actor2"], row["assoc_actor_2"]) == (
        *("Attack", "Civilians (Palestine)", "Hamas Movement"),
    )
    assert "named: A Leader;" in row["notes"]


def test_acled_civilians_beside_another_target_are_associated(context: Context) -> None:
    row = acled(context, event("195", "ISRMIL", "LBNREBHEZ", country_iso3="LBN", fatalities=9, fatalities_civilians=4))
    assert (row["actor2"], row["assoc_actor_2"]) == ("Hezbollah", "Civilians (Lebanon)")
    row = acled(context, event("195", "ISRMIL", None, country_iso3="LBN", fatalities=9, fatalities_civilians=4))
    assert (row["actor2"], row["civilian_targeting"]) == ("Civilians (Lebanon)", "Civilian targeting")


def test_acled_leaves_out_years_and_unplaced_developments(context: Context) -> None:
    assert rows("acled", context, event("190", date_precision="year")) == []
    assert rows("acled", context, event("154", "USAMIL", None, country_iso3=None)) == []


@pytest.mark.parametrize(
    ("iso3", "day", "name"),
    [
        ("IRQ", date(2019, 10, 3), "Iraq (2018-2020)"),
        ("IRQ", date(2024, 8, 5), "Iraq (2022-)"),
        ("SYR", date(2024, 12, 7), "Syria (2000-2024)"),
        ("SYR", date(2024, 12, 8), "Syria (2024-)"),
        ("USA", date(2025, 1, 20), "the United States (2025-)"),
        ("IRQ", date(1960, 1, 1), "Iraq"),
        ("LUX", date(2024, 1, 1), "Luxembourg"),
        ("FRA", None, "France (2017-)"),
    ],
)
def test_acled_years_of_governments(context: Context, iso3: str, day: date | None, name: str) -> None:
    country_name = context.ontology.country_name(iso3) or ""
    assert acled_names(context.ontology.folder).of_country(iso3, country_name, day) == name


def test_acled_governments_and_groups_are_known_and_in_order(context: Context) -> None:
    table = load_text_yaml(context.ontology.folder / "acled_names.yaml")
    for iso3, entry in table["governments"].items():
        assert iso3 in context.ontology.acled_countries
        assert entry["since"] == sorted(set(entry["since"]))
    blocks = {key.split("/")[-1] for key in table["groups"]}
    names = (context.ontology.folder.parent / "actors" / "armed_groups").glob("*.yaml")
    known = "".join(path.read_text(encoding="utf-8") for path in names)
    assert [block for block in blocks if block not in known] == []


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

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

from coder.analysis.countries import country_of, cow_number
from coder.analysis.panels import Panel, PanelOptions, build, parse_measures, parse_unit
from coder.analysis.periods import label, periods, start_of
from coder.cli import app
from coder.dataset import COLUMNS
from coder.errors import InputError, OptionError
from coder.exporters.tables import write_table
from coder.ontology import Ontology

ONTOLOGY = Ontology.load()


def event(day: str | None, source: str | None, target: str | None, code: str = "190", **fields: Any) -> dict[str, Any]:
    return {
        **dict.fromkeys(column.name for column in COLUMNS),
        "event_id": f"{day}{source}{target}{code}",
        "incident_id": f"{day}{source}{code}",
        "event_date": date.fromisoformat(day) if day else None,
        "date_precision": "day" if day else None,
        "source_code": source,
        "target_code": target,
        "event_code": code,
        "event_root": ONTOLOGY.root(code),
        "quad_class": ONTOLOGY.quad_class(code),
        "goldstein": ONTOLOGY.goldstein(code),
        **fields,
    }


EVENTS = [
    event("2024-01-05", "SYRMIL", "TURMIL", fatalities=4, country_iso3="SYR"),
    event("2024-01-20", "SYRGOV", "TURGOV", "112", country_iso3="SYR"),
    event("2024-04-01", "TUR", "SYRREB", "040", incident_id="talks", country_iso3="TUR"),
    event("2024-04-01", "SYRREB", "TUR", "040", incident_id="talks", reciprocal_of="x", country_iso3="TUR"),
    event(None, "SYR", "TUR", fatalities=2),
    event("2024-02-01", "SYR", None),
    event("2024-02-01", "UNO", "TUR"),
    event("2024-01-01", "SYR", "TUR", date_precision="year", fatalities=5),
]


def made(unit: str = "dyad-month", measures: str = "all", events: Any = EVENTS, **options: Any) -> Panel:
    return build(events, PanelOptions(*parse_unit(unit), parse_measures(measures), **options), ONTOLOGY)


def cells(panel: Panel, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in panel.rows]


def test_a_dyad_month_panel_has_every_dyad_in_every_month() -> None:
    panel = made()
    rows = list(panel.rows)
    assert panel.size == len(rows) == 2 * 4
    assert [(r["source_iso3"], r["target_iso3"], r["period"], r["events"]) for r in rows] == [
        *(("SYR", "TUR", f"2024-0{month}", n) for month, n in ((1, 2), (2, 0), (3, 0), (4, 1))),
        *(("TUR", "SYR", f"2024-0{month}", n) for month, n in ((1, 0), (2, 0), (3, 0), (4, 1))),
    ]
    january, february = rows[:2]
    assert [january[name] for name in ("source_cow", "target_cow", "start", "year")] == [652, 640, "2024-01-01", 2024]
    assert (january["material_conflict"], january["verbal_conflict"], january["root_19"], january["root_11"]) == (
        1,
        1,
        1,
        1,
    )
    assert (january["goldstein_sum"], january["goldstein_mean"], january["goldstein_min"]) == (-12.0, -6.0, -10.0)
    assert (february["goldstein_sum"], february["goldstein_mean"], february["fatalities"]) == (0.0, None, 0)
    assert list(rows[0]) == [column.name for column in panel.columns]


def test_what_is_left_out_is_counted() -> None:
    panel = made()
    wanted = {"no date": 1, "no target": 1, "source is no country": 1, "date only to the year": 1}
    assert panel.excluded == Counter(wanted)
    assert panel.lost_deaths == 7
    assert panel.events + panel.excluded.total() == len(EVENTS)


def test_a_mirrored_half_counts_only_where_direction_matters() -> None:
    assert sum(n for (n,) in cells(made(), "events")) == 4
    assert cells(made(undirected=True, first=date(2024, 4, 1)), "a_iso3", "b_iso3", "events") == [("SYR", "TUR", 1)]
    assert cells(made("country-quarter"), "iso3", "period", "events") == [
        *(("SYR", "2024-Q1", 2), ("SYR", "2024-Q2", 0)),
        *(("TUR", "2024-Q1", 0), ("TUR", "2024-Q2", 1)),
    ]
    actors = dict(cells(made("actor-year", level="country"), "actor_iso3", "events"))
    assert actors == {"SYR": 5, "TUR": 5}


def test_the_dead_of_an_incident_count_once() -> None:
    pair = [
        event("2024-01-05", "---", "TURMIL", incident_id="i", fatalities=6, fatalities_low=4, injuries=1),
        event("2024-01-05", "SYRMIL", "TURMIL", incident_id="i"),
        event("2024-01-05", "IRQMIL", "TURMIL", incident_id="i"),
    ]
    dyads = cells(made(events=pair), "source_iso3", "fatalities", "fatalities_low", "fatalities_high", "injuries")
    assert dyads == [("IRQ", 0, 0, 0, 0), ("SYR", 6, 4, 6, 1)]
    assert made(events=pair).lost_deaths == 0
    actors = dict(cells(made("actor-month", level="country", events=pair), "actor_iso3", "fatalities"))
    assert actors == {"IRQ": 6, "SYR": 6, "TUR": 6}


def test_reports_of_one_deed_can_count_once() -> None:
    reports = [
        event("2024-01-05", "SYRMIL", "TURMIL", incident_id="one", fatalities=3),
        event("2024-01-05", "SYRMIL", "TURMIL", incident_id="two", fatalities=5),
        event("2024-01-06", "SYRMIL", "TURMIL", incident_id="three", fatalities=1),
    ]
    assert cells(made(events=reports), "events", "fatalities") == [(3, 9)]
    assert cells(made(events=reports, one_a_day=True), "events", "fatalities") == [(2, 6)]


def test_listed_countries_are_all_there_and_no_others() -> None:
    panel = made(countries=("IRQ", "SYR", "TUR"), first=date(2024, 1, 1), last=date(2024, 1, 31))
    found = {f"{a} {b}": n for a, b, n in cells(panel, "source_iso3", "target_iso3", "events")}
    assert found == {"IRQ SYR": 0, "IRQ TUR": 0, "SYR IRQ": 0, "SYR TUR": 2, "TUR IRQ": 0, "TUR SYR": 0}
    with pytest.raises(OptionError, match="needs countries"):
        made("actor-day", countries=("IRQ",))


def test_impossible_panels_are_refused() -> None:
    with pytest.raises(InputError, match="no event can be put into the panel"):
        made(events=EVENTS[4:6])
    far = [event(f"{year}-01-05", f"A{n:02}", "TUR") for year in (1000, 9000) for n in range(20)]
    with pytest.raises(OptionError, match="rows"):
        made("source-day", events=far)
    for text in ("dyad", "dyad-decade", "state-month"):
        with pytest.raises(OptionError, match="no unit"):
            parse_unit(text)
    with pytest.raises(OptionError, match="no measure 'deaths'"):
        parse_measures("counts,deaths")


def test_periods() -> None:
    day = date(2024, 12, 31)
    names = {p: label(start_of(day, p), p) for p in ("day", "week", "month", "quarter", "year")}
    assert list(names.values()) == ["2024-12-31", "2025-W01", "2024-12", "2024-Q4", "2024"]
    assert len(list(periods(date(2023, 1, 15), date(2024, 3, 1), "month"))) == 15
    assert len(list(periods(date(2023, 1, 1), date(2024, 12, 31), "day"))) == 731
    assert len(list(periods(date(2023, 1, 1), date(2024, 12, 31), "week"))) == 106
    assert len(list(periods(date(2023, 1, 1), date(2024, 12, 31), "quarter"))) == 8


COW = """
USA 2024 2, GBR 2024 200, FRA 2024 220, DEU 2024 255, DEU 1980 260, DDR 1980 265, RUS 2024 365, SUN 1985 365,
SRB 2024 345, YUG 1985 345, CSK 1985 315, CZE 2024 316, YEM 2024 679, YEM 1985 678, YMD 1985 680, EGY 2024 651,
SDN 2024 625, SSD 2024 626, CHN 2024 710, TWN 2024 713, VNM 2024 816, ISR 2024 666, PSE 2024 -, ESH 2024 -
"""


@pytest.mark.parametrize("line", COW.strip().split(","))
def test_correlates_of_war_numbers(line: str) -> None:
    code, year, number = line.split()
    country = country_of(f"{code}GOV", ONTOLOGY)
    assert country is not None
    assert cow_number(country.key, date(int(year), 1, 1)) == (None if number == "-" else int(number))


# Small members of the state system, which lists tend to forget.
SMALL = "AND ARE BTN CIV COD CPV FSM KIR KNA LIE MCO MHL NRU PLW SMR STP SWZ TLS TON TUV VCT XKX MNE"


def test_a_number_may_change_within_a_panel() -> None:
    events = [event(f"19{year}-05-01", "DEU", "USA") for year in (89, 91)]
    assert cells(made("source-year", level="country", events=events), "source_cow") == [(260,), (260,), (255,)]


def test_every_country_of_the_actor_codes_is_known_by_its_key() -> None:
    assert all(cow_number(key, date(2016, 1, 1)) for key in SMALL.split())
    for code in ONTOLOGY.countries:
        country = country_of(code, ONTOLOGY)
        assert country is not None
        events = [event("2024-01-05", code, "USA")]
        assert cells(made("source-year", level="country", events=events), "source_country", "source_name") == [
            (country.key, country.name)
        ]


def test_the_command_writes_every_format(tmp_path: Path) -> None:
    iso = [{**e, "event_date": e["event_date"].isoformat() if e["event_date"] else None} for e in EVENTS]
    write_table(tmp_path / "events.csv", COLUMNS, iso)
    for suffix in (".csv", ".jsonl", ".parquet", ".dta"):
        arguments = [
            "aggregate",
            str(tmp_path / "events.csv"),
            "-o",
            str(tmp_path / f"panel{suffix}"),
            "--measure",
            "all",
        ]
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 0, done.output
    assert "not in the panel: 1 events (no date)" in done.output
    assert "not in the panel: 7 deaths" in done.output
    with (tmp_path / "panel.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 8
    stata, parquet = pd.read_stata(tmp_path / "panel.dta"), pd.read_parquet(tmp_path / "panel.parquet")
    assert stata["events"].tolist() == parquet["events"].tolist() == [int(row["events"]) for row in rows]
    assert CliRunner().invoke(app, ["aggregate", str(tmp_path / "none"), "-o", str(tmp_path / "p.csv")]).exit_code == 2

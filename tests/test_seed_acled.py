"""The article that the project began with as an ACLED table. Skipped where the article is not."""

from __future__ import annotations

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from coder.exporters import TableWriter
from coder.model import Document
from tests.full import coder

SHARED = Path(os.environ.get("CODER_SHARED", Path(__file__).parents[2] / "shared"))
ARTICLE = SHARED / "seed" / "article_ar.txt"
US_FORCES = "Military Forces of the United States (2021-2025)"
Row = dict[str, str]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    if not ARTICLE.exists():
        pytest.skip("the seed article is not there")
    out = tmp_path_factory.mktemp("seed") / "acled.csv"
    document = Document("seed", ARTICLE.read_text(encoding="utf-8"), date=date(2024, 8, 6), publisher="newswire")
    with TableWriter(out, "acled", coder().ontology, {}) as writer:
        writer.add(document, coder().code_document(document))
    return list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))


def test_the_attack_on_the_base(table: list[Row]) -> None:
    [row] = [r for r in table if r["event_date"] == "2024-08-05"]
    assert (row["location"], row["country"], row["admin1"]) == ("Ain al-Asad", "Iraq", "Al Anbār")
    assert (row["sub_event_type"], row["actor2"]) == ("Shelling/artillery/missile attack", US_FORCES)
    assert (row["time_precision"], row["fatalities"]) == ("1", "0")
    assert "5 injured" in row["notes"]


def test_the_strike_of_the_week_before(table: list[Row]) -> None:
    [row] = [r for r in table if r["actor1"] == US_FORCES and r["country"] == "Iraq"]
    assert (row["sub_event_type"], row["time_precision"]) == ("Air/drone strike", "2")
    assert "2024-07-29" <= row["event_date"] <= "2024-08-04"


def test_the_assassinations(table: list[Row]) -> None:
    killed = [r for r in table if r["assoc_actor_2"] in ("Hamas Movement", "Hezbollah")]
    assert {r["actor2"] for r in killed} == {"Civilians (Palestine)", "Civilians (Lebanon)"}
    assert {(r["event_type"], r["sub_event_type"]) for r in killed} == {("Violence against civilians", "Attack")}
    assert len(killed) == 2
    assert not any(r["location"] == "Ain al-Asad" for r in killed)


def test_nothing_else_and_no_invented_death(table: list[Row]) -> None:
    assert len(table) == 4
    assert {r["fatalities"] for r in table} == {"0"}

"""R reads every table of a package as it was written: rows, types, codes with their zeros, Arabic; Stata files too."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from coder.exporters import PackageWriter, TableWriter
from coder.model import Sentence
from coder.ontology import Ontology
from tests.docs import r
from tests.docs.blocks import blocks_of, run_r
from tests.docs.material import ROOT
from tests.factory import DOCUMENT, event

TEXT = 'قصفت القوات "السورية"، مقاتلي المعارضة\nقرب حمص.'
LONG = "قصف " * 1500
CHECK = """
for (table in c("events.csv", "cameo.csv", "acled.csv", "rejected.csv")) {
  frame <- read_package("out", table)
  stopifnot(nrow(problems(frame)) == 0)
  types <- sapply(frame, function(x) if (inherits(x, "Date")) "date" else typeof(x))
  json <- jsonlite::toJSON(list(rows = nrow(frame), types = as.list(types)), auto_unbox = TRUE)
  writeLines(json, paste0(table, ".json"))
}
events <- read_package("out")
keep <- c("event_code", "event_date", "sentence", "source_code", "country_iso3", "fatalities", "goldstein")
write_csv(events[keep], "back.csv", na = "")
stata <- haven::read_dta("events.dta")
haven::write_dta(stata, "back.dta", strl_threshold = 2045)
write_csv(haven::zap_labels(stata)[keep], "back_stata.csv", na = "")
writeLines(as.character(haven::as_factor(stata$quad_class)), "labels.txt")
writeLines(attr(stata, "notes"), "notes.txt")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if reason := r.missing():
        pytest.skip(reason)
    folder, ontology = tmp_path_factory.mktemp("r"), Ontology.load()
    sentence = Sentence(0, 0, len(TEXT), TEXT, "ar")
    events = [
        event("010", "---GOV", None, country_iso3="NAM", sentence=0),
        replace(event("194", fatalities=3), sentence=sentence, event_id="0123456789e12345"),
        replace(event("042"), sentence=Sentence(1, 0, len(LONG), LONG, "ar")),
    ]
    writers: list[Any] = [
        PackageWriter(folder / "out", ontology, {}),
        TableWriter(folder / "events.dta", "native", ontology, {}),
    ]
    for writer in writers:
        with writer:
            writer.add(DOCUMENT, events)
            writer.reject("d9", "no text, at all", "in.jsonl:9")
    reader = next(block.code for block in blocks_of(ROOT / "docs" / "r.md") if "read_package <-" in block.code)
    functions = re.sub(r"^(events|cameo|acled) <- .*\n", "", reader, flags=re.MULTILINE)
    run_r(functions + CHECK, folder)
    return folder


def test_every_csv_has_its_rows_and_types(folder: Path) -> None:
    description = json.loads((folder / "out" / "datapackage.json").read_text(encoding="utf-8"))
    names = {"string": "character", "integer": "integer", "number": "double", "date": "date"}
    tables = [resource for resource in description["resources"] if resource["format"] == "csv"]
    assert len(tables) == 4
    for resource in tables:
        found = json.loads((folder / f"{resource['path']}.json").read_text(encoding="utf-8"))
        assert found["types"] == {f["name"]: names[f["type"]] for f in resource["schema"]["fields"]}, resource["path"]
        assert found["rows"] == len(pd.read_csv(folder / "out" / resource["path"], dtype=str))


@pytest.mark.parametrize("table", ["back.csv", "back_stata.csv"])
def test_values_come_back(folder: Path, table: str) -> None:
    """From CSV and from Stata; Stata has no missing text, so it is empty there."""
    rows = pd.read_csv(folder / table, dtype=str, keep_default_na=False).to_dict("records")
    assert [row["event_code"] for row in rows] == ["010", "194", "042"]
    assert [row["sentence"] for row in rows][1:] == [TEXT, LONG]
    assert [row["event_date"] for row in rows] == ["2024-08-05"] * 3
    assert [row["fatalities"] for row in rows] == ["", "3", ""]
    assert (rows[0]["source_code"], rows[0]["country_iso3"]) == ("---GOV", "NAM")


def test_labels_and_notes_of_stata_come_back(folder: Path) -> None:
    labels = (folder / "labels.txt").read_text(encoding="utf-8").split("\n")[:3]
    assert labels == ["verbal cooperation", "material conflict", "verbal cooperation"]
    assert "Event codes and actor codes are text: 010 is not 10." in (folder / "notes.txt").read_text(encoding="utf-8")
    again, first = (pd.read_stata(folder / name, convert_categoricals=False) for name in ("back.dta", "events.dta"))
    assert again["sentence"].tolist() == first["sentence"].tolist()

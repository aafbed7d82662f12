from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest

from coder.analysis.tables import read_table
from coder.dataset import COLUMNS
from coder.errors import InputError, OptionError
from coder.exporters import PackageWriter, Summary, TableWriter, files
from coder.exporters.codebook import reference
from coder.exporters.files import partial_path, recover, replaced_path, swap_in
from coder.left_out import CRIME
from coder.model import STATUSES, Event
from coder.ontology import Ontology
from tests.factory import DOCUMENT, event

INFO = {"coder_version": "1.2", "dictionary_version": "abc", "model": "none"}
FILES = {
    *("events.csv", "cameo.csv", "acled.csv", "events.parquet", "events.jsonl", "rejected.csv"),
    *("codebook.md", "withheld.jsonl", "left_out.jsonl", "datapackage.json", "run.json"),
}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology.load()


def planned() -> Event:
    return replace(event("154"), status="planned", status_reason="will")


def write(out: Path, ontology: Ontology, *events: Event) -> Summary:
    with PackageWriter(out, ontology, INFO, keep=["topic", "pages"]) as writer:
        writer.add(DOCUMENT, events or [event(), event("042", "USA", "FRA"), planned()])
        writer.add(replace(DOCUMENT, id="d2"), [])
        writer.reject("d3", "no text; give the record a field `text`", "in.jsonl:3")
        return writer.close()


def fail(writer: PackageWriter | TableWriter) -> None:
    with writer:
        writer.add(DOCUMENT, [event("193")])
        raise RuntimeError("boom")


def lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_package_is_complete(tmp_path: Path, ontology: Ontology) -> None:
    out = tmp_path / "new" / "out"
    summary = write(out, ontology)
    assert {path.name for path in out.iterdir()} == FILES == {path.name for path in summary.files}
    assert [path.name for path in out.parent.iterdir()] == ["out"]
    assert (summary.documents, summary.events, summary.rejected) == (2, 2, 1)
    assert summary.by_root == {"19": 1, "04": 1}
    assert summary.by_language == {"en": 2}
    assert summary.withheld == {"planned": 1}


def test_tables_hold_the_same_events(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    native = lines(tmp_path / "out" / "events.csv")
    assert list(native[0]) == [*(column.name for column in COLUMNS), "topic", "pages"]
    assert [row["event_code"] for row in native] == ["194", "042"]
    assert (native[0]["topic"], native[0]["pages"], native[0]["injuries"]) == ("war", "3", "")
    assert [row["EventCode"] for row in lines(tmp_path / "out" / "cameo.csv")] == ["194", "042"]
    assert [row["event_type"] for row in lines(tmp_path / "out" / "acled.csv")] == ["Explosions/Remote violence"]
    frame = pd.read_parquet(tmp_path / "out" / "events.parquet")
    assert frame["event_id"].tolist() == [row["event_id"] for row in native]
    records = [json.loads(line) for line in (tmp_path / "out" / "events.jsonl").read_text().splitlines()]
    assert [record["pages"] for record in records] == [3, 3]
    assert records[0]["injuries"] is None


def test_other_statuses_are_withheld_with_their_reason(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    [record] = [json.loads(line) for line in (tmp_path / "out" / "withheld.jsonl").read_text().splitlines()]
    assert (record["event_code"], record["status"], record["status_reason"]) == ("154", "planned", "will")


def test_what_a_rule_leaves_out_is_on_record_whatever_its_status(tmp_path: Path, ontology: Ontology) -> None:
    left = replace(event("173", sentence=1), left_out=CRIME)
    old = replace(left, status="past_reference", status_reason="in May")
    out = tmp_path / "out"
    with PackageWriter(out, ontology, INFO, STATUSES) as writer:
        writer.add(DOCUMENT, [event(), planned()], [left, old])
        writer.close()
    assert [row["event_code"] for row in lines(out / "events.csv")] == ["194", "154"]
    assert (out / "withheld.jsonl").read_text() == ""
    records = [json.loads(line) for line in (out / "left_out.jsonl").read_text().splitlines()]
    told = [(r["event_code"], r["status"], r["status_reason"]) for r in records]
    assert told == [("173", "asserted", CRIME), ("173", "past_reference", f"{CRIME}; in May")]
    counts = json.loads((out / "run.json").read_text())["counts"]
    assert (counts["withheld_by_status"], counts["left_out_by_reason"]) == ({}, {CRIME: 2})
    assert f"- 2 {CRIME}" in (out / "codebook.md").read_text(encoding="utf-8")


def test_rejections(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    assert lines(tmp_path / "out" / "rejected.csv") == [
        {"doc_id": "d3", "where": "in.jsonl:3", "reason": "no text; give the record a field `text`"}
    ]


def test_codebook_names_every_column_with_counts(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    text = (tmp_path / "out" / "codebook.md").read_text(encoding="utf-8")
    for table in ("events.csv", "cameo.csv", "acled.csv"):
        for name in lines(tmp_path / "out" / table)[0]:
            assert f"| `{name}` |" in text
    assert "| `event_id` | string | 2 | 0.0% |" in text
    assert "| `reciprocal_of` | string | 0 | 100.0% |" in text
    assert "| `194` | 1 | Fight with artillery and tanks |" in text
    assert "| `asserted` | 2 | stated as a fact |" in text
    assert "Goldstein, J. S. (1992)" in text
    assert "2 events from 2 documents; 1 documents rejected." in text


def test_datapackage_describes_the_files(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    described = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    for resource in described["resources"]:
        content = (tmp_path / "out" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        if resource["format"] == "csv":
            fields = [field["name"] for field in resource["schema"]["fields"]]
            assert fields == content.decode().splitlines()[0].split(",")
    quad = next(f for f in described["resources"][0]["schema"]["fields"] if f["name"] == "quad_class")
    assert (quad["type"], quad["constraints"]) == ("integer", {"enum": [1, 2, 3, 4]})


def test_frictionless_finds_nothing_wrong(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    report = frictionless.validate(tmp_path / "out" / "datapackage.json")
    assert report.valid, report.to_summary()
    with (tmp_path / "out" / "events.csv").open("a", encoding="utf-8") as file:
        file.write("one,cell\n")
    assert not frictionless.validate(tmp_path / "out" / "datapackage.json").valid


def test_codes_are_text_by_the_schema(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    package = frictionless.Package(tmp_path / "out" / "datapackage.json")
    rows = [row.to_dict() for row in package.get_resource("events-csv").read_rows()]
    assert [row["event_code"] for row in rows] == ["194", "042"]
    assert (rows[0]["event_date"], rows[0]["url"]) == (date(2024, 8, 5), "https://example.org/1")


def test_the_documented_codebook_is_current(ontology: Ontology) -> None:
    """Made by ``python scripts/make_codebook.py``."""
    docs = Path(__file__).parents[2] / "docs" / "codebook.md"
    assert docs.read_text(encoding="utf-8") == reference(ontology)


def test_a_table_for_excel(tmp_path: Path, ontology: Ontology) -> None:
    path = tmp_path / "t.csv"
    with TableWriter(path, "native", ontology, INFO, excel=True) as writer:
        writer.add(DOCUMENT, [event("042", "---GOV")])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert (row["source_code"], row["event_code"], row["goldstein"]) == ("'---GOV", "042", "1.9")
    assert read_table(path)[0]["source_code"] == "---GOV"
    with pytest.raises(OptionError, match=r"only \.csv"):
        TableWriter(tmp_path / "t.dta", "native", ontology, INFO, excel=True)


def test_run_json_holds_what_decides_the_result(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    run = json.loads((tmp_path / "out" / "run.json").read_text())
    assert {key: run[key] for key in INFO} == INFO
    assert run["counts"]["events_by_root"] == {"04": 1, "19": 1}


def test_two_runs_are_byte_identical(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "a", ontology)
    write(tmp_path / "b", ontology)
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_package_is_replaced_and_foreign_files_stay(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    (tmp_path / "out" / "notes.txt").write_text("mine")
    (tmp_path / "out" / "report.html").write_text("of the old run")
    write(tmp_path / "out", ontology, event("193"))
    assert [row["event_code"] for row in lines(tmp_path / "out" / "events.csv")] == ["193"]
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"
    assert not (tmp_path / "out" / "report.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_exception_leaves_the_old_package(tmp_path: Path, ontology: Ontology) -> None:
    write(tmp_path / "out", ontology)
    before = (tmp_path / "out" / "events.csv").read_bytes()
    with pytest.raises(RuntimeError, match="boom"):
        fail(PackageWriter(tmp_path / "out", ontology, INFO))
    assert (tmp_path / "out" / "events.csv").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_exception_leaves_nothing_new(tmp_path: Path, ontology: Ontology) -> None:
    with pytest.raises(KeyboardInterrupt), PackageWriter(tmp_path / "out", ontology, INFO):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path, ontology: Ontology) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(InputError, match="will not be replaced"):
        PackageWriter(tmp_path, ontology, INFO)
    file = tmp_path / "thesis.docx"
    with pytest.raises(InputError, match="is not a dataset package"):
        PackageWriter(file, ontology, INFO)
    assert file.read_text() == "years of work"


def test_an_empty_folder_is_used(tmp_path: Path, ontology: Ontology) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", ontology)
    assert (tmp_path / "out" / "run.json").exists()


def test_killed_before_and_between_the_renames(tmp_path: Path, ontology: Ontology) -> None:
    out = tmp_path / "out"
    write(out, ontology)
    partial_path(out).mkdir()
    (partial_path(out) / "events.csv").write_text("half a ta")
    out.rename(replaced_path(out))
    recover(out)
    assert (out / "run.json").exists()
    write(out, ontology, event("193"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("exchange", [True, False])
def test_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool) -> None:
    if not exchange:
        monkeypatch.setattr(files, "_exchange", lambda one, other: False)
    built, folder = tmp_path / "built", tmp_path / "folder"
    for path, text in ((built, "new"), (folder, "old")):
        path.mkdir()
        (path / "ours").write_text(text)
    (folder / "sub").mkdir()
    (folder / "sub" / "theirs").write_text("kept")
    swap_in(built, folder, {"ours"})
    assert (folder / "ours").read_text() == "new"
    assert (folder / "sub" / "theirs").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


# Single tables


@pytest.mark.parametrize("layout", ["native", "cameo", "acled", "plover"])
@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".dta"])
def test_table_in_every_layout_and_format(tmp_path: Path, ontology: Ontology, layout: str, suffix: str) -> None:
    path = tmp_path / "new" / f"t{suffix}"
    with TableWriter(path, layout, ontology, INFO, keep=["topic"]) as writer:
        writer.add(DOCUMENT, [event(), planned()])
    assert writer.summary.files == (path,)
    assert writer.summary.withheld == {"planned": 1}
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    read = {".csv": pd.read_csv, ".parquet": pd.read_parquet, ".dta": pd.read_stata}.get(suffix)
    frame = read(path) if read else pd.read_json(path, lines=True)
    assert len(frame) == 1
    assert frame["topic"].tolist() == ["war"]


def test_table_rejections_lie_beside_it(tmp_path: Path, ontology: Ontology) -> None:
    path = tmp_path / "t.csv"
    with TableWriter(path, "native", ontology, INFO) as writer:
        writer.reject("d3", "no text", "in.jsonl:3")
    assert lines(tmp_path / "t.csv.rejected.csv") == [{"doc_id": "d3", "where": "in.jsonl:3", "reason": "no text"}]
    with TableWriter(path, "native", ontology, INFO) as writer:
        writer.add(DOCUMENT, [event()])
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]


def test_table_failure_leaves_the_old_one(tmp_path: Path, ontology: Ontology) -> None:
    path = tmp_path / "t.csv"
    path.write_text("old")
    with pytest.raises(RuntimeError, match="boom"):
        fail(TableWriter(path, "native", ontology, INFO))
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]
    with pytest.raises(OptionError, match="no table format"):
        TableWriter(tmp_path / "t.doc", "native", ontology, INFO)


def test_statuses_choose_what_goes_into_the_tables(tmp_path: Path, ontology: Ontology) -> None:
    with TableWriter(tmp_path / "t.csv", "native", ontology, INFO, statuses=["planned"]) as writer:
        writer.add(DOCUMENT, [event(), planned()])
    assert [row["status"] for row in lines(tmp_path / "t.csv")] == ["planned"]


def test_the_acled_table_does_not_depend_on_the_order_of_the_input(tmp_path: Path, ontology: Ontology) -> None:
    made = [event("194", "SYRMIL", "SYRCVL", location_name=place) for place in ("Idlib", "Homs", "Idlib")]
    stories = [replace(DOCUMENT, id=str(n)) for n in range(3)]
    told = [replace(e, document=d, event_id=f"{n}") for n, (e, d) in enumerate(zip(made, stories, strict=True))]
    tables = []
    for order in (told, told[::-1]):
        out = tmp_path / f"acled{order[0].event_id}.csv"
        with TableWriter(out, "acled", ontology, INFO, keep=["topic"]) as writer:
            for e in order:
                writer.add(e.document, [e])
        tables.append(out.read_text(encoding="utf-8"))
    assert tables[0] == tables[1]
    found = list(csv.DictReader(tables[0].splitlines()))
    assert [(row["location"], row["tags"], row["topic"]) for row in found] == [
        ("Homs", "reports=1; events=1", "war"),
        ("Idlib", "reports=2; events=0 2", "war"),
    ]

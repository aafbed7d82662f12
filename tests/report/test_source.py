"""Packages as the report reads them: what may be missing, and what a broken file's message says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coder.errors import InputError
from coder.report.event_table import event_data
from coder.report.source import Events, read_package

RECORD: dict[str, Any] = {"event_id": "a", "doc_id": "d", "sentence": "They met.", "event_code": "040"}


def folder_of(path: Path, *records: object) -> Path:
    path.joinpath("events.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def test_a_table_with_the_needed_columns_only(tmp_path: Path) -> None:
    package = read_package(folder_of(tmp_path, RECORD, RECORD | {"event_id": "b", "doc_id": "e"}))
    assert (len(package.events), package.documents, package.run, package.withheld) == (2, 2, {}, [])
    assert list(package.events.rows("event_code", "event_date")) == [("040", None), ("040", None)]
    assert package.events.records([1])[0]["doc_id"] == "e"


def test_documents_are_those_of_the_run(tmp_path: Path) -> None:
    folder_of(tmp_path, RECORD).joinpath("run.json").write_text('{"counts": {"documents": 12}}')
    assert read_package(tmp_path).documents == 12


@pytest.mark.parametrize(
    ("line", "where", "what"),
    [
        (RECORD | {"fatalities": "many"}, ":2", "'fatalities' is 'many', not a number"),
        ([1], ":2", "not an object"),
        (RECORD | {"event_date": "6 August"}, "", "'6 August' is no date"),
    ],
)
def test_broken_records_are_named(tmp_path: Path, line: object, where: str, what: str) -> None:
    with pytest.raises(InputError) as error:
        read_package(folder_of(tmp_path, RECORD, line))
    assert error.value.where == f"{tmp_path / 'events.jsonl'}{where}"
    assert what in error.value.what


def test_a_table_of_another_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no column 'event_id'"):
        read_package(folder_of(tmp_path, {"doc_id": "d", "sentence": "They met.", "event_code": "040"}))


def test_half_a_character_does_not_stop_the_report(tmp_path: Path) -> None:
    package = read_package(folder_of(tmp_path, RECORD | {"sentence": "broken \ud83d here"}))
    assert package.events["sentence"] == ["broken \\ud83d here"]


def test_data_that_would_be_too_large_are_thinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coder.report.event_table.LARGEST", 20_000)
    ids = [f"مستند-{number:070}" for number in range(1000)]
    count, text = event_data(Events.of({"doc_id": ids, "event_id": ids}), [])
    assert 50 < count < 1000
    assert len(text.encode()) <= 20_000
    assert json.loads(text)["count"] == count

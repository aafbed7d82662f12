from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coder.analysis.evaluation import compare_files, disagreements, write_evaluation
from coder.analysis.matching import Rules
from coder.cli import app
from coder.errors import InputError
from coder.ontology import Ontology

ONTOLOGY = Ontology.load()
GOLD = """doc_id,sentence_index,code,source,target
a,0,194,SYRMIL,SYRREB
a,1,040,USAGOV,RUSGOV
b,0,173,EGYCOP,EGYCVL
b,2,010,EGYGOV,
empty,,,,
"""
FOUND = [
    {"doc_id": "a", "sentence_index": 0, "event_code": "190", "source_code": "SYRMIL", "target_code": "SYRREB"},
    {"doc_id": "a", "sentence_index": 1, "event_code": "050", "source_code": "USAGOV", "target_code": "RUSGOV"},
    {"doc_id": "b", "sentence_index": 0, "event_code": "173", "source_code": "EGYCOP", "target_code": None},
    {"doc_id": "empty", "sentence_index": 0, "event_code": "010", "source_code": "IRQ", "target_code": None},
    {"doc_id": "unread", "sentence_index": 0, "event_code": "010", "source_code": "IRQ", "target_code": None},
]


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    gold, found = tmp_path / "gold.csv", tmp_path / "found.jsonl"
    gold.write_text(GOLD, encoding="utf-8")
    found.write_text("".join(json.dumps(row) + "\n" for row in FOUND), encoding="utf-8")
    return gold, found


def test_two_tables_are_compared(tables: tuple[Path, Path]) -> None:
    result = compare_files(*tables, Rules(), ONTOLOGY)
    score = result.scores[0]
    assert (score.gold, score.found, score.matched, result.ignored, result.documents) == (4, 4, 1, 1, 3)
    kinds = [(d.kind, d.gold and d.gold.code, d.found and d.found.code) for d in disagreements(result)]
    assert kinds == [("code", "040", "050"), ("actors", "173", "173"), ("missed", "010", None), ("extra", None, "010")]


def test_every_disagreement_can_be_read(tables: tuple[Path, Path], tmp_path: Path) -> None:
    files = write_evaluation(compare_files(*tables, Rules(), ONTOLOGY), tmp_path / "out")
    assert [file.name for file in files] == ["scores.csv", "confusion.csv", "agreement.csv", "disagreements.csv"]
    with files[3].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["kind"], r["doc_id"], r["gold_code"], r["found_code"]) for r in rows][1] == ("actors", "b", "173", "173")
    assert rows[1]["gold_target"] == "EGYCVL"
    assert rows[1]["found_target"] == ""


def test_the_mirrored_halves_can_be_left_out(tmp_path: Path) -> None:
    meeting = {"doc_id": "a", "event_code": "040"}
    rows = [
        {**meeting, "event_id": "x", "reciprocal_of": None, "source_code": "USA", "target_code": "RUS"},
        {**meeting, "event_id": "y", "reciprocal_of": "x", "source_code": "RUS", "target_code": "USA"},
    ]
    found = tmp_path / "found.jsonl"
    found.write_text("".join(json.dumps(row) + "\n" for row in rows))
    gold = tmp_path / "gold.csv"
    gold.write_text("doc_id,event_code,source_code,target_code\na,040,USA,RUS\n")
    assert compare_files(gold, found, Rules(), ONTOLOGY).scores[0].precision.value == 0.5
    assert compare_files(gold, found, Rules(), ONTOLOGY, mirrored=False).scores[0].precision.value == 1.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("doc_id,source\na,USA\n", "no column 'event_code'"),
        ("doc_id,code\na,x9\n", "row 1: 'x9' is no CAMEO code"),
        ("doc_id,code,sentence_index\na,010,first\n", r"gold\.csv:2: sentence_index is 'first'"),
        ("doc_id,code\na,010,3\n", r"gold\.csv:2: 3 cells where the header has 2"),
        ("doc_id,code\n,010\n", "row 1 has no doc_id"),
        ("doc_id,code\n", "holds no row"),
    ],
)
def test_a_bad_gold_table_is_explained(text: str, message: str, tables: tuple[Path, Path]) -> None:
    gold, found = tables
    gold.write_text(text)
    with pytest.raises(InputError) as raised:
        compare_files(gold, found, Rules(), ONTOLOGY)
    assert re.search(message, str(raised.value))


def test_the_command(tables: tuple[Path, Path], tmp_path: Path) -> None:
    gold, found = map(str, tables)
    done = CliRunner().invoke(app, ["evaluate", gold, found, "-o", str(tmp_path / "out"), "--actors", "source"])
    assert done.exit_code == 0, done.output
    assert "1 events of other documents ignored" in done.output
    assert (tmp_path / "out" / "scores.csv").is_file()
    assert CliRunner().invoke(app, ["evaluate", gold, "nowhere.csv"]).exit_code == 2


def test_ids_that_do_not_fit_are_said(tables: tuple[Path, Path]) -> None:
    gold, found = tables
    gold.write_text("doc_id,code\nanother,010\n")
    done = CliRunner().invoke(app, ["evaluate", str(gold), str(found)])
    assert done.exit_code == 0
    assert "are the ids in doc_id the same?" in done.output

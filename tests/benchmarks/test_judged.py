"""Verdicts on rows: which stand for a coding, and what they say of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import judged
from benchmarks.judged import RIGHT, Row, Verdict, read_rows, settle, tally
from tests import full

HELD = Row("d1", 2, 10, "190", "KENREB", "")
VERDICTS = {
    HELD: Verdict(False, True, 1, 0, True, True, "digit", "193 KENREB->KENCOP"),
    Row("d1", 4, 0, "173", "KENCOP", "KENCVL"): RIGHT,
    Row("d1", 5, 3, "112", "KENGOV", "KENREB"): Verdict(True, True, 1, 0.5, False, True, "background", "none"),
}


def _event(row: Row, status: str = "asserted") -> str:
    fields = ("doc_id", "sentence_index", "trigger_start", "event_code", "source_code", "target_code")
    values = (row.doc_id, row.sentence, row.trigger, row.code, row.source or None, row.target or None)
    return json.dumps({**dict(zip(fields, values, strict=True)), "status": status})


def test_asserted_rows_are_read_with_their_open_sides() -> None:
    planned = Row("d1", 9, 0, "040", "KEN", "GHA")
    assert read_rows([_event(HELD), _event(planned, "planned")]) == [HELD]


def test_a_row_has_its_verdict_that_of_a_reader_is_right_and_others_are_new() -> None:
    mended, other = Row("d1", 2, 14, "193", "KENREB", "KENCOP"), Row("d1", 7, 0, "020", "KEN", "GHA")
    known, new = settle([HELD, mended, other], VERDICTS)
    assert known == {HELD: VERDICTS[HELD], mended: RIGHT}
    assert new == [other]


def test_a_row_is_the_same_when_sentences_are_cut_anew_but_not_in_the_title() -> None:
    moved, title = Row("d1", 3, 10, "190", "KENREB", ""), Row("d1", -1, 10, "190", "KENREB", "")
    assert settle([moved, title], VERDICTS) == ({HELD: VERDICTS[HELD]}, [title])


def test_the_shares_of_right_rows() -> None:
    shares = tally(VERDICTS)
    assert shares["root"] == 1
    assert shares["code"] == pytest.approx(2 / 3)
    assert shares["code and both"] == pytest.approx(1 / 3)
    assert shares["code and both (lenient)"] == pytest.approx(2 / 3)
    assert shares["all, with status"] == pytest.approx(1 / 3)
    assert tally({}) == {}


def test_lost_and_wrong_rows_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events, rows = tmp_path / "events.jsonl", tmp_path / "rows.csv"
    events.write_text(_event(HELD) + "\n", encoding="utf-8")
    names = "set,doc_id,sentence_index,trigger_start,event_code,source_code,target_code,"
    lines = [
        names + "code,root,source,target,status,political,cause,better",
        "news,d1,2,10,190,KENREB,,0,1,1,0,1,1,digit,193 KENREB->KENCOP",
        "news,d1,4,0,173,KENCOP,KENCVL,1,1,1,1,1,1,,",
    ]
    rows.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert judged.main([str(events), "--rows", str(rows), "--list", "lost"]) == 0
    told = capsys.readouterr().out
    assert "1 rows of 2 judged; 0 new, 1 right ones lost" in told
    assert "d1 4 0 173 KENCOP -> KENCVL" in told


def test_the_verdicts_of_the_project_are_of_codes_and_agree_with_themselves() -> None:
    codes = full.coder().ontology.codes
    for verdicts in judged.read_verdicts().values():
        for row, verdict in verdicts.items():
            assert row.code in codes
            assert verdict.root or not verdict.code
            assert (verdict.cause != "") == (not verdict.strict or not verdict.status or verdict.better != "")

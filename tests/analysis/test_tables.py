"""Tables as people save them: every format, every delimiter, typed cells, faults with file and line."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook

from coder.analysis.tables import read_table
from coder.errors import InputError

WANTED = {"doc_id": "د1", "event_code": "010", "fatalities": 3, "event_date": date(2024, 8, 5), "source_code": None}


def written(folder: Path, kind: str) -> Path:
    cells = {"id": "د1", "code": "010", "fatalities": "3", "date": "2024-08-05", "source": ""}
    path = folder / f"t.{kind.split()[0]}"
    separator = {"csv semicolon": ";", "csv tab": "\t", "tsv": "\t"}.get(kind, ",")
    if kind == "jsonl":
        path.write_text("\n" + json.dumps({**cells, "fatalities": 3, "source": None}) + "\n", encoding="utf-8")
    elif kind == "parquet":
        pd.DataFrame([cells]).assign(date=date(2024, 8, 5), fatalities=3).to_parquet(path)
    elif kind == "xlsx":
        book = Workbook()
        book.active.append([*cells, None])
        book.active.append([*cells.values()])
        book.active["D2"], book.active["C2"] = datetime(2024, 8, 5), 3.0
        book.active.append([""] * 5)
        book.save(path)
    else:
        encoding = "utf-8-sig" if kind == "csv bom" else "utf-8"
        lines = (separator.join(row) for row in (cells, cells.values(), [""] * 5))
        path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


@pytest.mark.parametrize("kind", ["csv", "csv bom", "csv semicolon", "csv tab", "tsv", "jsonl", "parquet", "xlsx"])
def test_every_format_gives_the_same_rows(kind: str, tmp_path: Path) -> None:
    assert read_table(written(tmp_path, kind), ["doc_id", "event_code"]) == [WANTED]


def test_a_full_name_goes_before_a_short_one(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,doc_id\nrow1,a\n")
    assert read_table(tmp_path / "t.csv") == [{"id": "row1", "doc_id": "a"}]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"doc_id,fatalities\na,2\nb,many\n", r"t\.csv:3: fatalities is 'many'"),
        ("t.csv", b"doc_id,fatalities\na,2.5\n", r"t\.csv:2: fatalities is '2\.5'"),
        ("t.csv", b"doc_id,event_date\na,5.8.2024\n", r"t\.csv:2: event_date is '5\.8\.2024'"),
        ("t.csv", b'doc_id,code\na,"01\n', r"t\.csv:\d: broken row"),
        ("t.csv", "doc_id\né\n".encode("latin-1"), "is not UTF-8"),
        ("t.jsonl", b'{"doc_id": "a"}\n{"doc_id": \n', r"t\.jsonl:2: no JSON"),
        ("t.jsonl", b"[1]\n", r"t\.jsonl:1: no JSON object"),
        ("t.parquet", b"no", "is no Parquet file"),
        ("t.xlsx", b"no", r"is no \.xlsx file"),
        ("t.docx", b"no", "is no table that can be read"),
    ],
)
def test_faults_are_named_with_their_place(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as raised:
        read_table(tmp_path / name)
    assert re.search(message, str(raised.value))
    assert raised.value.hint


def test_a_folder_that_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no events\.parquet"):
        read_table(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        read_table(tmp_path / "none.csv")

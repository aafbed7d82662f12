from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from coder.dataset import Column
from coder.errors import OptionError
from coder.exporters import format_parquet
from coder.exporters.base import as_text, format_of, formats, kept_columns, layout_of
from coder.exporters.format_stata import NOTES, stata_name
from coder.exporters.stata_notes import add_notes

COLUMNS = (
    Column("id", "string", "An id."),
    Column("Event Date", "date", "A day."),
    Column("n", "integer", "A number."),
    Column("x", "number", "A real number."),
    Column("empty", "string", "Nothing."),
)
ROWS: list[dict[str, Any]] = [
    {"id": 'قصف, "x"\nline', "Event Date": "2024-08-05", "n": 3, "x": 1.5, "empty": None},
    {"id": None, "Event Date": None, "n": None, "x": None, "empty": None},
]


def write(path: Path, rows: Sequence[dict[str, Any]] = ROWS) -> Path:
    file = format_of(path)(path, COLUMNS)
    for row in rows:
        file.write(row)
    file.close()
    return path


def test_all_formats_are_found() -> None:
    assert list(formats()) == [".csv", ".dta", ".jsonl", ".parquet"]


def test_csv(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv")
    assert b"\r" not in path.read_bytes()
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["id", "Event Date", "n", "x", "empty"]
    assert rows == [['قصف, "x"\nline', "2024-08-05", "3", "1.5", ""], ["", "", "", "", ""]]


def test_jsonl(tmp_path: Path) -> None:
    lines = write(tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == ROWS
    assert "قصف" in lines[0]


def test_parquet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(format_parquet, "ROW_GROUP", 2)
    path = write(tmp_path / "t.parquet", ROWS * 3)
    table = pq.read_table(path)
    assert table.num_rows == 6
    assert pq.ParquetFile(path).num_row_groups == 3
    assert table.to_pylist()[:2] == [{**ROWS[0], "Event Date": date(2024, 8, 5)}, ROWS[1]]


def test_stata(tmp_path: Path) -> None:
    long = {**ROWS[0], "id": "س" * 2000}
    path = write(tmp_path / "t.dta", [*ROWS, long])
    frame = pd.read_stata(path)
    assert list(frame.columns) == ["id", "Event_Date", "n", "x", "empty"]
    assert frame["id"].tolist() == [ROWS[0]["id"], "", "س" * 2000]
    assert frame["Event_Date"].tolist()[0] == pd.Timestamp("2024-08-05")
    assert frame["n"].isna().tolist() == [False, True, False]
    assert [p.name for p in tmp_path.iterdir()] == ["t.dta"]
    with pd.io.stata.StataReader(path) as reader:
        assert reader.variable_labels()["id"] == "An id."


def test_stata_labels_and_notes(tmp_path: Path) -> None:
    """Notes stand in the characteristics; what comes after them is still found, long texts (strL) too."""
    columns = (
        Column("quad_class", "integer", "Quad class, " + "described at length " * 10, ("1", "2", "3", "4")),
        Column("sentence", "string", "The sentence."),
    )
    texts = ["قصف " * 600, "short"]
    path = tmp_path / "t.dta"
    file = format_of(path)(path, columns)
    for quad, text in zip([4, None], texts, strict=True):
        file.write({"quad_class": quad, "sentence": text})
    file.close()
    with pd.io.stata.StataReader(path) as reader:
        assert reader.read(convert_categoricals=False)["sentence"].tolist() == texts
        assert reader.value_labels()["quad_class"][4] == "material conflict"
        assert len(reader.variable_labels()["quad_class"]) == 80
    content = path.read_bytes()
    for note in (columns[0].description, "One of: 1, 2, 3, 4.", NOTES[0]):
        assert note.encode() in content
    with pytest.raises(ValueError, match="has characteristics"):
        add_notes(path, {"_dta": ["again"]})


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".dta"])
def test_no_rows_and_equal_bytes(tmp_path: Path, suffix: str) -> None:
    one, other = write(tmp_path / f"a{suffix}"), write(tmp_path / f"b{suffix}")
    assert one.read_bytes() == other.read_bytes()
    assert write(tmp_path / f"c{suffix}", []).exists()


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet", ".dta"])
def test_half_a_surrogate_pair_does_not_stop_a_run(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"t{suffix}", [{**ROWS[0], "id": "a\ud83db"}])
    assert b"\\ud83d" in path.read_bytes() or suffix == ".parquet"


def test_cells_as_text() -> None:
    assert as_text(None) is None
    assert as_text("x") == "x"
    assert as_text({"a": ["ع", 1]}) == '{"a": ["ع", 1]}'
    assert as_text(3) == "3"


def test_stata_names() -> None:
    assert stata_name("Primary Recipient Sector") == "Primary_Recipient_Sector"
    assert stata_name("1st") == "_1st"
    assert len(stata_name("x" * 40)) == 32


def test_unknown_names_are_explained() -> None:
    with pytest.raises(OptionError, match=r"no table format for 'a\.xlsx'"):
        format_of(Path("a.xlsx"))
    with pytest.raises(OptionError, match="no layout 'gdelt'"):
        layout_of("gdelt")


def test_carried_through_fields_do_not_hide_columns() -> None:
    kept = kept_columns(["topic", "source"], layout_of("acled"))
    assert [column.name for column in kept.values()] == ["topic", "doc_source"]

"""Parquet input."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from coder.model import Document, GivenMention
from coder.readers import Rejection, read_documents


def test_rows_are_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    frame = pd.DataFrame(
        {
            "ID": ["x", None, "z"],
            "Text": ["Iran attacked.", "No id.", None],
            "date": pd.to_datetime(["2024-03-01 10:00", None, None]),
            "mentions": [[{"start": 0, "end": 4, "text": "Iran", "code": "IRN"}], None, None],
            "pages": [3, 4, 5],
        }
    )
    frame.to_parquet(path)
    first, second, third = read_documents([path])
    assert isinstance(first, Document)
    assert (first.id, first.date, first.extra) == ("x", date(2024, 3, 1), {"pages": 3})
    assert first.mentions == (GivenMention(0, 4, "Iran", "IRN"),)
    assert isinstance(second, Document)
    assert (second.id, second.date) == ("a:2", None)
    assert isinstance(third, Rejection)
    assert (third.doc_id, third.where) == ("z", f"{path}:3")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"PAR1 nonsense PAR1", "broken Parquet"), (b"x" * 500, "broken Parquet")],
)
def test_a_broken_file_is_rejected_by_name(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "broken.parquet").write_bytes(content)
    [item] = read_documents([tmp_path / "broken.parquet"])
    assert isinstance(item, Rejection)
    assert "broken" in item.doc_id
    assert words in item.reason


def test_a_table_without_text_is_rejected(tmp_path: Path) -> None:
    pd.DataFrame({"id": ["a"], "body": ["b"]}).to_parquet(tmp_path / "a.parquet")
    [item] = read_documents([tmp_path / "a.parquet"])
    assert isinstance(item, Rejection)
    assert "no column named 'text' (id, body)" in item.reason

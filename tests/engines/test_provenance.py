from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from coder.engines import provenance
from coder.engines.provenance import input_record, package_versions


def test_the_input_is_named_and_hashed_wherever_it_lies(tmp_path: Path) -> None:
    for place in ("here", "there"):
        (tmp_path / place / "sub").mkdir(parents=True)
        (tmp_path / place / "a.txt").write_bytes(b"one")
        (tmp_path / place / "sub" / "b.jsonl").write_bytes(b"three")
        (tmp_path / place / "notes.docx").write_bytes(b"not read")
    record = input_record([tmp_path / "here"])
    assert (record["files"], record["bytes"]) == (2, 8)
    assert [f["name"] for f in record["listed"]] == ["a.txt", "sub/b.jsonl"]
    assert record["listed"][0]["sha256"] == hashlib.sha256(b"one").hexdigest()
    assert input_record([tmp_path / "there"]) == record
    (tmp_path / "there" / "a.txt").write_bytes(b"two")
    assert input_record([tmp_path / "there"])["sha256"] != record["sha256"]


def test_the_list_of_files_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "MOST_FILES", 2)
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(str(n))
    record = input_record([tmp_path])
    assert (record["files"], len(record["listed"])) == (3, 2)


def test_versions_are_those_installed() -> None:
    assert package_versions()["spacy"]
    assert None not in package_versions().values()

"""YAML with lines: text only, faults with their place, nothing executed, nothing exploding."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.dictionary import loader


def test_every_scalar_is_text_and_lines_are_kept() -> None:
    content, problems = loader.parse("- id: en.x\n  code: 010\n  country: NO\n", "f.yaml")
    assert problems == []
    assert content[0] == {"id": "en.x", "code": "010", "country": "NO"}
    assert content[0].lines == {"id": 1, "code": 2, "country": 3}


def test_a_repeated_key_is_a_problem_that_names_both_lines() -> None:
    _, problems = loader.parse("- id: en.x\n  code: 010\n  code: 020\n", "f.yaml")
    assert [(p.line, p.what) for p in problems] == [(3, "repeated key 'code'")]
    assert "line 2" in problems[0].hint


def test_one_unreadable_entry_does_not_hide_the_others() -> None:
    text = "- id: a\n  code: 010\n- id: b\n   code: 020\n  verb: say\n- id: c\n  code: 030\n"
    content, problems = loader.parse_entries(text, "f.yaml")
    assert [e["id"] for e in content] == ["a", "c"]
    assert [e.line for e in content] == [1, 6]
    assert [p.line for p in problems] == [4]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- !!python/object/apply:os.system ['true']\n", "tag"),
        ("- &a [x]\n- *a\n", "anchor"),
        ("- *nothing\n", "alias"),
        ("[" * 60 + "]" * 60, "nested too deeply"),
        ("- {a: 1, [x]: 2}\n", "a key must be a word"),
    ],
)
def test_what_could_run_code_or_explode_is_refused(text: str, what: str) -> None:
    content, problems = loader.parse(text, "f.yaml")
    assert content is None
    assert what in problems[0].what


def test_files_that_are_not_utf8_or_too_large_are_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("- id: caf\xe9\n".encode("latin-1"))
    assert "not UTF-8 (byte 9)" in loader.read_source(path, "x.yaml").problems[0].what
    monkeypatch.setattr(loader, "MAX_BYTES", 3)
    assert "too large" in loader.read_source(path, "x.yaml").problems[0].what


def test_links_that_leave_the_folder_are_left_out(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside.yaml", tmp_path / "folder"
    folder.mkdir()
    outside.write_text("- id: x\n")
    (folder / "link.yaml").symlink_to(outside)
    (folder / "own.yaml").write_text("- id: y\n")
    assert [p.name for p in loader.dictionary_files(folder)] == ["own.yaml"]


def test_the_hash_changes_with_content_and_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- id: x\n")
    first = loader.content_hash([tmp_path])
    assert first == loader.content_hash([tmp_path])
    (tmp_path / "a.yaml").write_text("- id: y\n")
    assert loader.content_hash([tmp_path]) != first


@given(st.text(max_size=200))
def test_any_text_gives_data_or_a_problem(text: str) -> None:
    content, problems = loader.parse_entries(text, "f.yaml")
    assert content is not None or problems or not text.strip() or text.strip().startswith("#") or content is None
    assert all(p.path == "f.yaml" and p.line >= 1 and p.hint for p in problems)

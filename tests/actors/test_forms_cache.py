"""Forms of phrases are worked out once, and again whenever their file is damaged or of other dictionaries."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder.actors import forms_cache
from coder.actors.forms_cache import FormsCache


class Counting:
    """Makes one form of a phrase and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, phrase: str, kind: str) -> frozenset[tuple[str, ...]]:
        self.asked += 1
        return frozenset({tuple(phrase.split()), (kind,)})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(forms_cache, "cache_folder", lambda: tmp_path)
    return tmp_path


def test_a_second_run_reads_what_the_first_worked_out(folder: Path) -> None:
    forms = Counting()
    first = FormsCache("en", forms, "1")
    expected = first("Free Army", "name")
    first.save()
    second = FormsCache("en", forms, "1")
    assert second("Free Army", "name") == expected == {("Free", "Army"), ("name",)}
    second.save()
    assert forms.asked == 1
    assert [p.suffix for p in folder.iterdir()] == [".json"]


def test_other_dictionaries_have_another_file() -> None:
    paths = {FormsCache(lang, Counting(), version).path for lang in ("en", "ar") for version in ("1", "2")}
    assert len(paths) == 4


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"name\\tFree Army": '])
def test_a_damaged_file_is_not_used(content: str) -> None:
    forms = Counting()
    cache = FormsCache("en", forms, "1")
    cache.path.write_text(content, encoding="utf-8")
    again = FormsCache("en", forms, "1")
    assert again("Free Army", "name") == {("Free", "Army"), ("name",)}
    assert forms.asked == 1


def test_nothing_fails_where_nothing_can_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr(forms_cache, "write_atomically", refuse)
    cache = FormsCache("en", Counting(), "1")
    assert cache("Free Army", "name")
    cache.save()
    assert not list(folder.iterdir())

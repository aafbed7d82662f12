from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tests.scripts.loading import load_script


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load_script("make_ontologies")


def test_generated_files_equal_their_source_tables(script: ModuleType) -> None:
    assert script.stale() == []


def test_a_change_is_found(script: ModuleType, tmp_path: Path) -> None:
    for name in script.FILES:
        (tmp_path / name).write_text(script.render(name), encoding="utf-8")
    assert script.stale(tmp_path) == []
    (tmp_path / "cameo.yaml").write_text("codes: {}\n", encoding="utf-8")
    assert script.stale(tmp_path) == ["cameo.yaml"]

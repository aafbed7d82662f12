from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_ontologies.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_ontologies", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_generated_files_equal_their_source_tables(script: ModuleType) -> None:
    assert script.stale() == []


def test_a_change_is_found(script: ModuleType, tmp_path: Path) -> None:
    for name in script.FILES:
        (tmp_path / name).write_text(script.render(name), encoding="utf-8")
    assert script.stale(tmp_path) == []
    (tmp_path / "cameo.yaml").write_text("codes: {}\n", encoding="utf-8")
    assert script.stale(tmp_path) == ["cameo.yaml"]

"""Imports point only upwards in the list of the design; nothing imports what stands below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "coder"
LAYERS = [
    "model",
    "errors",
    "resources",
    "hashes",
    "cache",
    "left_out",
    "ontology",
    "dictionary",
    "readers",
    "languages",
    "gate",
    "actors",
    "token_patterns",
    "slogans",
    "protests",
    "origins",
    "slots",
    "matcher",
    "frame_gate",
    "acts",
    "composition",
    "dyads",
    "meeting_places",
    "belonging",
    "events",
    "crime",
    "attributes",
    "crosswalk",
    "dataset",
    "stories",
    "exporters",
    "analysis",
    "stage",
    "story",
    "pipeline",
    "checks",
    "explain",
    "engines",
    "report",
    "cli",
]
MAX_LINES = 500


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("coder."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.ImportFrom) and node.module == "coder":
            yield from (a.name for a in node.names if a.name in LAYERS)
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("coder."))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_upwards(path: Path) -> None:
    own = layer_of(path)
    if own in ("__init__", "__main__"):
        return
    wrong = [name for name in imported(path) if LAYERS.index(name) > LAYERS.index(own)]
    assert not wrong, f"{path.name} imports {wrong}, which stand below {own}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_stay_readable(path: Path) -> None:
    code = [x for x in path.read_text(encoding="utf-8").splitlines() if x.strip() and not x.strip().startswith("#")]
    assert len(code) <= MAX_LINES

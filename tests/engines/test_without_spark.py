"""Without pyspark, the Spark engine says what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coder.cli import app


def test_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    (tmp_path / "a.txt").write_text("Iran attacked Israel.")
    command = ["code", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--engine", "spark"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 2
    assert "event-coder[spark]" in done.output

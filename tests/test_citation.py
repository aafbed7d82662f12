"""CITATION.cff has what the format requires, and the version of the program."""

from __future__ import annotations

from pathlib import Path

import yaml

import coder


def test_the_citation_is_complete_and_current() -> None:
    citation = yaml.safe_load((Path(__file__).parent.parent / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["cff-version"] == "1.2.0"
    assert all("name" in author or "family-names" in author for author in citation["authors"])
    assert citation["version"] == coder.__version__
